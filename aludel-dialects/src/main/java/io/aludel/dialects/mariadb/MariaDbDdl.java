// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DDL as MariaDB has it: a column changes by its whole definition, comments are part of what they belong to, and each statement commits. Whatever
 * changes indexes heeds {@link KeyIndexes those that foreign keys need}.
 */
final class MariaDbDdl extends StandardDdl {
    private final MariaDbDialect mariaDb;
    private final MariaDbColumns columns;
    private final MariaDbConstraints constraints;

    MariaDbDdl(MariaDbDialect dialect) {
        this(dialect, new MariaDbColumns(dialect), new MariaDbConstraints(dialect));
    }

    private MariaDbDdl(MariaDbDialect dialect, MariaDbColumns columns, MariaDbConstraints constraints) {
        super(dialect, columns, constraints, new MariaDbObjects(dialect, columns, constraints));
        this.mariaDb = dialect;
        this.columns = columns;
        this.constraints = constraints;
    }

    @Override
    public List<DdlStep> deleteAllRows(Schema schema) {
        return deleteTableByTable(schema);
    }

    // tables

    /** A column that is numbered needs an index at once; if that is no key, the column is numbered once it stands. */
    @Override
    public List<DdlStep> createTable(Table table, Set<String> postponed) {
        Column numbered = table.identityColumn().orElse(null);
        if (numbered == null || !isIndexedLater(table, numbered.name())) {
            return super.createTable(table, postponed);
        }
        Table plain = table.withColumns(table.columns().stream()
                .map(column -> column == numbered ? column.withGeneration(Generation.NONE) : column)
                .toList());
        return Stream.of(super.createTable(plain, postponed), modify(table, numbered))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isIndexedLater(Table table, String column) {
        boolean key = Stream.concat(
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns))
                .anyMatch(columns -> columns.get(0).equals(column));
        return !key
                && table.indexes().stream()
                        .anyMatch(index -> index.columnNames().contains(column));
    }

    private List<DdlStep> modify(Table table, Column column) {
        return alter(table.name(), "modify column " + columns.definition(table, column));
    }

    /** Texts compare by code points whatever the database's own collation is, and foreign keys hold; unless the table's options say otherwise. */
    @Override
    protected String options(Table table) {
        return (has(table, "engine=") ? "" : " engine=InnoDB")
                + (has(table, "collate=")
                        ? ""
                        : " default charset=utf8mb4 collate=" + mariaDb.server().collation())
                + (table.comment() == null ? "" : " comment=" + MariaDbColumns.comment(table.comment(), dialect))
                + (table.options().isEmpty() ? "" : " " + String.join(" ", table.options()));
    }

    private static boolean has(Table table, String option) {
        return table.options().stream().anyMatch(own -> own.regionMatches(true, 0, option, 0, option.length()));
    }

    @Override
    protected List<DdlStep> comments(Table table) {
        return List.of();
    }

    @Override
    protected List<DdlStep> comment(Table table, Column column) {
        return List.of();
    }

    @Override
    public List<DdlStep> commentTable(Table before, @Nullable String comment) {
        return alter(before.name(), "comment=" + MariaDbColumns.comment(comment == null ? "" : comment, dialect));
    }

    @Override
    public List<DdlStep> renameTable(Table table, TableName to) {
        String schema = to.schema() == null ? table.name().schema() : to.schema();
        return alter(table.name(), "rename to " + name(TableName.of(schema, to.name())));
    }

    // columns

    /** A check that was written with the column is a part of its definition, and would go; it is called like the column. */
    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        if (!isStored(from).equals(isStored(to))) {
            return List.of(computedAnew(before, to));
        }
        List<Check> own = mariaDb.server() == Server.MYSQL
                ? List.of()
                : before.checks().stream()
                        .filter(check -> check.name().equals(from.name()))
                        .toList();
        return own.isEmpty()
                ? modify(before, to)
                : alter(
                        before.name(),
                        "drop constraint if exists " + dialect.quote(from.name()) + ", modify column "
                                + columns.definition(before, to)
                                + own.stream()
                                        .map(check -> ", add " + constraints.check(check))
                                        .collect(Collectors.joining()));
    }

    /** Whether the values are written, or computed where they are read: the server changes no column from one to the other. */
    private static Boolean isStored(Column column) {
        return !(column.generation() instanceof Generation.Computed computed) || computed.stored();
    }

    /** In one statement, so that nobody sees the table without the column. Indexes over it would lose it, and are made again too. */
    private DdlStep computedAnew(Table before, Column to) {
        StringBuilder change = new StringBuilder();
        List<String> indexes = new ArrayList<>();
        for (UniqueKey key : before.uniqueKeys()) {
            if (key.columns().contains(to.name())) {
                change.append("drop index ").append(dialect.quote(key.name())).append(", ");
                indexes.add(", add " + constraints.uniqueKey(key));
            }
        }
        for (Index index : before.indexes()) {
            if (index.columnNames().contains(to.name())) {
                change.append("drop index ").append(dialect.quote(index.name())).append(", ");
                indexes.add(", add " + constraints.indexOfTable(index));
            }
        }
        change.append("drop column ").append(dialect.quote(to.name()));
        change.append(", add column ").append(columns.definition(before, to));
        indexes.forEach(change::append);
        return alter(before.name(), change.toString()).get(0);
    }

    // keys and checks

    @Override
    public List<DdlStep> dropPrimaryKey(Table before, PrimaryKey key) {
        return alter(before.name(), "drop primary key" + replacements(before, before.withPrimaryKey(null)));
    }

    @Override
    public List<DdlStep> dropUniqueKey(Table before, UniqueKey key) {
        Table after = before.withUniqueKeys(before.uniqueKeys().stream()
                .filter(other -> !other.name().equals(key.name()))
                .toList());
        return alter(before.name(), "drop index " + dialect.quote(key.name()) + replacements(before, after));
    }

    @Override
    protected Optional<BinaryOperator<String>> aroundDefaultSchema() {
        return Optional.of((before, after) -> {
            if (mariaDb.server() != Server.MARIADB) {
                throw new UnsupportedFeatureException(
                        "key from another schema to the default one, whose name is not known (" + before + "…)",
                        dialect.product(),
                        "Give the table that it leads to its schema.");
            }
            return "execute immediate concat(" + text(before) + ", '`', replace(database(), '`', '``'), '`', "
                    + text(after) + ")";
        });
    }

    /** The index that came with the key stays behind; it goes too, unless another key needs it or somebody asked for it. */
    @Override
    public List<DdlStep> dropForeignKey(Table before, ForeignKey key) {
        return alter(before.name(), dropKey(before, key));
    }

    private String dropKey(Table before, ForeignKey key) {
        Table after = before.withForeignKeys(before.foreignKeys().stream()
                .filter(other -> !other.name().equals(key.name()))
                .toList());
        boolean needed =
                KeyIndexes.implied(after).stream().anyMatch(other -> KeyIndexes.covers(key.columns(), other.columns()));
        boolean there = mariaDb.server() == Server.MARIADB
                ? !KeyIndexes.isNamed(before, key.name())
                : KeyIndexes.implied(before).contains(key);
        return "drop foreign key " + dialect.quote(key.name())
                + (there && !needed ? ", drop index " + ifExists() + dialect.quote(key.name()) : "");
    }

    private String ifExists() {
        return mariaDb.server() == Server.MARIADB ? "if exists " : "";
    }

    /** A unique constraint is an index; a key or a check is made anew in one statement; primary keys have no names. */
    @Override
    public List<DdlStep> renameConstraint(Table before, Table after, String from, String to) {
        super.renameConstraint(before, after, from, to); // refuses a name that would be cut
        for (UniqueKey key : before.uniqueKeys()) {
            if (key.name().equals(from)) {
                return renameIndex(before.name(), from, to);
            }
        }
        for (ForeignKey key : before.foreignKeys()) {
            if (key.name().equals(from)) {
                return alter(before.name(), dropKey(before, key) + ", add " + constraints.foreignKey(key.withName(to)));
            }
        }
        for (Check check : before.checks()) {
            if (check.name().equals(from)) {
                return alter(
                        before.name(), dropClause(before, check) + ", add " + constraints.check(check.withName(to)));
            }
        }
        return List.of();
    }

    private String dropClause(Table before, Check check) {
        Optional<Column> column = mariaDb.server() == Server.MYSQL ? Optional.empty() : before.column(check.name());
        return column.isEmpty()
                ? "drop constraint " + dialect.quote(check.name())
                : "drop constraint if exists " + dialect.quote(check.name()) + ", modify column "
                        + columns.definition(before, column.get());
    }

    @Override
    public List<DdlStep> convertColumn(Table before, Column from, Column to, String using) {
        throw new UnsupportedFeatureException(
                "way to convert column \"" + before.name() + "." + from.name() + "\" by an expression",
                dialect.product(),
                "Add a column of the new type, fill it, drop the old one and rename the new one.");
    }

    @Override
    public List<DdlStep> renameIndex(Table before, Index index, String to) {
        super.renameIndex(before, index, to); // refuses a name that would be cut
        return renameIndex(before.name(), index.name(), to);
    }

    /** A name that differs in case only goes by way of another one: InnoDB finds the index by its old name otherwise, and calls it corrupted. */
    private List<DdlStep> renameIndex(TableName table, String from, String to) {
        if (!from.equalsIgnoreCase(to)) {
            return alter(table, "rename index " + dialect.quote(from) + " to " + dialect.quote(to));
        }
        String between = "aludel_renaming_" + Integer.toHexString(from.hashCode());
        List<DdlStep> steps = new ArrayList<>(renameIndex(table, from, between));
        steps.addAll(renameIndex(table, between, to));
        return steps;
    }

    /** A check that was written with its column goes with the column's definition only. */
    @Override
    public List<DdlStep> dropCheck(Table before, Check check) {
        return alter(before.name(), dropClause(before, check));
    }

    // indexes

    @Override
    public List<DdlStep> dropIndex(Table before, Index index) {
        Table after = before.withIndexes(before.indexes().stream()
                .filter(other -> !other.name().equals(index.name()))
                .toList());
        return alter(before.name(), "drop index " + dialect.quote(index.name()) + replacements(before, after));
    }

    /** An index in the place of the one that goes, for each foreign key that would be without. */
    private String replacements(Table before, Table after) {
        List<ForeignKey> implied = KeyIndexes.implied(before);
        StringBuilder added = new StringBuilder();
        for (ForeignKey key : KeyIndexes.implied(after)) {
            if (!implied.contains(key)) {
                added.append(", add index ")
                        .append(mariaDb.server() == Server.MARIADB ? "if not exists " : "")
                        .append(dialect.quote(key.name()))
                        .append(" ")
                        .append(constraints.list(key.columns()));
            }
        }
        return added.toString();
    }
}
