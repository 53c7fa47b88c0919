// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.List;

/**
 * Scripts name columns without their types, which a renderer wants to know: integers are divided otherwise than decimals. Here columns in
 * expressions get the types that the table says.
 */
record ColumnTypes(Table table) {
    /** The table with all its own expressions typed. */
    Table typed() {
        return table.withColumns(table.columns().stream().map(this::typed).toList())
                .withChecks(table.checks().stream().map(this::typed).toList())
                .withExclusions(table.exclusions().stream().map(this::typed).toList())
                .withIndexes(table.indexes().stream().map(this::typed).toList());
    }

    Column typed(Column column) {
        Column result = typedDefault(column);
        if (column.generation() instanceof Generation.Computed computed) {
            return result.withGeneration(new Generation.Computed(typed(computed.expression()), computed.stored()));
        }
        return result;
    }

    /** The present is written as the column holds it: with or without a zone. */
    static Column typedDefault(Column column) {
        if (column.defaultValue() instanceof Default.Of given
                && given.expression() instanceof FunctionCall call
                && call.function() == Function.CURRENT_TIMESTAMP
                && column.type() instanceof StandardType type
                && (type.kind() == TypeKind.TIMESTAMP || type.kind() == TypeKind.TIMESTAMP_TZ)) {
            return column.withDefault(
                    new Default.Of(FunctionCall.of(call.function(), ScriptValues.valueType(column.type()))));
        }
        return column;
    }

    Check typed(Check check) {
        return check.withCondition(typed(check.condition()));
    }

    Exclusion typed(Exclusion exclusion) {
        Expression predicate = exclusion.predicate();
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new Exclusion.Element(typed(element.part()), element.operator()))
                        .toList(),
                predicate == null ? null : typed(predicate),
                exclusion.deferral());
    }

    Index typed(Index index) {
        List<Index.Part> parts = index.parts().stream().map(this::typed).toList();
        Expression predicate = index.predicate();
        return index.withParts(parts).withPredicate(predicate == null ? null : typed(predicate));
    }

    private Index.Part typed(Index.Part part) {
        return part.expression() instanceof ColumnRef ? part : part.withExpression(typed(part.expression()));
    }

    Expression typed(Expression expression) {
        return new ColumnMapping(this::typed).of(expression);
    }

    private ColumnRef typed(ColumnRef reference) {
        return table.column(reference.column())
                .map(column ->
                        new ColumnRef(reference.qualifier(), reference.column(), ScriptValues.valueType(column.type())))
                .orElse(reference);
    }
}
