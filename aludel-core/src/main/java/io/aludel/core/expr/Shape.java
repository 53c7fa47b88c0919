// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All of a select but its values: selects of equal shape are one statement, executed with other values. Shapes are equal if their selects are, node by node,
 * and if the same of their values are equal to each other: {@code group by} and what is selected must stay the same expression.
 */
public final class Shape {
    private final Object[] tokens;
    private final int count;
    private final int hash;

    /** @param tokens not changed any more; those from {@code count} on do not belong to it */
    Shape(Object[] tokens, int count, int hash) {
        this.tokens = tokens;
        this.count = count;
        this.hash = hash;
    }

    /**
     * A select taken apart.
     *
     * @param values what is bound, without repetition, in the order of the parameters that stand for them
     */
    public record Parts(Shape shape, List<Value> values) {
        /** The select with a {@link Parameter} in place of each value. */
        public Select parameterized(Select select) {
            return new Parameters(values).of(select);
        }
    }

    /**
     * The shape and the values of a select. Nothing where the SQL may depend on a value, so that other values would need another statement, where an
     * expression of a dialect's own stands, or where there are more values than it pays to compare.
     */
    public static Optional<Parts> of(Select select) {
        ShapeReader reader = new ShapeReader();
        reader.select(select);
        return reader.isComplete() ? Optional.of(new Parts(reader.shape(), reader.values())) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape shape
                && hash == shape.hash
                && Arrays.equals(tokens, 0, count, shape.tokens, 0, shape.count);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Where the value stands among those before it; -1 if it is new. An object that stands for a row is itself only. */
    static int position(Value value, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            Value known = values.get(i);
            if (known == value
                    || known.value() == value.value() && known.type().equals(value.type())
                    || !value.isEntity() && known.equals(value)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts parameters in place of values, but for those that {@link ShapeReader} takes for a part of the shape. */
    private static final class Parameters extends Rewriter {
        private final List<Value> values;

        Parameters(List<Value> values) {
            this.values = new ArrayList<>(values);
        }

        Select of(Select select) {
            return select(select);
        }

        @Override
        public Expression value(Value value) {
            return new Parameter(position(value, values), value.type());
        }

        @Override
        public Expression function(FunctionCall call) {
            if (!ShapeReader.hasPlaces(call)) {
                return super.function(call);
            }
            List<Expression> arguments =
                    List.of(rewrite(call.arguments().get(0)), call.arguments().get(1));
            return new FunctionCall(call.function(), arguments, call.distinct(), call.type());
        }
    }
}
