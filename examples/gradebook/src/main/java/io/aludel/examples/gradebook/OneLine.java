// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

/**
 * A text as it may stand in a table or a message. What would break the line, command the terminal or turn the direction of what follows
 * (control characters, line ends, invisible formats, halves of surrogate pairs) is shown by its escape: {@code \n}, {@code \u001b}, {@code
 * \u202e}. A backslash stays one: who needs the exact text asks for JSON or CSV.
 */
public final class OneLine {
    private static final int LONGEST = 200;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private OneLine() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(OneLine::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(one -> {
            if (isHidden(one)) {
                shown.append(escape(one));
            } else {
                shown.appendCodePoint(one);
            }
        });
        return shown.toString();
    }

    /** In quotes, as it stands in a message; of a long text only the beginning. */
    public static String quoted(String text) {
        String shown = of(text);
        int end = shown.codePointCount(0, shown.length()) > LONGEST
                ? shown.offsetByCodePoints(0, LONGEST)
                : shown.length();
        return '"' + shown.substring(0, end) + (end < shown.length() ? "…" : "") + '"';
    }

    /** Whether a code point is none that one sees; the two joiners are, as Persian words and emoji are made with them. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> codePoint != JOINER && codePoint != NON_JOINER;
            default -> false;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder units = new StringBuilder();
                for (char unit : Character.toChars(codePoint)) {
                    units.append(String.format("\\u%04x", (int) unit));
                }
                yield units.toString();
            }
        };
    }
}
