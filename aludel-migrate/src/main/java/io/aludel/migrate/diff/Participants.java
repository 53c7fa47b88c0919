// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Introspector;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropExclusion;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What takes part in a comparison: the rest is hidden by its name, by the program's own filter, or is the database's own. */
record Participants(DiffOptions options, Introspector introspector, Schema wanted, Schema found) {
    Schema model() {
        return wanted.withTables(wanted.tables().stream()
                        .filter(table -> options.tables().takes(table.name()) && takes(table.name()))
                        .map(this::withoutSystemColumns)
                        .toList())
                .withSequences(wanted.sequences().stream()
                        .filter(sequence ->
                                options.tables().takesSchemaOf(sequence.name()) && takesSequence(sequence.name()))
                        .toList())
                .withEnumTypes(wanted.enumTypes().stream()
                        .filter(type -> options.tables().takesSchemaOf(type.name()))
                        .toList())
                .withSchemaNames(schemaNames());
    }

    /** Of a schema of which nothing takes part, not even its name does. */
    private List<String> schemaNames() {
        return wanted.schemaNames().stream()
                .filter(name -> wanted.objects()
                        .noneMatch(object -> name.equals(object.name().schema())))
                .toList();
    }

    Schema live() {
        return found.withTables(found.tables().stream()
                        .filter(table -> takesLive(table.name()) && takes(table.name()))
                        .toList())
                .withSequences(found.sequences().stream()
                        .filter(sequence -> takesLiveSequence(sequence.name()) && takesSequence(sequence.name()))
                        .toList())
                .withUnreadable(found.unreadable().stream()
                        .filter(object -> takesLive(object.name()))
                        .toList());
    }

    private boolean takesLiveSequence(TableName sequence) {
        return wanted.sequence(sequence).isPresent() || options.tables().takesUnknown(sequence);
    }

    private boolean takesLive(TableName table) {
        return !options.ignored().contains(table)
                && (wanted.table(table).isPresent()
                        ? options.tables().takes(table)
                        : options.tables().takesUnknown(table));
    }

    private boolean takes(TableName table) {
        return takes(ObjectFilter.Kind.TABLE, table, Schema::table);
    }

    private boolean takesSequence(TableName sequence) {
        return takes(ObjectFilter.Kind.SEQUENCE, sequence, Schema::sequence);
    }

    private boolean takes(ObjectFilter.Kind kind, TableName name, Lookup lookup) {
        if (options.objects() == ObjectFilter.ALL) {
            return true;
        }
        return takes(
                kind,
                name,
                name.name(),
                lookup.in(wanted, name).orElse(null),
                lookup.in(found, name).orElse(null));
    }

    private interface Lookup {
        Optional<?> in(Schema schema, TableName name);
    }

    private boolean takes(
            ObjectFilter.Kind kind, TableName table, String name, @Nullable Object model, @Nullable Object live) {
        return (model == null
                        || options.objects().takes(new ObjectFilter.Candidate(kind, name, table, false, model, live)))
                && (live == null
                        || options.objects().takes(new ObjectFilter.Candidate(kind, name, table, true, live, model)));
    }

    /** A column that every table has is neither created nor missing, unless a key speaks of it, which makes it a column like any other. */
    private Table withoutSystemColumns(Table table) {
        List<Column> own = table.columns().stream()
                .filter(column -> !introspector.isSystemColumn(table, column.name())
                        || isInLive(table.name(), column.name())
                        || isInAKey(table, column.name()))
                .toList();
        return own.size() == table.columns().size() ? table : table.withColumns(own);
    }

    private boolean isInLive(TableName table, String column) {
        return found.table(table).flatMap(live -> live.column(column)).isPresent();
    }

    private static boolean isInAKey(Table table, String column) {
        return Stream.of(
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns),
                        table.foreignKeys().stream().map(ForeignKey::columns),
                        table.indexes().stream().map(Index::columnNames))
                .flatMap(columns -> columns)
                .anyMatch(columns -> columns.contains(column));
    }

    /** Whether the filter leaves what the operation is about alone, as a part of a table that is on both sides. */
    boolean isHidden(Operation operation) {
        if (operation instanceof AddColumn add) {
            return isHidden(add.table(), add.column().name(), ObjectFilter.Kind.COLUMN, Table::columns, Column::name);
        }
        if (operation instanceof AlterColumn alter) {
            return isHidden(alter.table(), alter.to().name(), ObjectFilter.Kind.COLUMN, Table::columns, Column::name);
        }
        if (operation instanceof DropColumn drop) {
            return isHidden(drop.table(), drop.column(), ObjectFilter.Kind.COLUMN, Table::columns, Column::name);
        }
        if (operation instanceof AddPrimaryKey add) {
            return isHidden(
                    add.table(),
                    add.key().name(),
                    ObjectFilter.Kind.PRIMARY_KEY,
                    Participants::primaryKey,
                    PrimaryKey::name);
        }
        if (operation instanceof DropPrimaryKey drop) {
            return isHidden(
                    drop.table(),
                    drop.name(),
                    ObjectFilter.Kind.PRIMARY_KEY,
                    Participants::primaryKey,
                    PrimaryKey::name);
        }
        if (operation instanceof AddUniqueKey add) {
            return isHidden(
                    add.table(), add.key().name(), ObjectFilter.Kind.UNIQUE_KEY, Table::uniqueKeys, UniqueKey::name);
        }
        if (operation instanceof DropUniqueKey drop) {
            return isHidden(
                    drop.table(), drop.name(), ObjectFilter.Kind.UNIQUE_KEY, Table::uniqueKeys, UniqueKey::name);
        }
        if (operation instanceof AddForeignKey add) {
            return isHidden(
                    add.table(), add.key().name(), ObjectFilter.Kind.FOREIGN_KEY, Table::foreignKeys, ForeignKey::name);
        }
        if (operation instanceof DropForeignKey drop) {
            return isHidden(
                    drop.table(), drop.name(), ObjectFilter.Kind.FOREIGN_KEY, Table::foreignKeys, ForeignKey::name);
        }
        if (operation instanceof AddCheck add) {
            return isHidden(add.table(), add.check().name(), ObjectFilter.Kind.CHECK, Table::checks, Check::name);
        }
        if (operation instanceof DropCheck drop) {
            return isHidden(drop.table(), drop.name(), ObjectFilter.Kind.CHECK, Table::checks, Check::name);
        }
        if (operation instanceof AddExclusion add) {
            return isHidden(
                    add.table(),
                    add.exclusion().name(),
                    ObjectFilter.Kind.EXCLUSION,
                    Table::exclusions,
                    Exclusion::name);
        }
        if (operation instanceof DropExclusion drop) {
            return isHidden(drop.table(), drop.name(), ObjectFilter.Kind.EXCLUSION, Table::exclusions, Exclusion::name);
        }
        if (operation instanceof CreateIndex create) {
            return isHidden(
                    create.table(), create.index().name(), ObjectFilter.Kind.INDEX, Table::indexes, Index::name);
        }
        return operation instanceof DropIndex drop
                && isHidden(drop.table(), drop.name(), ObjectFilter.Kind.INDEX, Table::indexes, Index::name);
    }

    private static List<PrimaryKey> primaryKey(Table table) {
        return Stream.ofNullable(table.primaryKey()).toList();
    }

    private <T> boolean isHidden(
            TableName table,
            String name,
            ObjectFilter.Kind kind,
            Function<Table, List<T>> parts,
            Function<T, String> nameOf) {
        boolean common = wanted.table(table).isPresent() && found.table(table).isPresent();
        return common
                && !takes(
                        kind,
                        table,
                        name,
                        part(wanted, table, name, parts, nameOf),
                        part(found, table, name, parts, nameOf));
    }

    private static <T> @Nullable T part(
            Schema schema, TableName table, String name, Function<Table, List<T>> parts, Function<T, String> nameOf) {
        return schema.table(table).stream()
                .flatMap(found -> parts.apply(found).stream())
                .filter(part -> nameOf.apply(part).equals(name))
                .findFirst()
                .orElse(null);
    }
}
