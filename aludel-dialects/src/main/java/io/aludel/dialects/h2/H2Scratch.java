// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.dialect.Throwaway;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A database in memory with the live one's settings, by which the words differ in which H2 says the same. H2 prints checks and computed columns in words of its own, so that the same
 * meaning is mostly the same text; defaults stay as they were given.
 */
final class H2Scratch implements Scratch {
    /** Whole defaults that mean the same. */
    private static final List<Set<String>> SYNONYMS =
            List.of(Set.of("LOCALTIMESTAMP", "NOW()"), Set.of("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP(6)"));

    private final H2Dialect dialect;

    H2Scratch(H2Dialect dialect) {
        this.dialect = dialect;
    }

    /** The place has the live default schema, which H2 prints before what is of it. */
    @Override
    public Optional<String> url(CatalogReader live) {
        return Optional.of(url(live, ""));
    }

    /** Named, it is one for all its connections, and stays until the last is closed. */
    @Override
    public Throwaway throwaway(CatalogReader live, Path folder) {
        return new Throwaway.Apart(url(live, "aludel_throwaway_" + UUID.randomUUID()));
    }

    private static String url(CatalogReader live, String name) {
        String settings = live.query(H2Catalog.SETTINGS).stream()
                .map(row -> ";" + row.text("setting_name") + "=" + row.text("setting_value"))
                .collect(Collectors.joining());
        String begin = beginning(live).stream().map(H2Scratch::inUrl).collect(Collectors.joining("\\;"));
        return H2Target.JDBC_PREFIX + "mem:" + name + settings + ";INIT=" + begin;
    }

    /** In a URL, a semicolon begins the next option. */
    private static String inUrl(String statement) {
        return statement.replace("\\", "\\\\").replace(";", "\\;");
    }

    /** What makes the default schema that there is the default one of an empty database. */
    private static List<String> beginning(CatalogReader place) {
        String schema = Identifiers.quote(place.query(H2Catalog.DEFAULTS).get(0).text("default_schema"));
        return List.of("create schema if not exists " + schema, "set schema " + schema);
    }

    @Override
    public Schema readBack(ScratchConnection place, Schema schema) {
        List<String> beginning = beginning(place);
        place.execute("drop all objects");
        beginning.forEach(place::execute);
        List<Table> alone = schema.tables().stream()
                .map(table -> table.withForeignKeys(List.of()))
                .toList();
        Schema created = Schema.of(alone, schema.sequences())
                .withDomains(schema.domains())
                .withSchemaNames(schema.schemaNames());
        for (DdlStep step : dialect.ddl().createAll(created)) {
            place.execute(((DdlStep.Sql) step).sql());
        }
        Scope scope = Scope.of(Set.copyOf(created.schemaNames())).and(ObjectKind.DOMAIN);
        Schema read = dialect.introspector().read(place, scope);
        return read.withTables(read.tables().stream()
                .map(table ->
                        table.withForeignKeys(schema.requireTable(table.name()).foreignKeys()))
                .toList());
    }

    @Override
    public boolean sameDefault(ScratchConnection place, Table table, Column one, Column other) {
        String first = text(one.defaultValue());
        String second = text(other.defaultValue());
        if (first.equals(second) || SYNONYMS.stream().anyMatch(set -> set.contains(first) && set.contains(second))) {
            return true;
        }
        if (!H2Constant.isConstant(first) || !H2Constant.isConstant(second)) {
            return false;
        }
        try {
            return place.query("select " + asStored(first, one) + " is not distinct from " + asStored(second, other)
                            + " as same")
                    .get(0)
                    .bool("same");
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** What a row would hold, as text. */
    private String asStored(String constant, Column column) {
        return "cast(cast((" + constant + ") as " + dialect.types().declaration(column.type()) + ") as varchar)";
    }

    private String text(Default value) {
        return value instanceof Default.Of of ? inline(of.expression()) : inline(new NullLiteral(ValueType.STRING));
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }

    /** Equal text, or equal after H2 has put it in its own words. */
    @Override
    public boolean sameExpression(ScratchConnection place, Table table, Expression one, Expression other) {
        String first = withoutTable(inline(one), table.name().name());
        String second = withoutTable(inline(other), table.name().name());
        if (first.equals(second)) {
            return true;
        }
        try {
            return plan(place, table.name(), first).equals(plan(place, table.name(), second));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** The columns without the table's name before them, which H2 keeps where it was given. */
    private static String withoutTable(String expression, String table) {
        try {
            List<Token> tokens = Tokenizer.tokens(expression, Lexis.STANDARD);
            StringBuilder kept = new StringBuilder();
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean before = i + 2 < tokens.size()
                        && token.isName()
                        && token.folded().equals(table)
                        && tokens.get(i + 1).isOperator(".")
                        && tokens.get(i + 2).isName()
                        && (i == 0 || !tokens.get(i - 1).isOperator("."));
                kept.append(expression, end, token.start());
                if (before) {
                    i++;
                    end = tokens.get(i).end();
                } else {
                    kept.append(token.text());
                    end = token.end();
                }
            }
            return kept.append(expression.substring(end)).toString();
        } catch (SqlTextException unreadable) {
            return expression;
        }
    }

    private List<CatalogRow> plan(ScratchConnection place, TableName table, String expression) {
        String name = (table.schema() == null ? "" : dialect.quote(table.schema()) + ".") + dialect.quote(table.name());
        return place.query("explain select (" + expression + "\n) from " + name);
    }
}
