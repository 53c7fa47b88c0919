// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL in a database's own words: what was read from a catalogue, or what a user wrote where we have no expression. Written into the
 * statement as it stands, so it must never be made from input.
 *
 * @param dialect the name of the only dialect that understands it; null where the user answers for it on every database
 */
public record RawSql(@Nullable String dialect, String text, ValueType<?> type) implements Expression {
    public RawSql {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rawSql(this);
    }
}
