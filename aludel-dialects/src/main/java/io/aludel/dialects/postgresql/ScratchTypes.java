// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Identifiers;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the scratch schemas' tokens where a model names its own enum types and domains with their schema, so that their scratch copies are meant and not
 * the live ones. Types that the model does not have stay those of the live schema.
 */
final class ScratchTypes {
    private final Map<String, String> tokens;
    private final String defaultSchema;
    private final Set<TableName> own;

    /**
     * @param tokens from the model's schema, "" for the default one, to the scratch one
     */
    ScratchTypes(Map<String, String> tokens, String defaultSchema, Schema schema) {
        this.tokens = tokens;
        this.defaultSchema = defaultSchema;
        this.own = Stream.concat(schema.enumTypes().stream(), schema.domains().stream())
                .map(SchemaObject::name)
                .collect(Collectors.toSet());
    }

    Table renamed(Table table) {
        if (own.isEmpty()) {
            return table;
        }
        return table.withColumns(table.columns().stream().map(this::renamed).toList())
                .withChecks(renamed(table.checks()))
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withParts(index.parts().stream()
                                        .map(this::renamed)
                                        .toList())
                                .withPredicate(renamed(index.predicate())))
                        .toList())
                .withExclusions(table.exclusions().stream().map(this::renamed).toList());
    }

    Domain renamed(Domain domain, TableName name) {
        return new Domain(
                name,
                renamed(domain.type()),
                domain.nullable(),
                renamed(domain.defaultValue()),
                renamed(domain.checks()),
                domain.collation(),
                domain.comment());
    }

    private Column renamed(Column column) {
        return column.withType(renamed(column.type()))
                .withDefault(renamed(column.defaultValue()))
                .withGeneration(
                        column.generation() instanceof Generation.Computed computed
                                ? new Generation.Computed(
                                        Objects.requireNonNull(renamed(computed.expression())), computed.stored())
                                : column.generation());
    }

    private SqlType renamed(SqlType type) {
        SqlType here = type.in(PostgresDialect.NAME);
        if (here instanceof ArrayType array) {
            return SqlType.array(renamed(array.element()));
        }
        if (here instanceof NamedEnum named
                && named.schema() != null
                && own.contains(TableName.of(named.schema(), named.name()))) {
            return new NamedEnum(tokens.get(named.schema()), named.name(), named.labels());
        }
        return here instanceof NativeType other
                ? SqlType.nativeType(other.dialect(), renamed(other.declaration()))
                : type;
    }

    private Default renamed(Default value) {
        return value instanceof Default.Of of
                ? new Default.Of(Objects.requireNonNull(renamed(of.expression())))
                : value;
    }

    private List<Check> renamed(List<Check> checks) {
        return checks.stream()
                .map(check -> check.withCondition(Objects.requireNonNull(renamed(check.condition()))))
                .toList();
    }

    private Index.Part renamed(Index.Part part) {
        return part.withExpression(Objects.requireNonNull(renamed(part.expression())));
    }

    private Exclusion renamed(Exclusion exclusion) {
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new Exclusion.Element(renamed(element.part()), element.operator()))
                        .toList(),
                renamed(exclusion.predicate()),
                exclusion.deferral());
    }

    private @Nullable Expression renamed(@Nullable Expression expression) {
        return expression instanceof RawSql raw && raw.dialect().equals(PostgresDialect.NAME)
                ? new RawSql(raw.dialect(), renamed(raw.text()), raw.type())
                : expression;
    }

    /** The schema before a point and the name of a type of the model's own. */
    private String renamed(String sql) {
        String result = sql;
        List<Token> found = Tokenizer.tokens(sql, ScratchNames.LEXIS);
        for (int i = found.size() - 3; i >= 0; i--) {
            Token schema = found.get(i);
            if (schema.isName()
                    && found.get(i + 1).isOperator(".")
                    && found.get(i + 2).isName()) {
                String model = schema.folded().equals(defaultSchema) ? "" : schema.folded();
                TableName name = TableName.of(
                        model.isEmpty() ? null : model, found.get(i + 2).folded());
                if (own.contains(name)) {
                    result = result.substring(0, schema.start())
                            + Identifiers.quoteIfNeeded(Objects.requireNonNull(tokens.get(model)))
                            + result.substring(schema.end());
                }
            }
        }
        return result;
    }
}
