// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.Expression;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint, as PostgreSQL has it: no two rows fulfil all its operators.
 *
 * @param method the kind of its index; null for the database's own choice
 * @param predicate which rows it is about; null for all of them
 */
public record Exclusion(
        String name,
        @Nullable String method,
        List<Element> elements,
        @Nullable Expression predicate,
        Deferral deferral) {
    /**
     * What is compared, and by which operator.
     *
     * @param operator as the database writes it: {@code &&}
     */
    public record Element(Index.Part part, String operator) {
        public Element {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(operator, "operator");
        }
    }

    public Exclusion {
        Objects.requireNonNull(name, "name");
        elements = List.copyOf(elements);
        Objects.requireNonNull(deferral, "deferral");
        if (elements.isEmpty()) {
            throw new SchemaException("Exclusion constraint \"" + name + "\" compares nothing; give it an element.");
        }
    }

    public Exclusion withName(String name) {
        return new Exclusion(name, method, elements, predicate, deferral);
    }
}
