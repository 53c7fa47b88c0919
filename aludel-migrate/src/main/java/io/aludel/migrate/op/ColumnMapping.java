// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Rewriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same expression with other columns. Raw SQL stays as it is, for nobody can say what it speaks of. */
final class ColumnMapping extends Rewriter {
    private final UnaryOperator<ColumnRef> columns;

    ColumnMapping(UnaryOperator<ColumnRef> columns) {
        this.columns = columns;
    }

    Expression of(Expression expression) {
        return rewrite(expression);
    }

    @Override
    public Expression column(ColumnRef column) {
        return columns.apply(column);
    }

    /** Some functions have the type of what they are called with. */
    @Override
    public Expression function(FunctionCall call) {
        List<Expression> arguments = rewrite(call.arguments());
        boolean likeItsArgument = call.function() == Function.ABS || call.function() == Function.COALESCE;
        return new FunctionCall(
                call.function(),
                arguments,
                call.distinct(),
                likeItsArgument ? arguments.get(0).type() : call.type());
    }
}
