// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Order;

/** A key to order by: {@code name.asc()}. */
public record Ordering(Order order) {
    public Ordering nullsFirst() {
        return new Ordering(new Order(order.expression(), order.descending(), Order.Nulls.FIRST));
    }

    public Ordering nullsLast() {
        return new Ordering(new Order(order.expression(), order.descending(), Order.Nulls.LAST));
    }
}
