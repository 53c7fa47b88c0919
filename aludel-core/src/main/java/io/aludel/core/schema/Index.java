// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param predicate which rows it holds; null for all of them
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable Expression predicate) {
    /** One key of an index: an unqualified column, or an expression. */
    public record Part(Expression expression, boolean descending) {
        public Part {
            Objects.requireNonNull(expression, "expression");
        }

        public static Part column(String name) {
            return new Part(new ColumnRef("", name, ValueType.STRING), false);
        }
    }

    public Index {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new SchemaException("Index \"" + name + "\" has no columns; name at least one.");
        }
    }

    public static Index of(String name, String... columns) {
        return new Index(name, Stream.of(columns).map(Part::column).toList(), false, null);
    }

    public static Index unique(String name, String... columns) {
        return new Index(name, Stream.of(columns).map(Part::column).toList(), true, null);
    }

    /** The plain columns among its parts, in order. */
    public List<String> columnNames() {
        return parts.stream()
                .filter(part -> part.expression() instanceof ColumnRef)
                .map(part -> ((ColumnRef) part.expression()).column())
                .toList();
    }
}
