// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.TableOrder;
import io.aludel.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How SQLite changes its schema. A foreign key may point at a table that is still to come, so that none is postponed; what {@code alter
 * table} cannot do is a rebuild. Source: sqlite.org, "ALTER TABLE".
 */
final class SqliteDdl extends StandardDdl {
    private static final Set<String> TABLE_OPTIONS = Set.of("strict", "without rowid");

    /** Names of every row's number, even where a column is called so. */
    private static final Set<String> ROW_NUMBER = Set.of("rowid", "oid", "_rowid_");

    private final StandardConstraints constraints;
    private final boolean altersConstraints;

    SqliteDdl(SqliteDialect dialect) {
        this(dialect, new SqliteColumns(dialect), new StandardConstraints(dialect));
    }

    private SqliteDdl(SqliteDialect dialect, SqliteColumns columns, StandardConstraints constraints) {
        super(dialect, columns, constraints, new SqliteObjects(dialect, columns, constraints));
        this.constraints = constraints;
        this.altersConstraints = SqliteCapabilities.altersConstraints(dialect.version());
    }

    /**
     * A table goes by deleting its rows first, which keys from another table of the circle forbid until the transaction ends; no key goes before its
     * table.
     */
    @Override
    public List<DdlStep> dropAll(Schema schema) {
        TableOrder order = TableOrder.of(schema.tables());
        if (order.postponed().isEmpty()) {
            return super.dropAll(schema);
        }
        List<Table> uncircled = order.tables().stream()
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> !order.isPostponed(table, key))
                        .toList()))
                .toList();
        return concat(sql("pragma defer_foreign_keys = on"), super.dropAll(schema.withTables(uncircled)));
    }

    /** The table {@code sqlite_sequence}, which remembers what identities have reached, is there as soon as a table has one. */
    @Override
    public List<DdlStep> deleteAllRows(Schema schema) {
        TableOrder order = TableOrder.of(schema.tables());
        List<DdlStep> steps = new ArrayList<>();
        if (!order.postponed().isEmpty()) {
            steps.addAll(sql("pragma defer_foreign_keys = on"));
        }
        order.tables().forEach(table -> steps.addAll(unrestricted(table, order)));
        for (int i = order.tables().size() - 1; i >= 0; i--) {
            steps.addAll(sql("delete from " + name(order.tables().get(i).name())));
        }
        List<String> numbered = order.tables().stream()
                .filter(table ->
                        table.columns().stream().anyMatch(column -> column.generation() instanceof Generation.Identity))
                .map(table -> SqliteLiterals.of(table.name().name()))
                .toList();
        if (!numbered.isEmpty()) {
            steps.addAll(sql("delete from sqlite_sequence where name in (" + String.join(", ", numbered) + ")"));
        }
        return steps;
    }

    /** What a key restricts is refused at once, though the row that refers to the other goes too: so it lets go first, if it can. */
    private List<DdlStep> unrestricted(Table table, TableOrder order) {
        return table.foreignKeys().stream()
                .filter(key -> key.onDelete() == ForeignKey.Action.RESTRICT)
                .filter(key -> key.target().equals(table.name()) || order.isPostponed(table, key))
                .flatMap(key -> key.columns().stream()
                        .map(table::requireColumn)
                        .filter(Column::nullable)
                        .limit(1))
                .flatMap(column ->
                        sql("update " + name(table.name()) + " set " + quoted(column.name()) + " = null").stream())
                .toList();
    }

    @Override
    public List<DdlStep> createTable(Table table, Set<String> postponed) {
        return super.createTable(table, Set.of());
    }

    /** The key of an identity column stands with its column. */
    @Override
    protected List<String> constraints(Table table, Set<String> postponed) {
        return super.constraints(table.identityColumn().isPresent() ? table.withPrimaryKey(null) : table, postponed);
    }

    @Override
    protected String options(Table table) {
        for (String option : table.options()) {
            if (!TABLE_OPTIONS.contains(option)) {
                throw new UnsupportedFeatureException(
                        "option \"" + option + "\" for table \"" + table.name() + "\"",
                        dialect.name(),
                        "Leave it out; there are \"strict\" and \"without rowid\".");
            }
        }
        return super.options(table);
    }

    // columns

    @Override
    public List<DdlStep> addColumn(Table before, Column column) {
        boolean identity = column.generation() instanceof Generation.Identity;
        boolean stored = column.generation() instanceof Generation.Computed computed && computed.stored();
        boolean computedDefault =
                column.defaultValue() instanceof Default.Of value && !SqliteColumns.isLiteral(value.expression());
        return identity || stored || computedDefault
                ? rebuilt(before, before.withColumn(column))
                : super.addColumn(before, column);
    }

    /** SQLite rewrites whatever mentions the column, but cannot do so for the names that every row's number has. */
    @Override
    public List<DdlStep> renameColumn(Table before, String from, String to) {
        if (ROW_NUMBER.contains(SqliteNames.folded(from))) {
            throw new UnsupportedFeatureException(
                    "way to rename column \"" + from + "\" of table \"" + before.name() + "\"",
                    dialect.name(),
                    "Add a column of the new name, fill it with SQL of your own, then drop the old one.");
        }
        return super.renameColumn(before, from, to);
    }

    /** In place only where nothing of the table could mention the column. */
    @Override
    public List<DdlStep> dropColumn(Table before, Column column) {
        String name = column.name();
        boolean inKey = Stream.of(
                        before.uniqueKeys().stream().map(UniqueKey::columns),
                        before.foreignKeys().stream().map(ForeignKey::columns),
                        before.indexes().stream().map(Index::columnNames),
                        Stream.ofNullable(before.primaryKey()).map(PrimaryKey::columns))
                .flatMap(keys -> keys)
                .anyMatch(columns -> columns.contains(name));
        boolean expressions = !before.checks().isEmpty()
                || before.indexes().stream()
                        .anyMatch(index -> index.predicate() != null
                                || index.columnNames().size() < index.parts().size())
                || before.columns().stream().anyMatch(other -> other.generation() instanceof Generation.Computed);
        if (!inKey && !expressions && dialect.version().isAtLeast(3, 35)) {
            return super.dropColumn(before, column);
        }
        return rebuilt(
                before,
                before.withColumns(before.columns().stream()
                        .filter(other -> !other.name().equals(name))
                        .toList()));
    }

    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        Column target = to.withComment(from.comment());
        if (target.equals(from)) {
            return List.of();
        }
        boolean identity = from.generation() instanceof Generation.Identity;
        if (altersConstraints
                && !identity
                && target.withNullable(from.nullable()).equals(from)) {
            return alter(before, from, to.nullable() ? "drop not null" : "set not null");
        }
        return rebuilt(before, before.withColumn(to));
    }

    @Override
    public List<DdlStep> convertColumn(Table before, Column from, Column to, String using) {
        return List.of(new DdlStep.Rebuild(before, before.withColumn(to), Map.of(), Map.of(to.name(), using)));
    }

    // constraints

    @Override
    public List<DdlStep> addPrimaryKey(Table before, PrimaryKey key) {
        constraints.primaryKey(key); // refuses what a rebuild would find too late
        return rebuilt(before, before.withPrimaryKey(key));
    }

    @Override
    public List<DdlStep> dropPrimaryKey(Table before, PrimaryKey key) {
        return rebuilt(before, before.withPrimaryKey(null));
    }

    @Override
    public List<DdlStep> addUniqueKey(Table before, UniqueKey key) {
        constraints.uniqueKey(key); // refuses what a rebuild would find too late
        return rebuilt(before, before.withUniqueKeys(plus(before.uniqueKeys(), key)));
    }

    @Override
    public List<DdlStep> dropUniqueKey(Table before, UniqueKey key) {
        return rebuilt(
                before,
                before.withUniqueKeys(before.uniqueKeys().stream()
                        .filter(other -> !other.name().equals(key.name()))
                        .toList()));
    }

    /** No step for a key that {@link #createTable} has written already. */
    @Override
    public List<DdlStep> addForeignKey(Table before, ForeignKey key) {
        constraints.foreignKey(key); // refuses what a rebuild would find too late
        return before.foreignKeys().contains(key)
                ? List.of()
                : rebuilt(before, before.withForeignKeys(plus(before.foreignKeys(), key)));
    }

    @Override
    public List<DdlStep> dropForeignKey(Table before, ForeignKey key) {
        return rebuilt(
                before,
                before.withForeignKeys(before.foreignKeys().stream()
                        .filter(other -> !other.name().equals(key.name()))
                        .toList()));
    }

    @Override
    public List<DdlStep> addCheck(Table before, Check check) {
        constraints.check(check); // refuses what a rebuild would find too late
        return altersConstraints
                ? super.addCheck(before, check)
                : rebuilt(before, before.withChecks(plus(before.checks(), check)));
    }

    /** A check in SQLite's own words may have a name that only we gave it, by which it cannot be dropped. */
    @Override
    public List<DdlStep> dropCheck(Table before, Check check) {
        return altersConstraints && !(check.condition() instanceof RawSql)
                ? super.dropCheck(before, check)
                : rebuilt(
                        before,
                        before.withChecks(before.checks().stream()
                                .filter(other -> !other.name().equals(check.name()))
                                .toList()));
    }

    @Override
    public List<DdlStep> renameConstraint(Table before, Table after, String from, String to) {
        return rebuilt(before, after);
    }

    /** There is no word for it. */
    @Override
    public List<DdlStep> renameIndex(Table before, Index index, String to) {
        return concat(dropIndex(before, index), createIndex(before, index.withName(to)));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    private static List<DdlStep> rebuilt(Table before, Table after) {
        return List.of(new DdlStep.Rebuild(before, after, Map.of()));
    }

    // rebuilds

    @Override
    public List<String> rebuild(DdlStep.Rebuild rebuild, Schema live) {
        return new SqliteRebuild(this, rebuild, live).statements();
    }

    @Override
    public Optional<RebuildProtocol> rebuildProtocol() {
        return Optional.of(SqliteRebuild.PROTOCOL);
    }

    /** The statements that make the table without its indexes. */
    List<String> tableOnly(Table table) {
        return texts(createTable(table.withIndexes(List.of()), Set.of()));
    }

    List<String> indexesOf(Table table) {
        return table.indexes().stream()
                .flatMap(index -> texts(createIndex(table, index)).stream())
                .toList();
    }

    String quoted(TableName table) {
        return name(table);
    }

    String quoted(String name) {
        return dialect.quote(name);
    }

    String typeOf(Column column) {
        return type(column);
    }

    private static List<String> texts(List<DdlStep> steps) {
        return steps.stream()
                .map(step -> ((DdlStep.Sql) Objects.requireNonNull(step)).sql())
                .toList();
    }
}
