// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/** Names as they can be shown: what has no shape, or turns the direction of what follows, is written as an escape ({@code \u202e}). */
final class Visible {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visible() {}

    static String text(String raw) {
        StringBuilder text = new StringBuilder();
        raw.codePoints().forEach(point -> {
            if (isShown(point)) {
                text.appendCodePoint(point);
            } else {
                text.append(point > 0xFFFF ? String.format("\\u{%x}", point) : String.format("\\u%04x", point));
            }
        });
        return text.toString();
    }

    private static boolean isShown(int point) {
        if ((point & 0xFFFE) == 0xFFFE) {
            return false; // no character, and none that XML may hold
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    /** Cut where it is longer than that many characters, with an ellipsis. */
    static String shortened(String text, int most) {
        int[] points = text.codePoints().toArray();
        return points.length <= most ? text : new String(points, 0, most - 1).stripTrailing() + "…";
    }
}
