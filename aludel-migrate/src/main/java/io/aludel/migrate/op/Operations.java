// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Trigger;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a script may do. Calls are recorded in their order as {@link Operation}s; nothing is executed while the script runs, so that the
 * same script can be checked, printed as SQL, replayed without a database, or run.
 *
 * <p>Tables are those of the connection's default schema; {@link #inSchema} speaks of another. Names of keys, indexes and checks come
 * first, then the table, then the columns.
 */
public final class Operations {
    private final @Nullable String schema;
    /** The only ones that it is for; empty where it is for all. */
    private final List<String> dialects;

    /** Whether they are for what is not there (true) or for what is (false) only; null where that is not asked. */
    private final @Nullable Boolean makes;

    private final List<Supplier<Recorded>> recorded;

    public Operations() {
        this(null, List.of(), null, new ArrayList<>());
    }

    private Operations(
            @Nullable String schema,
            List<String> dialects,
            @Nullable Boolean makes,
            List<Supplier<Recorded>> recorded) {
        this.schema = schema;
        this.dialects = dialects;
        this.makes = makes;
        this.recorded = recorded;
    }

    /** The same recording, with tables of that schema. A foreign key's target is still of the default schema, unless it says {@code referencesIn}. */
    public Operations inSchema(String name) {
        return new Operations(name, dialects, makes, recorded);
    }

    /**
     * The same recording, for databases of these dialects only: on others its operations are left out. A view, routine or trigger is then in the
     * words of that database.
     *
     * @throws IllegalArgumentException if there is no dialect of that name; the message says which there are
     */
    public Operations on(String... dialects) {
        Stream.of(dialects).forEach(DialectNames::require);
        return new Operations(schema, List.of(dialects), makes, recorded);
    }

    /**
     * The same recording, where a table, column, index, view, sequence, enum type or schema is created only if there is none of its name. Whether the
     * one that is there is the same is not looked at. There is no way back that is known beforehand.
     */
    public Operations ifNotExists() {
        return new Operations(schema, dialects, true, recorded);
    }

    /** The same recording, where a table, column, index, view, sequence, enum type or schema is dropped only if it is there. */
    public Operations ifExists() {
        return new Operations(schema, dialects, false, recorded);
    }

    public void createTable(String table, Consumer<TableDefinition> definition) {
        TableDefinition described = new TableDefinition(name(table));
        definition.accept(described);
        record(() -> new CreateTable(described.table()));
    }

    public void dropTable(String table) {
        record(() -> new DropTable(name(table), null));
    }

    public void renameTable(String from, String to) {
        record(() -> new RenameTable(name(from), name(to)));
    }

    /**
     * Gives the table a comment, on databases that have comments.
     *
     * @param comment null takes it away
     */
    public void commentTable(String table, @Nullable String comment) {
        record(() -> new CommentTable(name(table), comment, null));
    }

    /** A column that takes NULL, unless what follows says {@code notNull}. */
    public ColumnDefinition addColumn(String table, String column, SqlType type) {
        ColumnDefinition described = new ColumnDefinition(column, type);
        record(() -> new AddColumn(name(table), described.column(), described.fillOnly()));
        return described;
    }

    /** What follows may say what rows get when the column comes back. */
    public DroppedColumn dropColumn(String table, String column) {
        DroppedColumn described = new DroppedColumn(name(table), column);
        record(described::operation);
        return described;
    }

    /** The change says both {@code from} and {@code to}, each in full. */
    public void alterColumn(String table, String column, Consumer<ColumnChange> change) {
        ColumnChange described = new ColumnChange(name(table), column);
        change.accept(described);
        record(described::operation);
    }

    public void renameColumn(String table, String from, String to) {
        record(() -> new RenameColumn(name(table), from, to));
    }

    public PrimaryKeyDefinition addPrimaryKey(String key, String table, String... columns) {
        PrimaryKeyDefinition described = new PrimaryKeyDefinition(key, List.of(columns));
        record(() -> new AddPrimaryKey(name(table), described.key()));
        return described;
    }

    public void dropPrimaryKey(String key, String table) {
        record(() -> new DropPrimaryKey(name(table), key, null));
    }

    public UniqueKeyDefinition addUnique(String key, String table, String... columns) {
        UniqueKeyDefinition described = new UniqueKeyDefinition(key, List.of(columns));
        record(() -> new AddUniqueKey(name(table), described.key()));
        return described;
    }

    public void dropUnique(String key, String table) {
        record(() -> new DropUniqueKey(name(table), key, null));
    }

    /** A foreign key over these columns; what follows says what it {@code references}. */
    public ForeignKeyDefinition addForeignKey(String key, String table, String... columns) {
        ForeignKeyDefinition described = new ForeignKeyDefinition(key, List.of(columns));
        record(() -> new AddForeignKey(name(table), described.foreignKey()));
        return described;
    }

    public void dropForeignKey(String key, String table) {
        record(() -> new DropForeignKey(name(table), key, null));
    }

    public CheckDefinition addCheck(String check, String table, Term condition) {
        CheckDefinition described = new CheckDefinition(check, condition);
        record(() -> new AddCheck(name(table), described.check()));
        return described;
    }

    public void dropCheck(String check, String table) {
        record(() -> new DropCheck(name(table), check, null));
    }

    public IndexDefinition createIndex(String index, String table, String... columns) {
        return createIndex(
                index, table, Stream.of(columns).map(Index.Part::column).toList());
    }

    /** An index over expressions, or with keys that are not compared as their columns are. */
    public IndexDefinition createIndex(String index, String table, IndexKey... keys) {
        return createIndex(index, table, Stream.of(keys).map(IndexKey::part).toList());
    }

    private IndexDefinition createIndex(String index, String table, List<Index.Part> parts) {
        IndexDefinition described = new IndexDefinition(index, parts);
        record(() -> new CreateIndex(name(table), described.index(), described.isConcurrent()));
        return described;
    }

    public DroppedIndex dropIndex(String index, String table) {
        DroppedIndex described = new DroppedIndex(name(table), index);
        record(described::operation);
        return described;
    }

    public void renameIndex(String from, String table, String to) {
        record(() -> new RenameIndex(name(table), from, to));
    }

    /** No two rows fulfil all these operators: {@code column("room").with("=")}. */
    public ExclusionDefinition addExclusion(String exclusion, String table, Exclusion.Element... elements) {
        ExclusionDefinition described = new ExclusionDefinition(exclusion, List.of(elements));
        record(() -> new AddExclusion(name(table), described.exclusion()));
        return described;
    }

    public void dropExclusion(String exclusion, String table) {
        record(() -> new DropExclusion(name(table), exclusion, null));
    }

    /** Another name for a primary key, unique constraint, foreign key, check or exclusion. */
    public void renameConstraint(String from, String table, String to) {
        record(() -> new RenameConstraint(name(table), from, to));
    }

    /** Makes a foreign key or check that was added {@code notValid} hold for all rows, on databases that have such; all rows are looked at. */
    public ValidatedConstraint validateConstraint(String constraint, String table) {
        ValidatedConstraint described = new ValidatedConstraint(name(table), constraint);
        record(described::operation);
        return described;
    }

    /** Undoes {@link #validateConstraint}: rows that are there need not fulfil the foreign key or check. */
    public void invalidateConstraint(String constraint, String table) {
        record(() -> new ValidateConstraint(name(table), constraint, false));
    }

    public SequenceDefinition createSequence(String sequence, long start, long increment) {
        SequenceDefinition described = new SequenceDefinition(name(sequence), start, increment);
        record(() -> new CreateSequence(described.sequence()));
        return described;
    }

    /** The change says both {@code from} and {@code to}, each in full. The number that comes next stays. */
    public void alterSequence(String sequence, Consumer<SequenceChange> change) {
        SequenceChange described = new SequenceChange(name(sequence));
        change.accept(described);
        record(described::operation);
    }

    public void dropSequence(String sequence) {
        record(() -> new DropSequence(name(sequence), null));
    }

    /** Within its schema. The number that comes next stays. */
    public void renameSequence(String from, String to) {
        record(() -> new RenameSequence(name(from), name(to)));
    }

    /** A type whose values are listed, on databases that have such types; elsewhere a column of it is text. */
    public EnumTypeDefinition createEnumType(String type, String... values) {
        EnumTypeDefinition described = new EnumTypeDefinition(name(type), List.of(values));
        record(() -> new CreateEnumType(described.type()));
        return described;
    }

    public void dropEnumType(String type) {
        record(() -> new DropEnumType(name(type), null));
    }

    /** Another value of a type, the last one unless what follows says {@code before}. PostgreSQL has it from the next revision on. */
    public EnumValueDefinition addEnumValue(String type, String value) {
        EnumValueDefinition described = new EnumValueDefinition(name(type), value);
        record(described::operation);
        return described;
    }

    /** Within its schema; columns of it follow. */
    public void renameEnumType(String from, String to) {
        record(() -> new RenameEnumType(name(from), name(to)));
    }

    /** Rows that have the value follow. */
    public void renameEnumValue(String type, String from, String to) {
        record(() -> new RenameEnumValue(name(type), from, to));
    }

    /** Takes a value from a type. No row may have it, unless what follows says what such rows get. */
    public DroppedEnumValue dropEnumValue(String type, String value) {
        DroppedEnumValue described = new DroppedEnumValue(name(type), value);
        record(described::operation);
        return described;
    }

    /** A type with conditions. */
    public DomainDefinition createDomain(String domain, SqlType type) {
        DomainDefinition described = new DomainDefinition(name(domain), type);
        record(() -> new CreateDomain(described.domain()));
        return described;
    }

    public void dropDomain(String domain) {
        record(() -> new DropDomain(name(domain), null));
    }

    /**
     * A view.
     *
     * @param query what it shows, for every database, or for the one that {@link #on} names; without a semicolon at its end
     */
    public void createView(String view, String query) {
        createView(view, query, described -> {});
    }

    /** A view of which there is more to say than its query. */
    public void createView(String view, String query, Consumer<ViewDefinition> definition) {
        ViewDefinition described = new ViewDefinition(name(view), text(query));
        definition.accept(described);
        record(() -> new CreateView(described.view()));
    }

    /** A view in the place of the one of that name; as {@link #createView(String, String)}. What depends on the former must go before. */
    public void replaceView(String view, String query) {
        replaceView(view, query, described -> {});
    }

    /** The same, if there is more to say than its query. */
    public void replaceView(String view, String query, Consumer<ViewDefinition> definition) {
        ViewDefinition described = new ViewDefinition(name(view), text(query));
        definition.accept(described);
        record(() -> new Replace(new DropView(name(view), null), new CreateView(described.view())));
    }

    public void dropView(String view) {
        record(() -> new DropView(name(view), null));
    }

    /**
     * A function.
     *
     * @param signature the types of its parameters, as the database tells it from others of its name; empty where names are enough
     * @param statement the whole statement that makes it, for every database, or for the one that {@link #on} names
     */
    public RoutineDefinition createFunction(String function, String signature, String statement) {
        return createRoutine(Routine.Kind.FUNCTION, function, signature, statement);
    }

    /**
     * A function in the place of the one of that name; as {@link #createFunction}. The former is dropped first, unless the statement begins with
     * {@code create or replace}.
     */
    public RoutineDefinition replaceFunction(String function, String signature, String statement) {
        return replaceRoutine(Routine.Kind.FUNCTION, function, signature, statement);
    }

    public void dropFunction(String function, String signature) {
        record(() -> new DropRoutine(Routine.Kind.FUNCTION, name(function), signature, null));
    }

    /** A procedure; as {@link #createFunction}. */
    public RoutineDefinition createProcedure(String procedure, String signature, String statement) {
        return createRoutine(Routine.Kind.PROCEDURE, procedure, signature, statement);
    }

    /** A procedure in the place of the one of that name; as {@link #replaceFunction}. */
    public RoutineDefinition replaceProcedure(String procedure, String signature, String statement) {
        return replaceRoutine(Routine.Kind.PROCEDURE, procedure, signature, statement);
    }

    public void dropProcedure(String procedure, String signature) {
        record(() -> new DropRoutine(Routine.Kind.PROCEDURE, name(procedure), signature, null));
    }

    /** An aggregate function; as {@link #createFunction}. */
    public RoutineDefinition createAggregate(String aggregate, String signature, String statement) {
        return createRoutine(Routine.Kind.AGGREGATE, aggregate, signature, statement);
    }

    public void dropAggregate(String aggregate, String signature) {
        record(() -> new DropRoutine(Routine.Kind.AGGREGATE, name(aggregate), signature, null));
    }

    /** An aggregate function in the place of the one of that name; as {@link #replaceFunction}. */
    public RoutineDefinition replaceAggregate(String aggregate, String signature, String statement) {
        return replaceRoutine(Routine.Kind.AGGREGATE, aggregate, signature, statement);
    }

    private RoutineDefinition replaceRoutine(Routine.Kind kind, String routine, String signature, String statement) {
        RoutineDefinition described =
                new RoutineDefinition(new Routine(kind, name(routine), signature, text(statement), null));
        record(() -> new Replace(
                new DropRoutine(kind, name(routine), signature, null), new CreateRoutine(described.routine())));
        return described;
    }

    private RoutineDefinition createRoutine(Routine.Kind kind, String routine, String signature, String statement) {
        RoutineDefinition described =
                new RoutineDefinition(new Routine(kind, name(routine), signature, text(statement), null));
        record(() -> new CreateRoutine(described.routine()));
        return described;
    }

    /**
     * A trigger.
     *
     * @param table the table or view whose changes it answers
     * @param statement the whole statement that makes it, for every database, or for the one that {@link #on} names
     */
    public void createTrigger(String trigger, String table, String statement) {
        Definition definition = text(statement);
        record(() -> new CreateTrigger(new Trigger(name(trigger), name(table), definition)));
    }

    /** A trigger in the place of the one of that name; as {@link #createTrigger}. */
    public void replaceTrigger(String trigger, String table, String statement) {
        Definition definition = text(statement);
        record(() -> new Replace(
                new DropTrigger(name(trigger), name(table), null),
                new CreateTrigger(new Trigger(name(trigger), name(table), definition))));
    }

    public void dropTrigger(String trigger, String table) {
        record(() -> new DropTrigger(name(trigger), name(table), null));
    }

    /** A named schema, on databases that have schemas. */
    public void createSchema(String name) {
        record(() -> new CreateSchema(name));
    }

    /** The schema must be empty. */
    public void dropSchema(String name) {
        record(() -> new DropSchema(name));
    }

    /** Inserts rows; what follows gives them. Columns that are not named get their defaults. */
    public RowsDefinition insertRows(String table, String... columns) {
        RowsDefinition described = new RowsDefinition(name(table), List.of(columns));
        record(described::operation);
        return described;
    }

    /** Inserts a row for each row of another table; what follows says which, and what they get. */
    public SelectedRowsDefinition insertFrom(String source, String table) {
        SelectedRowsDefinition described = new SelectedRowsDefinition(name(table), name(source));
        record(described::operation);
        return described;
    }

    /** Changes rows; what follows says which, and how. Columns are those of the table as it is at this point of the script. */
    public UpdateDefinition update(String table) {
        UpdateDefinition described = new UpdateDefinition(name(table));
        record(described::operation);
        return described;
    }

    /** Deletes rows: all of them, unless what follows says which. */
    public DeleteDefinition delete(String table) {
        DeleteDefinition described = new DeleteDefinition(name(table));
        record(described::operation);
        return described;
    }

    private Definition text(String text) {
        return new Definition(dialects.size() == 1 ? dialects.get(0) : null, text);
    }

    /** One statement as it stands, without a semicolon at its end; never made from input. */
    public SqlDefinition sql(String statement) {
        SqlDefinition described = new SqlDefinition(statement);
        record(described::operation);
        return described;
    }

    /** Records an operation that was made elsewhere, as it is; for what writes scripts in another language than Java. */
    public void add(Recorded operation) {
        recorded.add(() -> operation);
    }

    /**
     * Says that this way cannot be gone. Nothing of the script is executed.
     *
     * @param reason what is lost, and what to do instead
     */
    public void irreversible(String reason) {
        throw new IrreversibleException(reason);
    }

    /** What was asked for, in order. */
    public List<Recorded> recorded() {
        return recorded.stream().map(Supplier::get).toList();
    }

    /** What was asked for, in order, without the places. */
    public List<Operation> operations() {
        return recorded().stream().map(Recorded::operation).toList();
    }

    private void record(Supplier<Operation> operation) {
        String place = callingLine();
        recorded.add(() -> new Recorded(limited(lenient(operation.get())), place));
    }

    private Operation lenient(Operation operation) {
        if (makes == null) {
            return operation;
        }
        IfNeeded needed = new IfNeeded(operation);
        if (needed.makes() != makes) {
            throw new IllegalStateException("\"" + operation.describe() + "\" is said after "
                    + (makes
                            ? "ifNotExists(), which is for what is created"
                            : "ifExists(), which is for what is dropped")
                    + "; say " + (makes ? "ifExists()." : "ifNotExists()."));
        }
        return needed;
    }

    private Operation limited(Operation operation) {
        return dialects.isEmpty() ? operation : new OnDialects(dialects, operation);
    }

    private TableName name(String table) {
        return TableName.of(schema, table);
    }

    private static String callingLine() {
        String ours = Operations.class.getName();
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(ours))
                        .findFirst()
                        .filter(frame -> frame.getFileName() != null)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()))
                .orElse("");
    }
}
