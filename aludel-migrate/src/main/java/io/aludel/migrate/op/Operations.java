// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.UniqueKey;
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
    private final List<Supplier<Recorded>> recorded;

    public Operations() {
        this(null, new ArrayList<>());
    }

    private Operations(@Nullable String schema, List<Supplier<Recorded>> recorded) {
        this.schema = schema;
        this.recorded = recorded;
    }

    /** The same recording, with tables of that schema. A foreign key's target is still of the default schema, unless it says {@code referencesIn}. */
    public Operations inSchema(String name) {
        return new Operations(name, recorded);
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
        record(() -> new AddColumn(name(table), described.column()));
        return described;
    }

    public void dropColumn(String table, String column) {
        record(() -> new DropColumn(name(table), column, null));
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

    public void addPrimaryKey(String key, String table, String... columns) {
        record(() -> new AddPrimaryKey(name(table), new PrimaryKey(key, List.of(columns))));
    }

    public void dropPrimaryKey(String key, String table) {
        record(() -> new DropPrimaryKey(name(table), key, null));
    }

    public void addUnique(String key, String table, String... columns) {
        record(() -> new AddUniqueKey(name(table), new UniqueKey(key, List.of(columns))));
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

    public void addCheck(String check, String table, Term condition) {
        record(() -> new AddCheck(name(table), new Check(check, condition.expression())));
    }

    public void dropCheck(String check, String table) {
        record(() -> new DropCheck(name(table), check, null));
    }

    public IndexDefinition createIndex(String index, String table, String... columns) {
        return createIndex(
                index, table, Stream.of(columns).map(Index.Part::column).toList());
    }

    /** An index over expressions, or with keys that run downwards. */
    public IndexDefinition createIndex(String index, String table, IndexKey... keys) {
        return createIndex(index, table, Stream.of(keys).map(IndexKey::part).toList());
    }

    private IndexDefinition createIndex(String index, String table, List<Index.Part> parts) {
        IndexDefinition described = new IndexDefinition(index, parts);
        record(() -> new CreateIndex(name(table), described.index()));
        return described;
    }

    public void dropIndex(String index, String table) {
        record(() -> new DropIndex(name(table), index, null));
    }

    public void createSequence(String sequence, long start, long increment) {
        record(() -> new CreateSequence(new Sequence(name(sequence), start, increment)));
    }

    public void dropSequence(String sequence) {
        record(() -> new DropSequence(name(sequence), null));
    }

    /** One statement as it stands, without a semicolon at its end; never made from input. */
    public SqlDefinition sql(String statement) {
        SqlDefinition described = new SqlDefinition(statement);
        record(described::operation);
        return described;
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
        recorded.add(() -> new Recorded(operation.get(), place));
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
