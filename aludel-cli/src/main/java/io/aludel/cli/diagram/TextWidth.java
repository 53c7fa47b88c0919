// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/**
 * How wide text is, without asking any font, as the machine that draws is not the one that shows. The letters are those of a fixed-width font: one
 * cell each, two for those of East Asia and for pictures.
 */
final class TextWidth {
    /** Of a cell, in parts of the font's size: 0.602 of DejaVu Sans Mono and Menlo is the widest of the usual ones. */
    private static final double CELL = 0.602;

    private TextWidth() {}

    /** In pixels, rounded up. */
    static int of(String text, double fontSize) {
        return (int) Math.ceil(cells(text) * CELL * fontSize);
    }

    /** Whether every font that is used has these letters, each as wide as a cell. */
    static boolean isCertain(String text) {
        return text.chars().allMatch(character -> character < 0x7F);
    }

    private static int cells(String text) {
        return text.codePoints().map(TextWidth::cells).sum();
    }

    private static int cells(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** Hangul, ideographs, kana and what goes with them, full-width forms, pictures (Unicode Standard Annex 11, roughly). */
    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F000 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }
}
