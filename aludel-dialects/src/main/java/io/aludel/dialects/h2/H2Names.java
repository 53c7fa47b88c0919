// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text in which H2 prints names, from left to right: bare, or in quotes. */
final class H2Names {
    private static final String ENDS = " .:(),";
    private static final String ESCAPED = "U&";
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|\\+?([0-9a-fA-F]{6}|[0-9a-fA-F]{4}))");

    private final String text;
    private int position;

    H2Names(String text) {
        this.text = text;
    }

    /** The next name or word; null if there is none here. */
    @Nullable
    String next() {
        int quote = position + (text.startsWith(ESCAPED + '"', position) ? ESCAPED.length() : 0);
        if (text.startsWith("\"", quote)) {
            position = end(text, quote);
            return unquoted(text, quote);
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

    /** What stands in the double quotes that begin there, in which they are doubled; other than ASCII is escaped, and {@code U&} stands before it then. */
    static String unquoted(String text, int start) {
        String content = text.substring(start + 1, Math.max(start + 1, end(text, start) - 1))
                .replace("\"\"", "\"");
        return text.startsWith(ESCAPED, start - ESCAPED.length()) ? unescaped(content) : content;
    }

    /** Behind the quotes that begin there. */
    static int end(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"' && !text.startsWith("\"", ++i)) {
                return i;
            }
        }
        return text.length() + 1;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null ? "\\" : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }
}
