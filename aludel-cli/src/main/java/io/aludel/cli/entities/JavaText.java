// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

/** A text as a literal of Java. */
final class JavaText {
    private JavaText() {}

    /** Between quotes. What a reader could not see, or javac would misread, is escaped; all else stays as it is. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> out.append(escaped(point)));
        return out.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                point < 0x20
                        ? "\\%03o".formatted(point) // a Unicode escape of a line end would end the line
                        : isPlain(point) ? Character.toString(point) : units(point);
        };
    }

    private static boolean isPlain(int point) {
        return point == ' ' || Character.isLetterOrDigit(point) || point < 0x7F;
    }

    private static String units(int point) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            out.append("\\u%04x".formatted((int) unit));
        }
        return out.toString();
    }
}
