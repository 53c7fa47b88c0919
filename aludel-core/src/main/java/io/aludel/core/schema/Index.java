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
 * @param method its kind, lower case: {@code gin}, {@code hash}, {@code fulltext}; null for the database's own choice, which is an ordered one
 * @param include further columns that it holds, without being part of the key
 * @param nullsDistinct where it is unique, NULLs do not equal each other
 * @param options what only one database knows about it, in its own words ({@code fillfactor=70}), in its order
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable Expression predicate,
        @Nullable String method,
        List<String> include,
        boolean nullsDistinct,
        List<String> options) {
    /** Where NULLs stand among a part's values. */
    public enum Nulls {
        /** Where the database puts them in that direction, if nothing is said. */
        USUAL(""),
        FIRST(" nulls first"),
        LAST(" nulls last");

        private final String sql;

        Nulls(String sql) {
            this.sql = sql;
        }

        /** What follows the direction in DDL, a blank before it; empty for {@link #USUAL}. */
        public String sql() {
            return sql;
        }
    }

    /**
     * One key of an index: an unqualified column, or an expression.
     *
     * @param collation its name in the database; null for the column's own
     * @param operatorClass as the database writes it, its options included ({@code text_pattern_ops}); null for the type's usual one
     * @param length how many characters or bytes of the value are kept, as MariaDB can have it; null for all of it
     */
    public record Part(
            Expression expression,
            boolean descending,
            Nulls nulls,
            @Nullable String collation,
            @Nullable String operatorClass,
            @Nullable Integer length) {
        public Part {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(nulls, "nulls");
        }

        /** A key that is compared as its column is. */
        public Part(Expression expression, boolean descending) {
            this(expression, descending, Nulls.USUAL, null, null, null);
        }

        public static Part column(String name) {
            return new Part(new ColumnRef("", name, ValueType.STRING), false);
        }

        public Part withExpression(Expression expression) {
            return new Part(expression, descending, nulls, collation, operatorClass, length);
        }

        public Part withNulls(Nulls nulls) {
            return new Part(expression, descending, nulls, collation, operatorClass, length);
        }

        public Part withCollation(@Nullable String collation) {
            return new Part(expression, descending, nulls, collation, operatorClass, length);
        }

        public Part withOperatorClass(@Nullable String operatorClass) {
            return new Part(expression, descending, nulls, collation, operatorClass, length);
        }

        public Part withLength(@Nullable Integer length) {
            return new Part(expression, descending, nulls, collation, operatorClass, length);
        }
    }

    public Index {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = List.copyOf(options);
        if (parts.isEmpty()) {
            throw new SchemaException("Index \"" + name + "\" has no columns; name at least one.");
        }
    }

    /** An ordered index over all rows. */
    public Index(String name, List<Part> parts, boolean unique) {
        this(name, parts, unique, null, null, List.of(), true, List.of());
    }

    public static Index of(String name, String... columns) {
        return new Index(name, Stream.of(columns).map(Part::column).toList(), false);
    }

    public static Index unique(String name, String... columns) {
        return new Index(name, Stream.of(columns).map(Part::column).toList(), true);
    }

    /** The plain columns among its parts, in order. */
    public List<String> columnNames() {
        return parts.stream()
                .filter(part -> part.expression() instanceof ColumnRef)
                .map(part -> ((ColumnRef) part.expression()).column())
                .toList();
    }

    public Index withName(String name) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withParts(List<Part> parts) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withPredicate(@Nullable Expression predicate) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withMethod(@Nullable String method) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withInclude(List<String> include) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withNullsDistinct(boolean nullsDistinct) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }

    public Index withOptions(List<String> options) {
        return new Index(name, parts, unique, predicate, method, include, nullsDistinct, options);
    }
}
