// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what a misspelt word was to be. */
final class Spelling {
    private static final int FEW = 2;

    private Spelling() {}

    /** The word that takes the fewest letters to be put in, left out or changed, if they are few. */
    static Optional<String> closest(String written, List<String> words) {
        return words.stream()
                .filter(word -> distance(written, word) <= FEW)
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** Levenshtein's distance. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
