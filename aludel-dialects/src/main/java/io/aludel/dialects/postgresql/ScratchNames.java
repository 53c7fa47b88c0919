// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scratch schemas of one reading back: a random token for each schema of the model, and the way back. The token occurs nowhere else, so
 * putting the real name in its place is exact. The schemas' comments say which is which, so that no state is kept between two questions.
 */
final class ScratchNames {
    static final Lexis LEXIS = new Lexis(false, false, true, true, true);

    private static final String PREFIX = "aludel_s_";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** From the model's name, "" for the default schema, to the token. */
    private final Map<String, String> tokens = new LinkedHashMap<>();
    /** From the token to the real name as the server prints it. */
    private final Map<String, String> printed = new HashMap<>();

    private ScratchNames() {}

    /** Names for the schemas of the model. */
    static ScratchNames random(ScratchConnection place, String defaultSchema, Schema schema) {
        ScratchNames names = new ScratchNames();
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String token = PREFIX + HexFormat.of().formatHex(random) + "_";
        names.tokens.put("", token + 0);
        schema.schemaNames().forEach(other -> names.tokens.put(other, token + names.tokens.size()));
        names.tokens.forEach((model, name) -> names.printed.put(
                name,
                place.query("select pg_catalog.quote_ident(?) as printed", model.isEmpty() ? defaultSchema : model)
                        .get(0)
                        .text("printed")));
        return names;
    }

    /** The statements that create the schemas. */
    List<String> create() {
        return tokens.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        "create schema " + entry.getValue(),
                        "comment on schema " + entry.getValue() + " is " + PostgresLiterals.literal(entry.getKey())))
                .toList();
    }

    /** The path that the application has, the scratch put first. */
    String searchPath(String live) {
        return live.isBlank() ? tokens.get("") : tokens.get("") + ", " + live;
    }

    /** What the reader calls each scratch schema. */
    Map<String, @Nullable String> modelNames() {
        Map<String, @Nullable String> names = new HashMap<>();
        tokens.forEach((model, token) -> names.put(token, model.isEmpty() ? null : model));
        return names;
    }

    /** The scratch table, as SQL; of the last reading back that had it. */
    static Optional<String> find(ScratchConnection place, TableName table) {
        List<CatalogRow> rows = place.query("""
                select n.nspname as token from pg_catalog.pg_namespace n
                join pg_catalog.pg_class c on c.relnamespace = n.oid
                where n.nspname like 'aludel\\_s\\_%' and c.relname = ?
                and pg_catalog.obj_description(n.oid, 'pg_namespace') is not distinct from nullif(?, '')
                order by n.oid desc limit 1""", table.name(), table.schema() == null ? "" : table.schema());
        return rows.stream()
                .map(row -> row.text("token") + "." + Identifiers.quote(table.name()))
                .findFirst();
    }

    /** The schema as it is created in scratch: no foreign keys, which would lock what they point at. */
    Schema renamed(Schema schema) {
        return Schema.of(
                schema.tables().stream()
                        .map(table -> table.withName(renamed(table.name())).withForeignKeys(List.of()))
                        .toList(),
                schema.sequences().stream()
                        .map(sequence -> sequence.withName(renamed(sequence.name())))
                        .toList());
    }

    private TableName renamed(TableName name) {
        return name.schema() == null ? name : TableName.of(tokens.get(name.schema()), name.name());
    }

    /** Foreign keys hold no expression, so they come back as they were given. */
    Schema withForeignKeys(Schema read, Schema given) {
        List<Table> tables = read.tables().stream()
                .map(table ->
                        table.withForeignKeys(given.requireTable(table.name()).foreignKeys()))
                .toList();
        return read.withTables(tables);
    }

    /** What was read, the real names in the place of the tokens. */
    Schema mappedBack(Schema read) {
        return read.withTables(read.tables().stream().map(this::mappedBack).toList());
    }

    private Table mappedBack(Table table) {
        List<Column> columns = table.columns().stream().map(this::mappedBack).toList();
        List<Check> checks = table.checks().stream()
                .map(check -> check.withCondition(mappedBack(check.condition())))
                .toList();
        List<Index> indexes = table.indexes().stream().map(this::mappedBack).toList();
        return table.withColumns(columns)
                .withChecks(checks)
                .withIndexes(indexes)
                .withOptions(table.options().stream().map(this::mappedBack).toList());
    }

    private Column mappedBack(Column column) {
        SqlType type = column.type() instanceof NativeType own
                ? SqlType.nativeType(own.dialect(), mappedBack(own.declaration()))
                : column.type();
        Default value = column.defaultValue() instanceof Default.Of of
                ? new Default.Of(mappedBack(of.expression()))
                : Default.NONE;
        Generation generation = column.generation() instanceof Generation.Computed computed
                ? new Generation.Computed(mappedBack(computed.expression()), computed.stored())
                : column.generation();
        return column.withType(type).withDefault(value).withGeneration(generation);
    }

    private Index mappedBack(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.withExpression(mappedBack(part.expression())))
                .toList();
        Expression predicate = index.predicate();
        return index.withParts(parts).withPredicate(predicate == null ? null : mappedBack(predicate));
    }

    private Expression mappedBack(Expression expression) {
        return expression instanceof RawSql raw
                ? new RawSql(raw.dialect(), mappedBack(raw.text()), raw.type())
                : expression;
    }

    /** Within a string, as in {@code nextval('s.t'::regclass)}, the name's quotes are doubled once more. */
    private String mappedBack(String sql) {
        if (!sql.contains(PREFIX)) {
            return sql;
        }
        String result = sql;
        List<Token> found = new ArrayList<>(Tokenizer.tokens(sql, LEXIS));
        for (int i = found.size() - 1; i >= 0; i--) {
            Token token = found.get(i);
            if (token.text().contains(PREFIX)) {
                result = result.substring(0, token.start()) + replaced(token) + result.substring(token.end());
            }
        }
        return result;
    }

    private String replaced(Token token) {
        if (token.kind() != Token.Kind.STRING) {
            return printed.getOrDefault(token.text(), token.text());
        }
        String text = token.text();
        for (Map.Entry<String, String> entry : printed.entrySet()) {
            text = text.replace(entry.getKey() + ".", entry.getValue().replace("'", "''") + ".");
        }
        return text;
    }
}
