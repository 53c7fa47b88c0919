// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.Expression;
import io.aludel.core.type.ValueType;

/** What PostgreSQL writes in another way than the standard. */
final class PostgresExpressions extends StandardExpressions {
    PostgresExpressions(PostgresRenderer renderer) {
        super(renderer);
    }

    @Override
    protected Precedence ilike(Expression text, Expression pattern) {
        operand(text, Precedence.CONCATENATION);
        out.append(" ilike ");
        operand(pattern, Precedence.CONCATENATION);
        out.append(" escape '\\'");
        return Precedence.PREDICATE;
    }

    /** A floating-point number cannot be rounded to places, and rounds half to even; as a decimal it can, and rounds half away from zero. */
    @Override
    protected Precedence round(Expression number, Expression places) {
        return NumericKind.of(number) == NumericKind.FLOATING
                ? call("round", new Cast(number, ValueType.DECIMAL), places)
                : super.round(number, places);
    }
}
