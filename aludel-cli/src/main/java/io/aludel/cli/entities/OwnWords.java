// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ScratchPlace;
import io.aludel.mapping.convert.BasicTypes;
import io.aludel.migrate.diff.SchemaDiffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which tables say something in SQL that the mapping cannot read, or would read as something else: what {@code like} means, say, is not the same on every
 * database. The database itself is asked, in a scratch place.
 */
public final class OwnWords {
    private final Schema schema;
    private final Set<TableName> own = new HashSet<>();

    private OwnWords(Schema schema) {
        this.schema = schema;
    }

    /**
     * The tables whose classes must give their SQL as it stands.
     *
     * @param schema what was read
     * @param places gives places to try tables out in, which are closed
     */
    public static Set<TableName> of(Schema schema, Dialect dialect, Supplier<ScratchPlace> places) {
        OwnWords words = new OwnWords(schema);
        List<Table> read = new ArrayList<>();
        for (Table table : schema.tables()) {
            Table alone = table.withForeignKeys(List.of());
            Table understood = words.understood(alone);
            if (!understood.equals(alone) && !words.own.contains(table.name())) {
                read.add(understood);
            }
        }
        SchemaDiffer differ = new SchemaDiffer(dialect, places);
        if (words.differs(differ, read)) {
            read.stream()
                    .filter(table -> words.differs(differ, List.of(table)))
                    .forEach(table -> words.own.add(table.name()));
        }
        return Set.copyOf(words.own);
    }

    private boolean differs(SchemaDiffer differ, List<Table> read) {
        List<Table> live = read.stream()
                .map(table -> schema.requireTable(table.name()).withForeignKeys(List.of()))
                .toList();
        return !differ.diff(schema.withTables(read), schema.withTables(live), Set.of())
                .isEmpty();
    }

    private Table understood(Table table) {
        return table.withColumns(table.columns().stream()
                        .map(column -> understood(table, column))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> understood(table, check))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> understood(table, index))
                        .toList());
    }

    private Column understood(Table table, Column column) {
        Column understood = column;
        if (column.defaultValue() instanceof Default.Of of) {
            String text = SqlWords.expression(of.expression());
            understood = understood.withDefault(new Default.Of(
                    read(table, of.expression(), ConditionParser.defaultValue(text, valueType(column)))));
        }
        if (column.generation() instanceof Generation.Computed computed) {
            understood = understood.withGeneration(
                    new Generation.Computed(expression(table, computed.expression()), computed.stored()));
        }
        return understood;
    }

    private Check understood(Table table, Check check) {
        return check.withCondition(condition(table, check.condition()));
    }

    private Index understood(Table table, Index index) {
        Expression predicate = index.predicate();
        return index.withPredicate(predicate == null ? null : condition(table, predicate))
                .withParts(index.parts().stream()
                        .map(part -> part.expression() instanceof ColumnRef
                                ? part
                                : part.withExpression(expression(table, part.expression())))
                        .toList());
    }

    private Expression condition(Table table, Expression condition) {
        return read(table, condition, parser(table).condition(SqlWords.expression(condition)));
    }

    private Expression expression(Table table, Expression expression) {
        return read(table, expression, parser(table).expression(SqlWords.expression(expression)));
    }

    private Expression read(Table table, Expression raw, Reading reading) {
        if (reading instanceof Reading.Of of) {
            return of.expression();
        }
        own.add(table.name());
        return raw;
    }

    private static ConditionParser parser(Table table) {
        return new ConditionParser(name -> table.column(name).map(OwnWords::valueType));
    }

    /** As the attribute of the column is bound and read. */
    private static ValueType<?> valueType(Column column) {
        JavaType type = column.type() instanceof StandardType standard
                ? JavaType.of(standard)
                : OwnTypes.of(column.type().toString());
        Optional<BasicType<?>> stored = type == null ? Optional.empty() : BasicTypes.stored(type.name());
        return stored.<ValueType<?>>map(found -> found).orElse(ValueType.STRING);
    }
}
