// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names as short as a chart has room for. SVG does not break lines, and nobody here knows the reader's font, so widths are estimates. */
public final class Label {
    private static final String ELLIPSIS = "…";
    private static final String NARROW = "iljftrI1.,:;'|!()[] -";
    private static final String BROAD = "mwMWQGO@%&";

    private Label() {}

    /** The name, or its beginning and end where it is too wide: names often differ in their last letters. Width in tenths of a pixel at 12 pixels. */
    public static String shortened(String name, int mostPixels) {
        if (pixels(name) <= mostPixels) {
            return name;
        }
        List<String> letters = letters(name);
        StringBuilder beginning = new StringBuilder();
        String end = "";
        int from = 0;
        int to = letters.size();
        // One letter at the beginning, one at the end, as long as both fit.
        while (from < to) {
            String longer = beginning + letters.get(from);
            if (pixels(longer + ELLIPSIS + end) > mostPixels) break;
            beginning.append(letters.get(from++));
            if (from == to || pixels(beginning + ELLIPSIS + letters.get(to - 1) + end) > mostPixels) break;
            end = letters.get(--to) + end;
        }
        return beginning.toString().stripTrailing() + ELLIPSIS + end.stripLeading();
    }

    /** About how wide a text is in letters of 12 pixels; rather too much than too little. */
    public static int pixels(String text) {
        return text.codePoints().map(Label::pixels).sum();
    }

    private static int pixels(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            case Character.OTHER_LETTER, Character.OTHER_SYMBOL, Character.SURROGATE -> 13;
            default -> ofLetter(letter);
        };
    }

    private static int ofLetter(int letter) {
        if (NARROW.indexOf(letter) >= 0) return 5;
        if (BROAD.indexOf(letter) >= 0) return 12;
        return Character.isUpperCase(letter) ? 9 : 7;
    }

    /** What a reader takes for one letter: an accent stays with its letter. */
    private static List<String> letters(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> letters = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            letters.add(text.substring(from, to));
            from = to;
        }
        return letters;
    }
}
