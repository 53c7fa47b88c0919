// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    public StandardDdl(Dialect dialect, StandardColumns columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    // the whole schema

    @Override
    public List<DdlStep> createSchema(Schema schema) {
        TableOrder order = TableOrder.of(schema.tables());
        List<DdlStep> steps = new ArrayList<>();
        for (String name : schemaNames(schema)) {
            steps.addAll(sql("create schema if not exists " + dialect.quote(name)));
        }
        schema.sequences().forEach(sequence -> steps.addAll(createSequence(sequence)));
        for (Table table : order.tables()) {
            steps.addAll(createTable(table, order.postponed().getOrDefault(table.name(), Set.of())));
        }
        for (Table table : order.tables()) {
            postponed(order, table).forEach(key -> steps.addAll(addForeignKey(table, key)));
        }
        return steps;
    }

    @Override
    public List<DdlStep> dropSchema(Schema schema) {
        TableOrder order = TableOrder.of(schema.tables());
        List<DdlStep> steps = new ArrayList<>();
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            Table table = order.tables().get(i);
            postponed(order, table).forEach(key -> steps.addAll(dropForeignKey(table, key)));
        }
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            steps.addAll(dropTable(order.tables().get(i)));
        }
        schema.sequences().forEach(sequence -> steps.addAll(dropSequence(sequence)));
        return steps;
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

    private static Set<String> schemaNames(Schema schema) {
        return Stream.concat(
                        schema.tables().stream().map(table -> table.name().schema()),
                        schema.sequences().stream()
                                .map(sequence -> sequence.name().schema()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<ForeignKey> postponed(TableOrder order, Table table) {
        return table.foreignKeys().stream().filter(key -> order.isPostponed(table, key));
    }

    // tables

    @Override
    public List<DdlStep> createTable(Table table, Set<String> postponed) {
        columns.requireKept("table", table.name().name());
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columns.definition(table, column)));
        lines.addAll(constraints(table, postponed));
        List<DdlStep> steps = new ArrayList<>(sql("create table " + name(table.name()) + " (\n    "
                + String.join(",\n    ", lines) + "\n)" + options(table)));
        table.indexes().forEach(index -> steps.addAll(createIndex(table, index)));
        steps.addAll(comments(table));
        return steps;
    }

    /** The constraints of {@code create table}, a line each. */
    protected List<String> constraints(Table table, Set<String> postponed) {
        List<String> lines = new ArrayList<>();
        if (table.primaryKey() != null) {
            lines.add(primaryKey(table.primaryKey()));
        }
        table.uniqueKeys().forEach(key -> lines.add(uniqueKey(key)));
        table.foreignKeys().stream()
                .filter(key -> !postponed.contains(key.name()))
                .forEach(key -> lines.add(foreignKey(key)));
        table.checks().forEach(check -> lines.add(check(check)));
        return lines;
    }

    /** What follows the closing parenthesis. */
    protected String options(Table table) {
        return table.options().isEmpty() ? "" : " " + String.join(", ", table.options());
    }

    private List<DdlStep> comments(Table table) {
        List<DdlStep> steps = new ArrayList<>();
        if (table.comment() != null) {
            steps.addAll(commentTable(table, table.comment()));
        }
        table.columns().forEach(column -> steps.addAll(comment(table, column.name(), column.comment())));
        return steps;
    }

    @Override
    public List<DdlStep> commentTable(Table before, @Nullable String comment) {
        return sql("comment on table " + name(before.name()) + " is " + (comment == null ? "null" : text(comment)));
    }

    private List<DdlStep> comment(Table table, String column, @Nullable String comment) {
        return comment == null
                ? List.of()
                : sql("comment on column " + name(table.name()) + "." + dialect.quote(column) + " is " + text(comment));
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
            steps.addAll(alter(TableName.of(from.schema(), to.name()), "set schema " + dialect.quote(to.schema())));
        }
        return steps;
    }

    // columns

    @Override
    public List<DdlStep> addColumn(Table before, Column column) {
        return concat(
                alter(before.name(), "add column " + columns.definition(before, column)),
                comment(before, column.name(), column.comment()));
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
        if (!Objects.equals(from.comment(), to.comment())) {
            steps.addAll(sql("comment on column " + name(before.name()) + "." + dialect.quote(from.name()) + " is "
                    + (to.comment() == null ? "null" : text(to.comment()))));
        }
        return steps;
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
        return alter(before.name(), "add " + primaryKey(key));
    }

    @Override
    public List<DdlStep> dropPrimaryKey(Table before, PrimaryKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addUniqueKey(Table before, UniqueKey key) {
        return alter(before.name(), "add " + uniqueKey(key));
    }

    @Override
    public List<DdlStep> dropUniqueKey(Table before, UniqueKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addForeignKey(Table before, ForeignKey key) {
        return alter(before.name(), "add " + foreignKey(key));
    }

    @Override
    public List<DdlStep> dropForeignKey(Table before, ForeignKey key) {
        return dropConstraint(before, key.name());
    }

    @Override
    public List<DdlStep> addCheck(Table before, Check check) {
        return alter(before.name(), "add " + check(check));
    }

    @Override
    public List<DdlStep> dropCheck(Table before, Check check) {
        return dropConstraint(before, check.name());
    }

    private List<DdlStep> dropConstraint(Table before, String name) {
        return alter(before.name(), "drop constraint " + dialect.quote(name));
    }

    protected final String primaryKey(PrimaryKey key) {
        return constraint(key.name()) + "primary key " + list(key.columns());
    }

    protected final String uniqueKey(UniqueKey key) {
        return constraint(key.name()) + "unique " + list(key.columns());
    }

    protected final String foreignKey(ForeignKey key) {
        return constraint(key.name()) + "foreign key " + list(key.columns()) + " references " + name(key.target()) + " "
                + list(key.targetColumns())
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + (key.deferrable() ? " deferrable" : "")
                + (key.initiallyDeferred() ? " initially deferred" : "");
    }

    private static String action(String event, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : event + action.sql();
    }

    protected final String check(Check check) {
        return constraint(check.name()) + "check (" + columns.inline(check.condition()) + ")";
    }

    private String constraint(String name) {
        return "constraint " + dialect.quote(name) + " ";
    }

    // indexes and sequences

    @Override
    public List<DdlStep> createIndex(Table before, Index index) {
        return sql((index.unique() ? "create unique index " : "create index ") + dialect.quote(index.name()) + " on "
                + name(before.name()) + " ("
                + index.parts().stream().map(this::part).collect(Collectors.joining(", ")) + ")"
                + (index.predicate() == null ? "" : " where " + columns.inline(index.predicate())));
    }

    private String part(Index.Part part) {
        String key = columns.inline(part.expression());
        return (part.expression() instanceof ColumnRef ? key : "(" + key + ")") + (part.descending() ? " desc" : "");
    }

    @Override
    public List<DdlStep> dropIndex(Table before, Index index) {
        return sql("drop index " + name(TableName.of(before.name().schema(), index.name())));
    }

    @Override
    public List<DdlStep> createSequence(Sequence sequence) {
        return sql("create sequence " + name(sequence.name()) + " start with " + sequence.start() + " increment by "
                + sequence.increment());
    }

    @Override
    public List<DdlStep> dropSequence(Sequence sequence) {
        return sql("drop sequence " + name(sequence.name()));
    }

    // rebuilds, which a database that changes tables in place never needs

    @Override
    public List<String> rebuild(DdlStep.Rebuild rebuild, List<String> dependents) {
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

    /** {@code (a, b)}. */
    protected final String list(List<String> names) {
        return names.stream().map(dialect::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A table's or sequence's name, its schema before it. */
    protected final String name(TableName name) {
        return name.schema() == null
                ? dialect.quote(name.name())
                : dialect.quote(name.schema()) + "." + dialect.quote(name.name());
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
