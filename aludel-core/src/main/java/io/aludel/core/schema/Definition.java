// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.Objects;

/**
 * What is said in the words of one database only: a view's query, a function, a trigger.
 *
 * @param dialect the name of the dialect that understands it
 * @param text as that database prints it, without a semicolon at its end
 */
public record Definition(String dialect, String text) {
    public Definition {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new SchemaException("A definition for " + dialect + " is empty; give its text.");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
