// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.EntityRef;
import java.util.Objects;

/**
 * A to-many association, as a query sees it: {@code from(student).join(student.grades(), grade)}.
 *
 * @param <C> the class of its elements
 */
public record CollectionPath<C>(EntityRef.Association step) {
    public CollectionPath {
        Objects.requireNonNull(step, "step");
    }
}
