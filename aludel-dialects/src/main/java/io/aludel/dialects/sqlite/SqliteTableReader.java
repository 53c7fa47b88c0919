// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together tables from the rows of {@link SqliteIntrospector} and the statements. */
final class SqliteTableReader {
    private static final Set<String> CONSTANTS =
            Set.of("null", "true", "false", "current_date", "current_time", "current_timestamp");

    private final Types types;
    /** By the name of their table; tables of other schemas are none of ours. */
    private final Map<String, List<CatalogRow>> columns;

    SqliteTableReader(Types types, Map<String, List<CatalogRow>> columns) {
        this.types = types;
        this.columns = columns;
    }

    Table read(
            CatalogRow row,
            List<CatalogRow> indexes,
            Map<String, String> indexStatements,
            List<CatalogRow> foreignKeys) {
        String name = row.text("name");
        CreateTable create = statement(name, row.text("sql"));
        Names names = new Names();
        create.uniqueKeys().forEach(key -> names.take(key.name()));
        create.checks().forEach(check -> names.take(check.name()));
        create.foreignKeys().forEach(key -> names.take(key.name()));
        Table table = Table.of(TableName.of(name), columns(name, create, row.bool("wr")))
                .withPrimaryKey(primaryKey(name, create))
                .withOptions(options(row));
        return table.withUniqueKeys(uniqueKeys(name, create, indexes, names))
                .withForeignKeys(foreignKeys(name, create, foreignKeys, names))
                .withChecks(checks(name, create, names))
                .withIndexes(indexes(create, indexes, indexStatements));
    }

    private static CreateTable statement(String table, String sql) {
        try {
            return CreateStatementReader.table(sql);
        } catch (SqlTextException e) {
            throw new SchemaException("The statement that SQLite keeps of table \"" + table + "\" cannot be read: "
                    + e.getMessage() + " The schema is left unread, so that nothing is taken for missing.");
        }
    }

    private static List<String> options(CatalogRow row) {
        List<String> options = new ArrayList<>();
        if (row.bool("strict")) {
            options.add("strict");
        }
        if (row.bool("wr")) {
            options.add("without rowid");
        }
        return options;
    }

    // columns

    private List<Column> columns(String table, CreateTable create, boolean withoutRowid) {
        List<CatalogRow> rows = Objects.requireNonNull(columns.get(table), table);
        boolean oneKey = rows.stream().filter(row -> row.number("pk") > 0).count() == 1;
        List<Column> read = new ArrayList<>();
        for (CatalogRow row : rows) {
            boolean rowid = oneKey
                    && !withoutRowid
                    && row.number("pk") > 0
                    && row.text("type").equalsIgnoreCase("integer");
            read.add(column(row, create, rowid));
        }
        return read;
    }

    private Column column(CatalogRow row, CreateTable create, boolean rowid) {
        CreateTable.Column text = create.column(row.text("name")).orElse(new CreateTable.Column(null, null));
        boolean identity =
                rowid && create.primaryKey() != null && create.primaryKey().autoincrement();
        Generation generation = identity ? Generation.Identity.STANDARD : computed(row, text);
        String defaultText = row.nullableText("dflt_value");
        return new Column(
                row.text("name"),
                identity ? SqlType.bigint() : types.parse(declaration(row, text)),
                !row.bool("not_null") && !rowid,
                defaultText == null ? Default.NONE : new Default.Of(raw(defaultValue(defaultText))),
                generation,
                text.collation(),
                null);
    }

    /** A word behind {@code default} that is no constant is taken for a text; it must be written as one where parentheses stand around it. */
    private static String defaultValue(String text) {
        List<Token> tokens = Tokenizer.tokens(text, SqliteNames.LEXIS);
        boolean word = tokens.size() == 1 && tokens.get(0).isName();
        return word && !CONSTANTS.contains(SqliteNames.folded(tokens.get(0).text()))
                ? SqliteLiterals.of(tokens.get(0).value())
                : text;
    }

    /** SQLite takes {@code generated always} for the end of a type that is followed by {@code as}. */
    private static String declaration(CatalogRow row, CreateTable.Column text) {
        String type = row.text("type");
        String suffix = " generated always";
        return text.generated() != null && type.toLowerCase(Locale.ROOT).endsWith(suffix)
                ? type.substring(0, type.length() - suffix.length())
                : type;
    }

    private static Generation computed(CatalogRow row, CreateTable.Column text) {
        long hidden = row.number("hidden");
        return text.generated() == null ? Generation.NONE : new Generation.Computed(raw(text.generated()), hidden == 3);
    }

    // keys and checks

    private @Nullable PrimaryKey primaryKey(String table, CreateTable create) {
        List<String> key = Objects.requireNonNull(columns.get(table), table).stream()
                .filter(row -> row.number("pk") > 0)
                .sorted(Comparator.comparingLong(row -> row.number("pk")))
                .map(row -> row.text("name"))
                .toList();
        if (key.isEmpty()) {
            return null;
        }
        String name = create.primaryKey() == null ? null : create.primaryKey().name();
        return new PrimaryKey(name == null ? NamingConvention.STANDARD.primaryKey(table) : name, key);
    }

    private List<UniqueKey> uniqueKeys(String table, CreateTable create, List<CatalogRow> indexes, Names names) {
        List<CreateTable.UniqueKey> written = new ArrayList<>(create.uniqueKeys());
        List<UniqueKey> keys = new ArrayList<>();
        for (List<CatalogRow> parts : byIndex(indexes, "u").values()) {
            List<String> columns =
                    parts.stream().map(row -> row.text("column_name")).toList();
            CreateTable.UniqueKey match = written.stream()
                    .filter(key -> sameColumns(key.columns(), columns))
                    .findFirst()
                    .orElse(null);
            written.remove(match);
            String name = match == null ? null : match.name();
            keys.add(new UniqueKey(
                    name != null ? name : names.free(NamingConvention.STANDARD.unique(table, columns)), columns));
        }
        return keys;
    }

    /** The rows come in the order of the text: SQLite numbers keys from the last one. */
    private List<ForeignKey> foreignKeys(String table, CreateTable create, List<CatalogRow> rows, Names names) {
        Map<Long, List<CatalogRow>> byKey = new LinkedHashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.number("id"), id -> new ArrayList<>()).add(row));
        if (byKey.size() != create.foreignKeys().size()) {
            throw new SchemaException("Table \"" + table + "\" has " + byKey.size() + " foreign keys, but "
                    + create.foreignKeys().size() + " were found in its statement; it is left unread.");
        }
        List<ForeignKey> keys = new ArrayList<>();
        int position = 0;
        for (List<CatalogRow> parts : byKey.values()) {
            CreateTable.ForeignKey text = create.foreignKeys().get(position++);
            List<String> from = parts.stream()
                    .map(row -> existing(table, row.text("column_name")))
                    .toList();
            String target = SqliteNames.among(columns.keySet(), parts.get(0).text("target"))
                    .orElse(parts.get(0).text("target"));
            String name =
                    text.name() != null ? text.name() : names.free(NamingConvention.STANDARD.foreignKey(table, from));
            keys.add(new ForeignKey(
                    name,
                    from,
                    TableName.of(target),
                    targetColumns(target, parts),
                    action(parts.get(0).text("on_delete")),
                    action(parts.get(0).text("on_update")),
                    ForeignKey.Match.SIMPLE,
                    text.initiallyDeferred()
                            ? Deferral.DEFERRED
                            : text.deferrable() ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE,
                    true));
        }
        return keys;
    }

    /** Without columns a key points at its target's primary key; where the target does not stand, at columns of its own names. */
    private List<String> targetColumns(String target, List<CatalogRow> parts) {
        List<String> named = new ArrayList<>();
        List<CatalogRow> key = columns.getOrDefault(target, List.of()).stream()
                .filter(row -> row.number("pk") > 0)
                .sorted(Comparator.comparingLong(row -> row.number("pk")))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            String column = parts.get(i).nullableText("target_column");
            if (column != null) {
                named.add(existing(target, column));
            } else {
                named.add(
                        i < key.size() ? key.get(i).text("name") : parts.get(i).text("column_name"));
            }
        }
        return named;
    }

    private String existing(String table, String column) {
        return SqliteNames.among(
                        columns.getOrDefault(table, List.of()).stream()
                                .map(row -> row.text("name"))
                                .toList(),
                        column)
                .orElse(column);
    }

    private static ForeignKey.Action action(String text) {
        return ForeignKey.Action.valueOf(text.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    private List<Check> checks(String table, CreateTable create, Names names) {
        List<Check> checks = new ArrayList<>();
        for (CreateTable.Check check : create.checks()) {
            String name = check.name();
            checks.add(new Check(
                    name != null
                            ? name
                            : names.free(NamingConvention.STANDARD.check(table, mentioned(table, check.condition()))),
                    raw(check.condition())));
        }
        return checks;
    }

    /** The table's columns that the text names, in the table's order. */
    private List<String> mentioned(String table, String text) {
        Set<String> words = new HashSet<>();
        for (Token token : Tokenizer.tokens(text, SqliteNames.LEXIS)) {
            if (token.isName()) {
                words.add(SqliteNames.folded(token.value()));
            }
        }
        return Objects.requireNonNull(columns.get(table), table).stream()
                .map(row -> row.text("name"))
                .filter(column -> words.contains(SqliteNames.folded(column)))
                .toList();
    }

    // indexes

    private List<Index> indexes(CreateTable create, List<CatalogRow> rows, Map<String, String> statements) {
        List<Index> indexes = new ArrayList<>();
        byIndex(rows, "c").forEach((name, parts) -> {
            CreateIndex text = CreateStatementReader.index(Objects.requireNonNull(statements.get(name), name));
            List<Index.Part> keys = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                keys.add(part(create, parts.get(i), text.parts().get(i)));
            }
            indexes.add(new Index(name, keys, parts.get(0).bool("is_unique"))
                    .withPredicate(text.predicate() == null ? null : raw(text.predicate())));
        });
        return indexes;
    }

    /** A column with a collation other than its own is an expression. */
    private static Index.Part part(CreateTable create, CatalogRow row, String text) {
        String column = row.nullableText("column_name");
        boolean descending = row.bool("descending");
        if (column == null) {
            return new Index.Part(raw(text), descending);
        }
        String own = create.column(column).map(CreateTable.Column::collation).orElse(null);
        boolean plain = SqliteNames.same(own == null ? "binary" : own, row.text("coll"));
        return new Index.Part(plain ? Index.Part.column(column).expression() : raw(text), descending);
    }

    private static Map<String, List<CatalogRow>> byIndex(List<CatalogRow> rows, String origin) {
        Map<String, List<CatalogRow>> byIndex = new LinkedHashMap<>();
        for (CatalogRow row : rows) {
            if (row.text("origin").equals(origin)) {
                byIndex.computeIfAbsent(row.text("index_name"), name -> new ArrayList<>())
                        .add(row);
            }
        }
        return byIndex;
    }

    private static boolean sameColumns(List<String> one, List<String> other) {
        return one.stream()
                .map(SqliteNames::folded)
                .toList()
                .equals(other.stream().map(SqliteNames::folded).toList());
    }

    private static Expression raw(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
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
