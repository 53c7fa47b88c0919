// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import org.jspecify.annotations.Nullable;

/** Patterns of {@code like}, rewritten to the one escape character that the expression tree has. */
final class LikePattern {
    private LikePattern() {}

    /**
     * The pattern with backslash escapes.
     *
     * @param escape the escape character that it was written with; null where none was named
     */
    static String withBackslash(String pattern, @Nullable String escape, int position) {
        if (escape == null) {
            if (pattern.indexOf('\\') >= 0) {
                throw new SqlTextException(
                        "Databases disagree about a backslash in a pattern; add \"escape\"", position);
            }
            return pattern;
        }
        int mark = escape.codePointAt(0);
        int[] points = pattern.codePoints().toArray();
        StringBuilder rewritten = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            if (points[i] != mark) {
                rewritten.append(points[i] == '\\' ? "\\\\" : Character.toString(points[i]));
                continue;
            }
            if (++i == points.length) {
                throw new SqlTextException("The pattern ends in its escape character", position);
            }
            if (points[i] != '%' && points[i] != '_' && points[i] != mark) {
                throw new SqlTextException(
                        "The pattern's escape character stands before \"" + Character.toString(points[i])
                                + "\", which needs none",
                        position);
            }
            boolean wild = points[i] == '%' || points[i] == '_' || points[i] == '\\';
            rewritten.append(wild ? "\\" : "").appendCodePoint(points[i]);
        }
        return rewritten.toString();
    }
}
