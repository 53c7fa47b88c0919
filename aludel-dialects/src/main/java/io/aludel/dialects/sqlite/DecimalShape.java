// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Value;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many digits an exact decimal may have, as far as its expression tells.
 *
 * @param whole before the point
 * @param places after it
 */
record DecimalShape(int whole, int places) {
    /** Of a quotient, an average, a column that says nothing. */
    static final DecimalShape UNKNOWN = new DecimalShape(1_000, -1);

    private static final int DIGITS_OF_LONG = 19;

    boolean isKnown() {
        return places >= 0;
    }

    /** Whether SQLite may hold it as an integer of more digits than a double has. */
    boolean mayOutgrowDouble() {
        return whole > 15;
    }

    static DecimalShape of(Expression expression) {
        if (NumericKind.of(expression) == NumericKind.INTEGER) {
            return new DecimalShape(DIGITS_OF_LONG, 0);
        }
        if (expression instanceof Value value && value.value() instanceof BigDecimal number) {
            return new DecimalShape(Math.max(number.precision() - number.scale(), 1), Math.max(number.scale(), 0));
        }
        if (expression instanceof Parameter) {
            return UNKNOWN; // its value may have more places than what it is compared with
        }
        if (expression instanceof Arithmetic arithmetic) {
            return ofArithmetic(arithmetic);
        }
        if (expression instanceof FunctionCall call) {
            return ofCall(call);
        }
        if (expression instanceof Case choice) {
            Stream<Expression> results = choice.whens().stream().map(Case.When::result);
            return widest(Stream.concat(results, Stream.ofNullable(choice.otherwise()))
                    .toList());
        }
        return of(expression.type());
    }

    private static DecimalShape of(ValueType<?> type) {
        boolean known = type.sqlType() instanceof StandardType standard
                && standard.kind() == TypeKind.DECIMAL
                && standard.scale() != StandardType.UNSPECIFIED;
        if (!known) {
            return UNKNOWN;
        }
        StandardType decimal = (StandardType) type.sqlType();
        return new DecimalShape(decimal.length() - decimal.scale(), decimal.scale());
    }

    private static DecimalShape ofArithmetic(Arithmetic arithmetic) {
        DecimalShape left = of(arithmetic.left());
        DecimalShape right = of(arithmetic.right());
        if (!left.isKnown() || !right.isKnown()) {
            return UNKNOWN;
        }
        return switch (arithmetic.operator()) {
            case PLUS, MINUS -> {
                DecimalShape wider = left.widened(right);
                yield new DecimalShape(wider.whole + 1, wider.places);
            }
            case TIMES -> new DecimalShape(left.whole + right.whole, left.places + right.places);
            case INTEGER_DIVIDE -> new DecimalShape(left.whole + right.places, 0);
            case DIVIDE, REMAINDER -> UNKNOWN;
        };
    }

    private static DecimalShape ofCall(FunctionCall call) {
        return switch (call.function()) {
            case MIN, MAX, ABS -> of(call.arguments().get(0));
            case SUM -> new DecimalShape(UNKNOWN.whole, of(call.arguments().get(0)).places);
            case COALESCE -> widest(call.arguments());
            case ROUND -> of(call.type());
            default -> UNKNOWN;
        };
    }

    private static DecimalShape widest(List<Expression> expressions) {
        return expressions.stream()
                .map(DecimalShape::of)
                .reduce((one, other) -> one.isKnown() && other.isKnown() ? one.widened(other) : UNKNOWN)
                .orElse(UNKNOWN);
    }

    private DecimalShape widened(DecimalShape other) {
        return new DecimalShape(Math.max(whole, other.whole), Math.max(places, other.places));
    }
}
