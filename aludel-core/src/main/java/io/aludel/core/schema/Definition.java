// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said as text: a view's query, a function, a trigger.
 *
 * @param dialect the name of the only dialect that understands it; null where every one does
 * @param text as that database prints it, without a semicolon at its end
 */
public record Definition(@Nullable String dialect, String text) {
    public Definition {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new SchemaException(
                    "A definition" + (dialect == null ? "" : " for " + dialect) + " is empty; give its text.");
        }
    }

    /** Whether the dialect of that name understands it. */
    public boolean isFor(String name) {
        return dialect == null || dialect.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
