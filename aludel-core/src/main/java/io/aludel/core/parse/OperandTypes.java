// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which operands go together, and the type that a constant takes from what stands beside it. */
final class OperandTypes {
    /** Values of different kinds are not compared: databases convert them by different rules, or refuse. */
    private enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        BYTES,
        DATE,
        TIME,
        TIMESTAMP,
        MOMENT,
        UUID,
        OTHER
    }

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(Short.class, Kind.NUMBER),
            Map.entry(Integer.class, Kind.NUMBER),
            Map.entry(Long.class, Kind.NUMBER),
            Map.entry(Float.class, Kind.NUMBER),
            Map.entry(Double.class, Kind.NUMBER),
            Map.entry(BigDecimal.class, Kind.NUMBER),
            Map.entry(String.class, Kind.TEXT),
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(byte[].class, Kind.BYTES),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(LocalTime.class, Kind.TIME),
            Map.entry(LocalDateTime.class, Kind.TIMESTAMP),
            Map.entry(OffsetDateTime.class, Kind.MOMENT),
            Map.entry(Instant.class, Kind.MOMENT),
            Map.entry(UUID.class, Kind.UUID));

    /** Narrowest first; arithmetic on two of them gives the wider one. */
    private static final List<Class<?>> WIDTH =
            List.of(Short.class, Integer.class, Long.class, BigDecimal.class, Float.class, Double.class);

    Expression requireCondition(Expression expression, int position) {
        if (expression instanceof NullLiteral) {
            return new NullLiteral(ValueType.BOOLEAN);
        }
        return require(Kind.BOOLEAN, "a condition", expression, position);
    }

    Expression requireText(Expression expression, int position) {
        return require(Kind.TEXT, "a text", expression, position);
    }

    Expression requireNumber(Expression expression, int position) {
        return require(Kind.NUMBER, "a number", expression, position);
    }

    private Expression require(Kind kind, String what, Expression expression, int position) {
        if (kind(expression) != kind) {
            throw new SqlTextException("Expected " + what + ", but this is a " + name(kind(expression)), position);
        }
        return expression;
    }

    /** The operands so that all can be compared with each other: constants and NULLs in the type of the first that is neither. */
    List<Expression> comparable(List<Expression> operands, int position) {
        ValueType<?> common = operands.stream()
                .filter(operand -> !(operand instanceof Value) && !(operand instanceof NullLiteral))
                .findFirst()
                .or(() -> operands.stream()
                        .filter(operand -> !(operand instanceof NullLiteral))
                        .findFirst())
                .<ValueType<?>>map(Expression::type)
                .orElse(ValueType.STRING);
        List<Expression> adapted = new ArrayList<>();
        for (Expression operand : operands) {
            Expression same = adapt(operand, common);
            if (kind(same.type()) != kind(common) || kind(common) == Kind.OTHER) {
                throw new SqlTextException(
                        "A " + name(kind(common)) + " and a " + name(kind(same)) + " are not compared alike everywhere",
                        position);
            }
            adapted.add(same);
        }
        return adapted;
    }

    /** The value for a column of that type. */
    Expression assign(Expression expression, ValueType<?> type, int position) {
        if (expression instanceof FunctionCall call
                && call.function() == FunctionCall.Function.CURRENT_TIMESTAMP
                && (kind(type) == Kind.TIMESTAMP || kind(type) == Kind.MOMENT)) {
            return FunctionCall.of(call.function(), type);
        }
        if (expression instanceof Value value) {
            Value same = Constants.in(value, type);
            if (same != null) {
                return same;
            }
        } else if (expression instanceof NullLiteral) {
            return new NullLiteral(type);
        } else if (kind(expression) == kind(type)) {
            return expression;
        }
        throw new SqlTextException(
                "A " + name(kind(expression)) + " does not surely become a " + name(kind(type)) + " everywhere",
                position);
    }

    Expression arithmetic(Arithmetic.Operator operator, Expression left, Expression right, int position) {
        List<Expression> pair =
                comparable(List.of(requireNumber(left, position), requireNumber(right, position)), position);
        ValueType<?> type = widest(pair);
        boolean integers = isInteger(type);
        if (operator == Arithmetic.Operator.DIVIDE && integers) {
            throw new SqlTextException(
                    "Whether integers divided keep their fraction depends on the database; cast one to a decimal",
                    position);
        }
        if (operator == Arithmetic.Operator.REMAINDER && !integers) {
            throw new SqlTextException("The remainder of numbers with a fraction depends on the database", position);
        }
        return new Arithmetic(operator, pair.get(0), pair.get(1), type);
    }

    /** The type that holds the values of all of these. */
    ValueType<?> widest(List<Expression> operands) {
        ValueType<?> widest = operands.get(0).type();
        for (Expression operand : operands) {
            if (WIDTH.indexOf(stored(operand.type())) > WIDTH.indexOf(stored(widest))) {
                widest = operand.type();
            }
        }
        return kind(widest) == Kind.NUMBER ? natural(stored(widest)) : widest;
    }

    boolean isInteger(ValueType<?> type) {
        int width = WIDTH.indexOf(stored(type));
        return width >= 0 && width <= WIDTH.indexOf(Long.class);
    }

    boolean isDecimal(ValueType<?> type) {
        return stored(type) == BigDecimal.class;
    }

    /** A constant that has no exact form in that type (1.5 beside an integer column) stays what it is. */
    private Expression adapt(Expression operand, ValueType<?> type) {
        if (operand instanceof NullLiteral) {
            return new NullLiteral(type);
        }
        if (operand instanceof Value value) {
            Value same = Constants.in(value, type);
            return same == null ? value : same;
        }
        return operand;
    }

    private static ValueType<?> natural(Class<?> number) {
        if (number == Short.class) {
            return ValueType.SHORT;
        }
        if (number == Integer.class) {
            return ValueType.INTEGER;
        }
        if (number == Long.class) {
            return ValueType.LONG;
        }
        if (number == Float.class) {
            return ValueType.FLOAT;
        }
        return number == Double.class ? ValueType.DOUBLE : ValueType.DECIMAL;
    }

    private static Kind kind(Expression expression) {
        return kind(expression.type());
    }

    private static Kind kind(ValueType<?> type) {
        return KINDS.getOrDefault(stored(type), Kind.OTHER);
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case TEXT -> "text";
            case BOOLEAN -> "condition";
            case BYTES -> "blob";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case MOMENT -> "timestamp with time zone";
            case UUID -> "UUID";
            case OTHER -> "value of another type";
        };
    }

    private static Class<?> stored(ValueType<?> type) {
        return type instanceof ConvertedType<?, ?> converted
                ? converted.stored().javaType()
                : type.javaType();
    }
}
