// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;

/** Which kind of number a database computes for an expression; division and rounding depend on it. */
public enum NumericKind {
    INTEGER,
    DECIMAL,
    /** Binary floating point. */
    FLOATING,
    /** No number. */
    NONE;

    /**
     * The kind of the expression's value in the database, which is not always that of its Java type: an average of floating-point numbers is one
     * itself, although it is read as a decimal.
     */
    public static NumericKind of(Expression expression) {
        if (expression instanceof FunctionCall call && call.function() == FunctionCall.Function.AVG) {
            return of(call.arguments().get(0)) == FLOATING ? FLOATING : DECIMAL;
        }
        if (expression instanceof Arithmetic arithmetic) {
            return ofArithmetic(arithmetic);
        }
        return of(expression.type());
    }

    private static NumericKind ofArithmetic(Arithmetic arithmetic) {
        NumericKind left = of(arithmetic.left());
        NumericKind right = of(arithmetic.right());
        if (left == FLOATING || right == FLOATING) {
            return FLOATING;
        }
        boolean integers = left == INTEGER && right == INTEGER;
        return integers && arithmetic.operator() != Arithmetic.Operator.DIVIDE ? INTEGER : DECIMAL;
    }

    private static NumericKind of(ValueType<?> type) {
        Class<?> stored = type instanceof ConvertedType<?, ?> converted
                ? converted.stored().javaType()
                : type.javaType();
        if (stored == Short.class || stored == Integer.class || stored == Long.class) {
            return INTEGER;
        }
        if (stored == Float.class || stored == Double.class) {
            return FLOATING;
        }
        return Number.class.isAssignableFrom(stored) ? DECIMAL : NONE;
    }
}
