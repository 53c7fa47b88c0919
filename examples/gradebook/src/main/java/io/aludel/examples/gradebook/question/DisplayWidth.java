// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How many columns a text takes on a terminal, code point by code point: none for a mark over the letter before it and for joiners, two
 * for East Asian letters, full-width forms and the blocks of emoji, otherwise one. Terminals differ where several emoji are joined to
 * one; there the column may be off.
 */
final class DisplayWidth {
    private static final Set<UnicodeScript> WIDE_SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);
    private static final Set<UnicodeBlock> WIDE_BLOCKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS,
            UnicodeBlock.EMOTICONS,
            UnicodeBlock.TRANSPORT_AND_MAP_SYMBOLS,
            UnicodeBlock.SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS,
            UnicodeBlock.SYMBOLS_AND_PICTOGRAPHS_EXTENDED_A);
    /** Nothing before Hangul's letters is wide. */
    private static final int FIRST_WIDE = 0x1100;

    private static final int FIRST_HALF_WIDTH = 0xFF61;
    private static final int LAST_HALF_WIDTH = 0xFFDC;

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= FIRST_WIDE
                && (codePoint < FIRST_HALF_WIDTH || codePoint > LAST_HALF_WIDTH)
                && (WIDE_SCRIPTS.contains(UnicodeScript.of(codePoint))
                        || WIDE_BLOCKS.contains(UnicodeBlock.of(codePoint)));
    }
}
