// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Identifiers;
import org.jspecify.annotations.Nullable;

/** Reads a text in which H2 prints names, from left to right: bare, or in quotes. */
final class H2Names {
    private static final String ENDS = " .:(),";

    private final String text;
    private int position;

    H2Names(String text) {
        this.text = text;
    }

    /** The next name or word; null if there is none here. */
    @Nullable
    String next() {
        if (text.startsWith("\"", position)) {
            String name = unquoted(text, position);
            position += Identifiers.quote(name).length();
            return name;
        }
        int start = position;
        while (position < text.length() && ENDS.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return start == position ? null : text.substring(start, position);
    }

    /** The next name, without the schema that may stand before it. */
    @Nullable
    String nextOfSchema() {
        String name = next();
        return skip(".") ? next() : name;
    }

    /** Goes on behind what comes next, if that is this. */
    boolean skip(String expected) {
        boolean there = text.startsWith(expected, position);
        position += there ? expected.length() : 0;
        return there;
    }

    /** What stands in the double quotes that begin there, in which they are doubled. */
    static String unquoted(String text, int start) {
        StringBuilder content = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"' && !text.startsWith("\"", ++i)) {
                break;
            }
            content.append(text.charAt(i));
        }
        return content.toString();
    }
}
