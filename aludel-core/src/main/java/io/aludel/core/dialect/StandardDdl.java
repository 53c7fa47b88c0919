// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.dialect.UnsupportedFeatureException.unless;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DDL as standard SQL has it, for a database that changes tables in place. The same schema always gives the same text: tables in {@link
 * TableOrder}, one column or constraint a line, every constraint by its name. A dialect overrides what its database spells in another way.
 */
public class StandardDdl implements Ddl {
    protected final Dialect dialect;
    private final StandardColumns columns;
    private final StandardConstraints constraints;
    private final StandardObjects objects;

    /** With constraints and objects as the standard has them. */
    public StandardDdl(Dialect dialect, StandardColumns columns) {
        this(dialect, columns, new StandardConstraints(dialect));
    }

    /** With objects as the standard has them. */
    public StandardDdl(Dialect dialect, StandardColumns columns, StandardConstraints constraints) {
        this(dialect, columns, constraints, new StandardObjects(dialect, columns, constraints));
    }

    public StandardDdl(
            Dialect dialect, StandardColumns columns, StandardConstraints constraints, StandardObjects objects) {
        this.dialect = dialect;
        this.columns = columns;
        this.constraints = constraints;
        this.objects = objects;
    }

    // the whole schema

    @Override
    public List<DdlStep> createAll(Schema schema) {
        requireReadable(schema);
        CreationOrder order = CreationOrder.of(schema);
        List<DdlStep> steps = new ArrayList<>();
        schema.schemaNames().forEach(name -> steps.addAll(createSchema(name)));
        schema.enumTypes().forEach(type -> steps.addAll(createEnumType(type)));
        order.beforeTables().forEach(object -> steps.addAll(create(object)));
        for (Table table : order.tables()) {
            steps.addAll(createTable(table, order.postponed().getOrDefault(table.name(), Set.of())));
        }
        for (Table table : order.tables()) {
            order.postponed(table).forEach(key -> steps.addAll(addForeignKey(table, key)));
        }
        schema.sequences().forEach(sequence -> steps.addAll(giveSequence(sequence)));
        order.afterTables().forEach(object -> steps.addAll(create(object)));
        schema.triggers().forEach(trigger -> steps.addAll(createTrigger(trigger)));
        return steps;
    }

    /** What could not be read would be missing, and nobody would be told. */
    private static void requireReadable(Schema schema) {
        if (!schema.unreadable().isEmpty()) {
            throw new SchemaException("The schema was not read as a whole, and cannot be created from that. "
                    + schema.unreadable().stream().map(Unreadable::toString).collect(Collectors.joining(" "))
                    + " To create the rest, leave these out by schema.withUnreadable(List.of()).");
        }
    }

    private List<DdlStep> create(SchemaObject object) {
        return switch (object.kind()) {
            case DOMAIN -> createDomain((Domain) object);
            case SEQUENCE -> createSequence((Sequence) object);
            case VIEW -> createView((View) object);
            case ROUTINE -> createRoutine((Routine) object);
            default -> throw new IllegalArgumentException(object.describe());
        };
    }

    @Override
    public List<DdlStep> dropAll(Schema schema) {
        CreationOrder order = CreationOrder.of(schema);
        List<DdlStep> steps = new ArrayList<>();
        schema.triggers().forEach(trigger -> steps.addAll(dropTrigger(trigger)));
        reversed(order.afterTables()).forEach(object -> steps.addAll(drop(object)));
        List<Table> tables = reversed(order.tables());
        for (Table table : tables) {
            order.postponed(table).forEach(key -> steps.addAll(dropForeignKey(table, key)));
        }
        tables.forEach(table -> steps.addAll(dropTable(table)));
        reversed(order.beforeTables()).stream()
                .filter(object -> !goesWithTable(object, schema))
                .forEach(object -> steps.addAll(drop(object)));
        reversed(schema.enumTypes()).forEach(type -> steps.addAll(dropEnumType(type)));
        return steps;
    }

    private static boolean goesWithTable(SchemaObject object, Schema schema) {
        return object instanceof Sequence sequence
                && sequence.owner() != null
                && schema.table(sequence.owner().table()).isPresent();
    }

    private List<DdlStep> drop(SchemaObject object) {
        return switch (object.kind()) {
            case DOMAIN -> dropDomain((Domain) object);
            case SEQUENCE -> dropSequence((Sequence) object);
            case VIEW -> dropView((View) object);
            case ROUTINE -> dropRoutine((Routine) object);
            default -> throw new IllegalArgumentException(object.describe());
        };
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public List<DdlStep> createSchema(String name) {
        requireSchemas(name);
        columns.requireKept("schema", name);
        return sql("create schema if not exists " + dialect.quote(name));
    }

    @Override
    public List<DdlStep> dropSchema(String name) {
        requireSchemas(name);
        return sql("drop schema " + dialect.quote(name));
    }

    private void requireSchemas(String name) {
        unless(
                dialect,
                Feature.SCHEMAS,
                "schemas (\"" + name + "\")",
                "Make a database for each, or one of them for all.");
    }

    /** One statement for all of them, as they refer to each other. */
    @Override
    public List<DdlStep> deleteAllRows(Schema schema) {
        return schema.tables().isEmpty()
                ? List.of()
                : sql("truncate table "
                        + schema.tables().stream()
                                .map(table -> name(table.name()))
                                .collect(Collectors.joining(", "))
                        + " restart identity");
    }

    /**
     * {@link #deleteAllRows} one table after the other, for databases whose {@code truncate} refuses a table that others refer to, or commits. What
     * closes a circle, or points at its own table, points at nothing first. The numbers go on: a counter that was set back would stay so after a
     * rollback, and give numbers that are in use.
     */
    protected final List<DdlStep> deleteTableByTable(Schema schema) {
        TableOrder order = TableOrder.of(schema.tables());
        List<DdlStep> steps = new ArrayList<>();
        for (Table table : order.tables()) {
            table.foreignKeys().stream()
                    .filter(key -> key.target().equals(table.name()) || order.isPostponed(table, key))
                    .forEach(key -> steps.addAll(clear(table, key)));
        }
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            steps.addAll(sql("delete from " + name(order.tables().get(i).name())));
        }
        return steps;
    }

    private List<DdlStep> clear(Table table, ForeignKey key) {
        List<String> nullable = key.columns().stream()
                .filter(column -> table.requireColumn(column).nullable())
                .toList();
        return nullable.isEmpty()
                ? List.of()
                : sql("update " + name(table.name()) + " set "
                        + nullable.stream()
                                .map(column -> dialect.quote(column) + " = null")
                                .collect(Collectors.joining(", ")));
    }

    // tables

    @Override
    public List<DdlStep> createTable(Table table, Set<String> postponed) {
        columns.requireKept("table", table.name().name());
        // In the statement, where all rows are new ones, what is not validated would hold for all.
        List<ForeignKey> later = table.foreignKeys().stream()
                .filter(key -> !postponed.contains(key.name()))
                .filter(key -> !key.validated() || leadsToDefaultSchema(table.name(), key))
                .toList();
        Set<String> apart = new HashSet<>(postponed);
        later.forEach(key -> apart.add(key.name()));
        List<DdlStep> steps =
                new ArrayList<>(sql("create " + kind(table) + " " + name(table.name()) + body(table, apart)));
        later.forEach(key -> steps.addAll(addForeignKey(table, key)));
        table.checks().stream()
                .filter(check -> !check.validated())
                .forEach(check -> steps.addAll(addCheck(table, check)));
        table.indexes().forEach(index -> steps.addAll(createIndex(table, index)));
        steps.addAll(comments(table));
        return steps;
    }

    /** What is created: a table, of a certain kind where the database has some. */
    protected String kind(Table table) {
        return "table";
    }

    /** What follows the table's name. */
    protected String body(Table table, Set<String> postponed) {
        if (table.partition() != null) {
            unless(
                    dialect,
                    Feature.PARTITIONS,
                    "tables that are a part of another one (\"" + table.name() + "\")",
                    "Make one table for all rows.");
        }
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columns.definition(table, column)));
        lines.addAll(constraints(table, postponed));
        return " (\n    " + String.join(",\n    ", lines) + "\n)" + options(table);
    }

    /** The constraints of {@code create table}, a line each. */
    protected List<String> constraints(Table table, Set<String> postponed) {
        List<String> lines = new ArrayList<>();
        if (table.primaryKey() != null) {
            lines.add(constraints.primaryKey(table.primaryKey()));
        }
        table.uniqueKeys().forEach(key -> lines.add(constraints.uniqueKey(key)));
        table.foreignKeys().stream()
                .filter(key -> !postponed.contains(key.name()))
                .forEach(key -> lines.add(constraints.foreignKey(key)));
        table.checks().stream().filter(Check::validated).forEach(check -> lines.add(constraints.check(check)));
        table.exclusions().forEach(exclusion -> lines.add(constraints.exclusion(exclusion)));
        return lines;
    }

    /** What follows the closing parenthesis. */
    protected String options(Table table) {
        return table.options().isEmpty() ? "" : " " + String.join(", ", table.options());
    }

    /** What gives a new table and its columns their comments. */
    protected List<DdlStep> comments(Table table) {
        List<DdlStep> steps = new ArrayList<>();
        if (table.comment() != null) {
            steps.addAll(commentTable(table, table.comment()));
        }
        table.columns().forEach(column -> steps.addAll(comment(table, column)));
        return steps;
    }

    @Override
    public List<DdlStep> commentTable(Table before, @Nullable String comment) {
        return !hasComments()
                ? List.of()
                : sql("comment on table " + name(before.name()) + " is " + (comment == null ? "null" : text(comment)));
    }

    private boolean hasComments() {
        return dialect.capabilities().has(Feature.COMMENTS);
    }

    /** What gives a new column its comment. */
    protected List<DdlStep> comment(Table table, Column column) {
        return column.comment() == null || !hasComments()
                ? List.of()
                : sql("comment on column " + name(table.name()) + "." + dialect.quote(column.name()) + " is "
                        + text(column.comment()));
    }

    @Override
    public List<DdlStep> dropTable(Table table) {
        return sql("drop table " + name(table.name()));
    }

    @Override
    public List<DdlStep> renameTable(Table table, TableName to) {
        List<DdlStep> steps = new ArrayList<>();
        TableName from = table.name();
        if (!from.name().equals(to.name())) {
            columns.requireKept("table", to.name());
            steps.addAll(alter(from, "rename to " + dialect.quote(to.name())));
        }
        if (to.schema() != null && !to.schema().equals(from.schema())) {
            requireSchemas(to.schema());
            steps.addAll(alter(TableName.of(from.schema(), to.name()), "set schema " + dialect.quote(to.schema())));
        }
        return steps;
    }

    // columns

    @Override
    public List<DdlStep> addColumn(Table before, Column column) {
        return concat(
                alter(before.name(), "add column " + columns.definition(before, column)), comment(before, column));
    }

    /** First it takes NULL and has no default, so that nothing but the given value gets into the rows. */
    @Override
    public List<DdlStep> addColumn(Table before, Column column, Expression fill) {
        Column open = column.withNullable(true).withDefault(Default.NONE);
        Table with = before.withColumn(open);
        List<DdlStep> filled = concat(addColumn(before, open), fillColumn(with, open, fill));
        return open.equals(column) ? filled : concat(filled, alterColumn(with, open, column));
    }

    @Override
    public List<DdlStep> fillColumn(Table before, Column column, Expression fill) {
        String name = dialect.quote(column.name());
        return sql("update " + name(before.name()) + " set " + name + " = "
                + dialect.newRenderer().renderInline(fill) + " where " + name + " is null");
    }

    @Override
    public List<DdlStep> dropColumn(Table before, Column column) {
        return alter(before.name(), "drop column " + dialect.quote(column.name()));
    }

    @Override
    public List<DdlStep> renameColumn(Table before, String from, String to) {
        columns.requireKept("column", to);
        return alter(before.name(), "rename column " + dialect.quote(from) + " to " + dialect.quote(to));
    }

    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        boolean retyped = !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
        boolean redefaulted = !from.defaultValue().equals(to.defaultValue());
        boolean regenerated = !from.generation().equals(to.generation());
        List<DdlStep> steps = new ArrayList<>();
        // The old default may be no value of the new type, and the old numbering of another kind of column.
        if ((retyped || redefaulted || regenerated) && from.defaultValue() instanceof Default.Of) {
            steps.addAll(alter(before, from, "drop default"));
        }
        if (regenerated) {
            steps.addAll(dropGeneration(before, from, to));
        }
        if (retyped) {
            steps.addAll(alterType(before, from, to));
        }
        if (from.nullable() != to.nullable()) {
            steps.addAll(alter(before, from, to.nullable() ? "drop not null" : "set not null"));
        }
        if (regenerated) {
            steps.addAll(addGeneration(before, from, to));
        }
        if ((retyped || redefaulted || regenerated) && to.defaultValue() instanceof Default.Of value) {
            steps.addAll(alter(before, from, "set default " + columns.inline(value.expression())));
        }
        if (hasComments() && !Objects.equals(from.comment(), to.comment())) {
            steps.addAll(sql("comment on column " + name(before.name()) + "." + dialect.quote(from.name()) + " is "
                    + (to.comment() == null ? "null" : text(to.comment()))));
        }
        return steps;
    }

    @Override
    public List<DdlStep> convertColumn(Table before, Column from, Column to, String using) {
        List<DdlStep> steps = new ArrayList<>();
        if (from.defaultValue() instanceof Default.Of) {
            steps.addAll(alter(before, from, "drop default"));
        }
        steps.addAll(alter(before, from, "set data type " + columns.type(to) + " using (" + using + ")"));
        Column converted =
                from.withType(to.type()).withCollation(to.collation()).withDefault(Default.NONE);
        return concat(steps, alterColumn(before.withColumn(converted), converted, to));
    }

    /** Another type or collation. */
    protected List<DdlStep> alterType(Table before, Column from, Column to) {
        return alter(before, from, "set data type " + columns.type(to));
    }

    /** What the column's values were made by goes; before its type changes. */
    protected List<DdlStep> dropGeneration(Table before, Column from, Column to) {
        if (from.generation() instanceof Generation.Identity && !(to.generation() instanceof Generation.Identity)) {
            return alter(before, from, "drop identity");
        }
        if (from.generation() instanceof Generation.Computed) {
            return alter(before, from, "drop expression");
        }
        return List.of();
    }

    /** What makes the column's values from now on; after its type has changed. */
    protected List<DdlStep> addGeneration(Table before, Column from, Column to) {
        if (to.generation() instanceof Generation.Computed) {
            throw new UnsupportedFeatureException(
                    "way to make column \"" + before.name() + "." + to.name() + "\" a computed one in place",
                    dialect.name(),
                    "Drop the column and add it anew.");
        }
        if (!(to.generation() instanceof Generation.Identity identity)) {
            return List.of();
        }
        return from.generation() instanceof Generation.Identity old
                ? alter(before, from, columns.identityChange(old, identity))
                : alter(before, from, "add " + columns.identity(identity));
    }

    // constraints

    @Override
    public List<DdlStep> addPrimaryKey(Table before, PrimaryKey key) {
        return alter(before.name(), "add " + constraints.primaryKey(key));
    }

    @Override
    public List<DdlStep> dropPrimaryKey(Table before, PrimaryKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addUniqueKey(Table before, UniqueKey key) {
        return alter(before.name(), "add " + constraints.uniqueKey(key));
    }

    @Override
    public List<DdlStep> dropUniqueKey(Table before, UniqueKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addForeignKey(Table before, ForeignKey key) {
        return leadsToDefaultSchema(before.name(), key)
                ? addKeyToDefaultSchema(before.name(), key)
                : alter(before.name(), "add " + constraints.foreignKey(key));
    }

    /**
     * How a statement is executed that names the default schema, quoted, between two parts of its text. For databases that look for a key's target
     * without a schema beside the table that points at it, and not in the default schema as everything else; empty where they do not.
     */
    protected Optional<BinaryOperator<String>> aroundDefaultSchema() {
        return Optional.empty();
    }

    private boolean leadsToDefaultSchema(TableName table, ForeignKey key) {
        return table.schema() != null
                && key.target().schema() == null
                && aroundDefaultSchema().isPresent();
    }

    private List<DdlStep> addKeyToDefaultSchema(TableName table, ForeignKey key) {
        String place = "\0"; // no name holds it
        String target = place + "." + dialect.quote(key.target().name());
        String[] parts = ("alter table " + name(table) + " add " + constraints.foreignKey(key, target)).split(place);
        return sql(aroundDefaultSchema().orElseThrow().apply(parts[0], parts[1]));
    }

    @Override
    public List<DdlStep> dropForeignKey(Table before, ForeignKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addCheck(Table before, Check check) {
        return alter(before.name(), "add " + constraints.check(check));
    }

    @Override
    public List<DdlStep> dropCheck(Table before, Check check) {
        return dropConstraint(before, check.name());
    }

    @Override
    public List<DdlStep> renameConstraint(Table before, Table after, String from, String to) {
        columns.requireKept("constraint", to);
        return alter(before.name(), "rename constraint " + dialect.quote(from) + " to " + dialect.quote(to));
    }

    @Override
    public List<DdlStep> validateConstraint(Table before, Table after, String constraint) {
        unless(
                dialect,
                Feature.UNVALIDATED_CONSTRAINTS,
                "constraint that rows need not fulfil (\"" + constraint + "\")",
                "All of them hold for all rows.");
        List<DdlStep> steps = new ArrayList<>();
        for (ForeignKey key : after.foreignKeys()) {
            if (key.name().equals(constraint)) {
                steps.addAll(
                        key.validated()
                                ? validate(before, constraint)
                                : concat(dropForeignKey(before, key), addForeignKey(before, key)));
            }
        }
        for (Check check : after.checks()) {
            if (check.name().equals(constraint)) {
                steps.addAll(
                        check.validated()
                                ? validate(before, constraint)
                                : concat(dropCheck(before, check), addCheck(before, check)));
            }
        }
        return steps;
    }

    private List<DdlStep> validate(Table table, String constraint) {
        return alter(table.name(), "validate constraint " + dialect.quote(constraint));
    }

    private List<DdlStep> dropConstraint(Table before, String name) {
        return alter(before.name(), "drop constraint " + dialect.quote(name));
    }

    @Override
    public List<DdlStep> addExclusion(Table before, Exclusion exclusion) {
        return alter(before.name(), "add " + constraints.exclusion(exclusion));
    }

    @Override
    public List<DdlStep> dropExclusion(Table before, Exclusion exclusion) {
        return dropConstraint(before, exclusion.name());
    }

    @Override
    public List<DdlStep> createIndex(Table before, Index index) {
        return sql(constraints.index(before.name(), index));
    }

    @Override
    public List<DdlStep> dropIndex(Table before, Index index) {
        return sql("drop index " + name(TableName.of(before.name().schema(), index.name())));
    }

    @Override
    public List<DdlStep> createIndexConcurrently(Table before, Index index) {
        return createIndex(before, index);
    }

    @Override
    public List<DdlStep> dropIndexConcurrently(Table before, Index index) {
        return dropIndex(before, index);
    }

    @Override
    public List<DdlStep> renameIndex(Table before, Index index, String to) {
        columns.requireKept("index", to);
        return sql("alter index " + name(TableName.of(before.name().schema(), index.name())) + " rename to "
                + dialect.quote(to));
    }

    // what is no table

    @Override
    public List<DdlStep> createSequence(Sequence sequence) {
        return sql(objects.createSequence(sequence));
    }

    @Override
    public List<DdlStep> giveSequence(Sequence sequence) {
        return sql(objects.giveSequence(sequence));
    }

    @Override
    public List<DdlStep> alterSequence(Sequence from, Sequence to) {
        return sql(objects.alterSequence(from, to));
    }

    @Override
    public List<DdlStep> dropSequence(Sequence sequence) {
        return sql(objects.dropSequence(sequence));
    }

    @Override
    public List<DdlStep> renameSequence(Sequence sequence, TableName to) {
        return sql(objects.renameSequence(sequence, to));
    }

    @Override
    public List<DdlStep> createEnumType(EnumType type) {
        return sql(objects.createEnumType(type));
    }

    @Override
    public List<DdlStep> dropEnumType(EnumType type) {
        return sql(objects.dropEnumType(type));
    }

    @Override
    public List<DdlStep> addEnumValue(EnumType type, String value, @Nullable String before) {
        return sql(objects.addEnumValue(type, value, before));
    }

    @Override
    public List<DdlStep> renameEnumType(EnumType type, TableName to) {
        return sql(objects.renameEnumType(type, to));
    }

    @Override
    public List<DdlStep> renameEnumValue(EnumType type, String from, String to) {
        return sql(objects.renameEnumValue(type, from, to));
    }

    @Override
    public List<DdlStep> dropEnumValue(EnumType type, String value, @Nullable String replacement) {
        throw new UnsupportedFeatureException(
                "way to take a value from " + type.describe(), dialect.name(), "Use text with a check.");
    }

    @Override
    public List<DdlStep> createDomain(Domain domain) {
        return sql(objects.createDomain(domain));
    }

    @Override
    public List<DdlStep> dropDomain(Domain domain) {
        return sql(objects.dropDomain(domain));
    }

    @Override
    public List<DdlStep> createView(View view) {
        return sql(objects.createView(view));
    }

    @Override
    public List<DdlStep> dropView(View view) {
        return sql(objects.dropView(view));
    }

    @Override
    public List<DdlStep> createRoutine(Routine routine) {
        return sql(objects.createRoutine(routine));
    }

    @Override
    public List<DdlStep> dropRoutine(Routine routine) {
        return sql(objects.dropRoutine(routine));
    }

    @Override
    public List<DdlStep> createTrigger(Trigger trigger) {
        return sql(objects.createTrigger(trigger));
    }

    @Override
    public List<DdlStep> dropTrigger(Trigger trigger) {
        return sql(objects.dropTrigger(trigger));
    }

    // rebuilds, which a database that changes tables in place never needs

    @Override
    public List<String> rebuild(DdlStep.Rebuild rebuild, Schema live) {
        throw new UnsupportedOperationException(
                dialect.name() + " changes tables in place; nothing asks it to rebuild \""
                        + rebuild.before().name() + "\".");
    }

    @Override
    public Optional<RebuildProtocol> rebuildProtocol() {
        return Optional.empty();
    }

    // pieces

    protected final List<DdlStep> alter(TableName table, String change) {
        return sql("alter table " + name(table) + " " + change);
    }

    protected final List<DdlStep> alter(Table table, Column column, String change) {
        return alter(table.name(), "alter column " + dialect.quote(column.name()) + " " + change);
    }

    protected final List<DdlStep> sql(String sql) {
        return List.of(new DdlStep.Sql(sql));
    }

    private static List<DdlStep> sql(List<String> statements) {
        return statements.stream().<DdlStep>map(DdlStep.Sql::new).toList();
    }

    /** An object's name, its schema before it. */
    protected final String name(TableName name) {
        return constraints.name(name);
    }

    /** Type and collation of a column. */
    protected final String type(Column column) {
        return columns.type(column);
    }

    /** A text as a literal. */
    protected final String text(String text) {
        return dialect.types().literal(text, ValueType.STRING);
    }

    protected static List<DdlStep> concat(List<DdlStep> first, List<DdlStep> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
