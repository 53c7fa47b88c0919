// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;

/**
 * {@code target = value} of an update.
 *
 * @param target a {@link ColumnRef} or, before the mapping has resolved it, an {@link AttributeRef}
 */
public record Assignment(Expression target, Expression value) {
    public Assignment {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(value, "value");
    }
}
