// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * Text against a pattern. {@code LIKE} and {@code ILIKE} take the pattern as the user wrote it ({@code %}, {@code _}, backslash escapes); the
 * others take plain text, in which wildcards stand for themselves. All but {@code ILIKE} tell upper from lower case, on every database.
 */
public record TextMatch(Kind kind, Expression text, Expression pattern) implements Expression {
    public enum Kind {
        LIKE,
        /** Ignores case by Unicode's rules. */
        ILIKE,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }

    public TextMatch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.textMatch(this);
    }
}
