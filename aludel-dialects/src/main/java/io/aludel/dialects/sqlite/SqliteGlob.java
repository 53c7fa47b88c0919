// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.expr.TextMatch.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * Patterns of {@code glob}: {@code *} is any text, {@code ?} one character, {@code [ab]} one of these. Case is ignored by writing each
 * letter as the set of those that differ from it in case only.
 */
final class SqliteGlob {
    private SqliteGlob() {}

    /** The pattern for a match of that kind. */
    static String of(Kind kind, String pattern) {
        return switch (kind) {
            case LIKE -> ofLike(pattern, false);
            case ILIKE -> ofLike(pattern, true);
            case CONTAINS -> "*" + plain(pattern) + "*";
            case STARTS_WITH -> plain(pattern) + "*";
            case ENDS_WITH -> "*" + plain(pattern);
        };
    }

    private static String ofLike(String pattern, boolean ignoreCase) {
        StringBuilder glob = new StringBuilder();
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '%') {
                glob.append('*');
            } else if (points[i] == '_') {
                glob.append('?');
            } else {
                if (points[i] == '\\' && ++i == points.length) {
                    throw new IllegalArgumentException("The pattern \"" + pattern
                            + "\" ends in a backslash, which escapes nothing there; double it.");
                }
                append(glob, points[i], ignoreCase);
            }
        }
        return glob.toString();
    }

    private static String plain(String text) {
        StringBuilder glob = new StringBuilder();
        text.codePoints().forEach(point -> append(glob, point, false));
        return glob.toString();
    }

    private static void append(StringBuilder glob, int point, boolean ignoreCase) {
        String same = ignoreCase ? CaseSets.SETS.get(Character.toLowerCase(point)) : null;
        if (same != null) {
            glob.append('[').append(same).append(']');
        } else if (point == '*' || point == '?' || point == '[') {
            glob.append('[').append((char) point).append(']');
        } else {
            glob.appendCodePoint(point);
        }
    }

    /** Loaded with the first match that ignores case. */
    private static final class CaseSets {
        /** By lower case letter, all letters that have it as their lower case, where there is more than one. */
        static final Map<Integer, String> SETS = sets();

        private static Map<Integer, String> sets() {
            Map<Integer, String> sets = new HashMap<>();
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                int lower = Character.toLowerCase(point);
                if (lower != point) {
                    sets.merge(
                            lower,
                            Character.toString(lower) + Character.toString(point),
                            (first, second) ->
                                    first + second.substring(Character.charCount(Character.codePointAt(second, 0))));
                }
            }
            return Map.copyOf(sets);
        }
    }
}
