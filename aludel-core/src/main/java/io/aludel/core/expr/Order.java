// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;

/**
 * One key of an order.
 *
 * @param nulls where NULL stands: by default last when ascending and first when descending, on every database
 */
public record Order(Expression expression, boolean descending, Nulls nulls) {
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    public Order {
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(nulls, "nulls");
    }
}
