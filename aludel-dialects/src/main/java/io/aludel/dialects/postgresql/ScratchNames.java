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
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
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

    private final ScratchTypes types;

    private ScratchNames(String defaultSchema, Schema schema) {
        this.types = new ScratchTypes(tokens, defaultSchema, schema);
    }

    /** Names for the schemas of the model. */
    static ScratchNames random(ScratchConnection place, String defaultSchema, Schema schema) {
        ScratchNames names = new ScratchNames(defaultSchema, schema);
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

    /**
     * The schema as it is created in scratch: its types, sequences and tables; no foreign keys, which would lock what they point at, no heirs of other
     * tables, no owners of sequences. Routines and views are those of the live schema.
     */
    Schema renamed(Schema schema) {
        return Schema.EMPTY
                .withEnumTypes(schema.enumTypes().stream()
                        .map(type -> new EnumType(renamed(type.name()), type.values(), type.comment()))
                        .toList())
                .withDomains(schema.domains().stream()
                        .map(domain -> types.renamed(domain, renamed(domain.name())))
                        .toList())
                .withSequences(schema.sequences().stream()
                        .map(sequence ->
                                sequence.withName(renamed(sequence.name())).withOwner(null))
                        .toList())
                .withTables(schema.tables().stream()
                        .map(table -> renamed(table, schema))
                        .toList());
    }

    private Table renamed(Table table, Schema schema) {
        Partition partition = table.partition();
        if (partition != null && schema.table(partition.of()).isEmpty()) {
            throw new SchemaException("Table \"" + table.name() + "\" is a part of \"" + partition.of()
                    + "\", and cannot be tried out without it.");
        }
        return types.renamed(table)
                .withName(renamed(table.name()))
                .withForeignKeys(List.of())
                .withPartition(partition == null ? null : new Partition(renamed(partition.of()), partition.bound()))
                .withOptions(table.options().stream()
                        .filter(option -> !isInheritance(option))
                        .toList());
    }

    private static boolean isInheritance(String option) {
        return option.startsWith("inherits ");
    }

    private TableName renamed(TableName name) {
        return name.schema() == null ? name : TableName.of(tokens.get(name.schema()), name.name());
    }

    /** What was left out holds no expression, and so comes back as it was given. */
    Schema withTheRest(Schema read, Schema given) {
        return read.withTables(read.tables().stream()
                        .map(table -> withTheRest(table, given.requireTable(table.name())))
                        .toList())
                .withSequences(read.sequences().stream()
                        .map(sequence -> given.sequence(sequence.name())
                                .map(known -> sequence.withOwner(known.owner()))
                                .orElse(sequence))
                        .toList());
    }

    private static Table withTheRest(Table table, Table given) {
        List<String> options = new ArrayList<>(table.options());
        for (int i = 0; i < given.options().size(); i++) {
            if (isInheritance(given.options().get(i))) {
                options.add(Math.min(i, options.size()), given.options().get(i));
            }
        }
        return table.withForeignKeys(given.foreignKeys()).withOptions(options);
    }

    /** What was read, the real names in the place of the tokens. */
    Schema mappedBack(Schema read) {
        return read.withTables(read.tables().stream().map(this::mappedBack).toList())
                .withDomains(read.domains().stream()
                        .map(domain -> new Domain(
                                domain.name(),
                                mappedBack(domain.type()),
                                domain.nullable(),
                                mappedBack(domain.defaultValue()),
                                mappedBack(domain.checks()),
                                domain.collation(),
                                domain.comment()))
                        .toList());
    }

    private Table mappedBack(Table table) {
        return table.withColumns(table.columns().stream().map(this::mappedBack).toList())
                .withChecks(mappedBack(table.checks()))
                .withExclusions(
                        table.exclusions().stream().map(this::mappedBack).toList())
                .withIndexes(table.indexes().stream().map(this::mappedBack).toList())
                .withOptions(table.options().stream().map(this::mappedBack).toList());
    }

    private List<Check> mappedBack(List<Check> checks) {
        return checks.stream()
                .map(check -> check.withCondition(mappedBack(check.condition())))
                .toList();
    }

    private Column mappedBack(Column column) {
        Generation generation = column.generation() instanceof Generation.Computed computed
                ? new Generation.Computed(mappedBack(computed.expression()), computed.stored())
                : column.generation();
        return column.withType(mappedBack(column.type()))
                .withDefault(mappedBack(column.defaultValue()))
                .withGeneration(generation);
    }

    private SqlType mappedBack(SqlType type) {
        return type instanceof NativeType own ? SqlType.nativeType(own.dialect(), mappedBack(own.declaration())) : type;
    }

    private Default mappedBack(Default value) {
        return value instanceof Default.Of of ? new Default.Of(mappedBack(of.expression())) : value;
    }

    private Index mappedBack(Index index) {
        Expression predicate = index.predicate();
        return index.withParts(index.parts().stream().map(this::mappedBack).toList())
                .withPredicate(predicate == null ? null : mappedBack(predicate));
    }

    private Index.Part mappedBack(Index.Part part) {
        String operatorClass = part.operatorClass();
        return part.withExpression(mappedBack(part.expression()))
                .withOperatorClass(operatorClass == null ? null : mappedBack(operatorClass));
    }

    private Exclusion mappedBack(Exclusion exclusion) {
        Expression predicate = exclusion.predicate();
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element ->
                                new Exclusion.Element(mappedBack(element.part()), mappedBack(element.operator())))
                        .toList(),
                predicate == null ? null : mappedBack(predicate),
                exclusion.deferral());
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
