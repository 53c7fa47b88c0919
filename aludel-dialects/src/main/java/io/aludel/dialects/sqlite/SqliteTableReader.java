// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts together one table from the rows of {@link SqliteCatalog} and its statement. */
final class SqliteTableReader {
    private static final Set<String> CONSTANTS =
            Set.of("null", "true", "false", "current_date", "current_time", "current_timestamp");

    private final Types types;
    private final String name;
    private final CatalogRow row;
    private final CreateTable create;
    private final List<CatalogRow> columns;
    private final List<CatalogRow> indexes;
    private final Map<String, String> indexTexts;
    private final SqliteConstraintReader constraints;
    private final List<Unreadable> unreadable = new ArrayList<>();

    SqliteTableReader(
            Types types,
            CatalogRow row,
            CreateTable create,
            List<CatalogRow> columns,
            List<CatalogRow> indexes,
            Map<String, String> indexTexts,
            List<CatalogRow> foreignKeys) {
        this.types = types;
        this.name = row.text("name");
        this.row = row;
        this.create = create;
        this.columns = columns;
        this.indexes = indexes;
        this.indexTexts = indexTexts;
        this.constraints = new SqliteConstraintReader(name, create, columns, foreignKeys, isRowid(), this::refuse);
    }

    Table read() {
        create.unmodelled().forEach(words -> refuse(words.part(), wordless(words.words())));
        Table table = Table.of(TableName.of(name), readColumns())
                .withPrimaryKey(constraints.primaryKey())
                .withOptions(options());
        return table.withUniqueKeys(constraints.uniqueKeys())
                .withForeignKeys(constraints.foreignKeys())
                .withChecks(constraints.checks())
                .withIndexes(readIndexes());
    }

    /** What of the table could not be read; all of it once {@link #read} has run. */
    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    private void refuse(String part, String reason) {
        unreadable.add(new Unreadable(ObjectKind.TABLE, TableName.of(name), part, reason));
    }

    /** The reason to give where a table of ours has no words for these. */
    static String wordless(String words) {
        return "It says \"" + words
                + "\", which a schema cannot say. Take that out, or create and change the table with SQL of your own.";
    }

    private List<String> options() {
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

    private List<CatalogRow> keyColumns() {
        return columns.stream().filter(column -> column.number("pk") > 0).toList();
    }

    /** Whether the primary key is the number that the row has anyway: then SQLite makes no index for it. */
    private boolean isRowid() {
        boolean indexed =
                indexes.stream().anyMatch(index -> index.text("origin").equals("pk"));
        return keyColumns().size() == 1 && !row.bool("wr") && !indexed;
    }

    private List<Column> readColumns() {
        List<Column> read = new ArrayList<>();
        for (CatalogRow column : columns) {
            read.add(column(column, column.number("pk") > 0 && keyColumns().size() == 1));
        }
        return read;
    }

    private Column column(CatalogRow column, boolean key) {
        String columnName = column.text("name");
        CreateTable.Column text = create.column(columnName)
                .orElseThrow(
                        () -> new SchemaException("Its column \"" + columnName + "\" was not found in its statement."));
        boolean rowid = key && isRowid();
        boolean identity =
                rowid && create.primaryKey() != null && create.primaryKey().autoincrement();
        Generation generation = identity ? Generation.Identity.STANDARD : computed(column, text);
        String defaultText = column.nullableText("dflt_value");
        return new Column(
                columnName,
                identity ? SqlType.bigint() : type(declaration(column, text), key && !rowid),
                !column.bool("not_null") && !rowid,
                defaultText == null ? Default.NONE : new Default.Of(raw(defaultValue(defaultText))),
                generation,
                text.collation(),
                null);
    }

    /** A key of type {@code int} is none of type {@code integer}: only the latter is the number that the row has anyway. */
    private SqlType type(String declaration, boolean keyBesideRowid) {
        SqlType type = types.parse(declaration);
        return keyBesideRowid && !row.bool("wr") && type.equals(SqlType.integer())
                ? SqlType.nativeType("sqlite", declaration)
                : type;
    }

    /** A word behind {@code default} that is no constant is taken for a text; it must be written as one where parentheses stand around it. */
    private static String defaultValue(String text) {
        List<Token> tokens = Tokenizer.tokens(text, SqliteNames.LEXIS);
        boolean word = tokens.size() == 1 && tokens.get(0).isName();
        return word && !CONSTANTS.contains(SqliteNames.folded(tokens.get(0).text()))
                ? SqliteLiterals.of(tokens.get(0).value())
                : StatementText.withoutComments(text);
    }

    /** Of a type that begins with a quote SQLite heeds what stands within it, and forgets the rest. */
    private static String declaration(CatalogRow row, CreateTable.Column text) {
        boolean quoted = !text.type().isEmpty() && "'\"[`".indexOf(text.type().charAt(0)) >= 0;
        String heeded = row.text("type");
        if (heeded.equalsIgnoreCase(text.type())) {
            return heeded;
        }
        return quoted && heeded.chars().allMatch(c -> c == ' ' || c == '_' || Character.isLetterOrDigit(c))
                ? heeded
                : text.type();
    }

    private static Generation computed(CatalogRow row, CreateTable.Column text) {
        long hidden = row.number("hidden");
        return text.generated() == null ? Generation.NONE : new Generation.Computed(raw(text.generated()), hidden == 3);
    }

    // indexes

    private List<Index> readIndexes() {
        Map<String, List<CatalogRow>> byName = new LinkedHashMap<>();
        for (CatalogRow part : indexes) {
            if (part.text("origin").equals("c")) {
                byName.computeIfAbsent(part.text("index_name"), index -> new ArrayList<>())
                        .add(part);
            }
        }
        List<Index> read = new ArrayList<>();
        byName.forEach((index, parts) -> {
            try {
                read.add(index(index, parts, CreateIndex.of(Objects.requireNonNull(indexTexts.get(index), index))));
            } catch (SqlTextException e) {
                refuse(
                        "index \"" + index + "\"",
                        "The statement that SQLite keeps of it cannot be read: " + e.getMessage());
            } catch (SchemaException e) {
                refuse("index \"" + index + "\"", String.valueOf(e.getMessage()));
            }
        });
        return read;
    }

    private Index index(String index, List<CatalogRow> parts, CreateIndex text) {
        if (parts.size() != text.parts().size()) {
            throw new SchemaException("SQLite knows " + parts.size() + " parts of it, but "
                    + text.parts().size() + " were found in its statement.");
        }
        List<Index.Part> keys = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            keys.add(part(parts.get(i), text.parts().get(i)));
        }
        return new Index(index, keys, parts.get(0).bool("is_unique"))
                .withPredicate(text.predicate() == null ? null : raw(text.predicate()));
    }

    /** An expression has no collation of its own; one that stands at its end is the part's if SQLite says so. */
    private Index.Part part(CatalogRow part, KeyPart text) {
        String column = part.nullableText("column_name");
        String collation = part.text("coll");
        boolean descending = part.bool("descending");
        if (column == null) {
            boolean plain = SqliteNames.same(collation, SqliteConstraintReader.BINARY);
            return new Index.Part(raw(plain ? text.text() : text.uncollated()), descending)
                    .withCollation(plain ? null : collation);
        }
        return new Index.Part(Index.Part.column(column).expression(), descending)
                .withCollation(SqliteNames.same(collation, constraints.collation(column)) ? null : collation);
    }

    static Expression raw(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
    }
}
