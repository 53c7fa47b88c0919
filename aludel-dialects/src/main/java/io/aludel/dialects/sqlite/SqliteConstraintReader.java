// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The keys and checks of one table. */
final class SqliteConstraintReader {
    /** How columns compare of which nothing is said. */
    static final String BINARY = "binary";

    private final String table;
    private final CreateTable create;
    private final List<CatalogRow> columns;
    private final List<CatalogRow> foreignKeys;
    private final boolean rowid;
    private final BiConsumer<String, String> refuse;
    private final Names names = new Names();

    /**
     * @param rowid whether the primary key is the number that the row has anyway
     * @param refuse told of a part that cannot be read, and why
     */
    SqliteConstraintReader(
            String table,
            CreateTable create,
            List<CatalogRow> columns,
            List<CatalogRow> foreignKeys,
            boolean rowid,
            BiConsumer<String, String> refuse) {
        this.table = table;
        this.create = create;
        this.columns = columns;
        this.foreignKeys = foreignKeys;
        this.rowid = rowid;
        this.refuse = refuse;
        create.uniqueKeys().forEach(key -> names.take(key.name()));
        create.checks().forEach(check -> names.take(check.name()));
        create.foreignKeys().forEach(key -> names.take(key.name()));
    }

    /** How the column's text is compared if nothing else is said. */
    String collation(String column) {
        String own = create.column(column).map(CreateTable.Column::collation).orElse(null);
        return own == null ? BINARY : own;
    }

    @Nullable
    PrimaryKey primaryKey() {
        List<String> key = keyColumns();
        if (key.isEmpty()) {
            return null;
        }
        CreateTable.PrimaryKey text = Objects.requireNonNull(create.primaryKey(), table);
        if (!rowid) {
            requirePlain("primary key", text.parts());
        }
        return new PrimaryKey(text.name() == null ? NamingConvention.STANDARD.primaryKey(table) : text.name(), key);
    }

    private List<String> keyColumns() {
        return columns.stream()
                .filter(row -> row.number("pk") > 0)
                .sorted(Comparator.comparingLong(row -> row.number("pk")))
                .map(row -> row.text("name"))
                .toList();
    }

    /** A key that only repeats another one, and has no name, is nothing to SQLite either. */
    List<UniqueKey> uniqueKeys() {
        List<UniqueKey> keys = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        if (create.primaryKey() != null && !rowid) {
            known.add(compared(create.primaryKey().parts()));
        }
        for (CreateTable.UniqueKey text : create.uniqueKeys()) {
            if (!known.add(compared(text.parts())) && text.name() == null) {
                continue;
            }
            requirePlain(CreateStatementReader.unique(text.parts()), text.parts());
            List<String> key =
                    text.parts().stream().map(part -> existing(columnOf(part))).toList();
            String name = text.name();
            keys.add(
                    new UniqueKey(name != null ? name : names.free(NamingConvention.STANDARD.unique(table, key)), key));
        }
        return keys;
    }

    /** What rows are compared by. */
    private List<String> compared(List<KeyPart> parts) {
        return parts.stream()
                .map(part -> existing(columnOf(part)) + " " + SqliteNames.folded(collation(part)))
                .toList();
    }

    private String collation(KeyPart part) {
        return part.collation() == null ? collation(columnOf(part)) : part.collation();
    }

    /** Direction and collation of a key have no words in a schema. */
    private void requirePlain(String key, List<KeyPart> parts) {
        for (KeyPart part : parts) {
            String column = columnOf(part);
            if (part.descending()) {
                refuse.accept(key, SqliteTableReader.wordless(column + " desc"));
            }
            if (!SqliteNames.same(collation(part), collation(column))) {
                refuse.accept(key, SqliteTableReader.wordless(column + " collate " + collation(part)));
            }
        }
    }

    private String columnOf(KeyPart part) {
        if (part.column() == null) {
            throw new SchemaException("A key of it is over \"" + part.text() + "\", which is no column.");
        }
        return part.column();
    }

    /** The rows come in the order of the text: SQLite numbers keys from the last one. */
    List<ForeignKey> foreignKeys() {
        Map<Long, List<CatalogRow>> byKey = new LinkedHashMap<>();
        foreignKeys.forEach(row ->
                byKey.computeIfAbsent(row.number("id"), id -> new ArrayList<>()).add(row));
        if (byKey.size() != create.foreignKeys().size()) {
            throw new SchemaException("SQLite knows " + byKey.size() + " foreign keys, but "
                    + create.foreignKeys().size() + " were found in its statement.");
        }
        List<ForeignKey> keys = new ArrayList<>();
        int position = 0;
        for (List<CatalogRow> parts : byKey.values()) {
            CreateTable.ForeignKey text = create.foreignKeys().get(position++);
            List<String> from =
                    parts.stream().map(row -> row.text("column_name")).toList();
            String name =
                    text.name() != null ? text.name() : names.free(NamingConvention.STANDARD.foreignKey(table, from));
            if (isResolved(name, parts)) {
                keys.add(foreignKey(name, from, text, parts));
            }
        }
        return keys;
    }

    /** Without columns a key points at its target's primary key, which must have as many. */
    private boolean isResolved(String name, List<CatalogRow> parts) {
        CatalogRow first = parts.get(0);
        long size = first.number("key_size");
        if (!first.bool("implied") || size == parts.size()) {
            return true;
        }
        refuse.accept(
                "foreign key \"" + name + "\"",
                "It points at the primary key of table \"" + first.text("target") + "\", which "
                        + (size == 0 ? "is not there" : "has " + size + " columns instead of " + parts.size())
                        + ". Name the columns that it points at.");
        return false;
    }

    private static ForeignKey foreignKey(
            String name, List<String> from, CreateTable.ForeignKey text, List<CatalogRow> parts) {
        CatalogRow first = parts.get(0);
        return new ForeignKey(
                name,
                from,
                TableName.of(first.text("target")),
                parts.stream().map(row -> row.text("target_column")).toList(),
                action(first.text("on_delete")),
                action(first.text("on_update")),
                ForeignKey.Match.SIMPLE,
                text.initiallyDeferred()
                        ? Deferral.DEFERRED
                        : text.deferrable() ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE,
                true);
    }

    private static ForeignKey.Action action(String text) {
        return ForeignKey.Action.valueOf(text.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (CreateTable.Check check : create.checks()) {
            String name = check.name();
            checks.add(new Check(
                    name != null
                            ? name
                            : names.free(NamingConvention.STANDARD.check(table, mentioned(check.condition()))),
                    SqliteTableReader.raw(check.condition())));
        }
        return checks;
    }

    /** The table's columns that the text names, in the table's order. */
    private List<String> mentioned(String text) {
        Set<String> words = new HashSet<>();
        for (Token token : Tokenizer.tokens(text, SqliteNames.LEXIS)) {
            if (token.isName()) {
                words.add(SqliteNames.folded(token.value()));
            }
        }
        return columnNames().stream()
                .filter(column -> words.contains(SqliteNames.folded(column)))
                .toList();
    }

    private String existing(String column) {
        return SqliteNames.among(columnNames(), column).orElse(column);
    }

    private List<String> columnNames() {
        return columns.stream().map(row -> row.text("name")).toList();
    }

    /** Names of one table's constraints, so that one that we make up is never that of another. */
    private static final class Names {
        private final Set<String> taken = new HashSet<>();

        void take(@Nullable String name) {
            if (name != null) {
                taken.add(SqliteNames.folded(name));
            }
        }

        String free(String wanted) {
            String name = wanted;
            for (int i = 2; !taken.add(SqliteNames.folded(name)); i++) {
                name = wanted + "_" + i;
            }
            return name;
        }
    }
}
