// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.schema.Numbering;

/** How a sequence or an identity counts, in SQL's words. */
final class NumberingWords {
    private NumberingWords() {}

    /** The numbering with one word more. */
    static Numbering word(TokenCursor words, Numbering numbering) {
        if (words.skipWords("minvalue")) {
            return numbering.within(OptionWords.number(words), numbering.maximum());
        }
        if (words.skipWords("maxvalue")) {
            return numbering.within(numbering.minimum(), OptionWords.number(words));
        }
        if (words.skipWords("cache")) {
            int start = words.position();
            long cache = OptionWords.number(words);
            if (cache < 1) {
                throw new SqlTextException("The cache is " + cache + "; it is 1 at least", start);
            }
            return numbering.withCache(cache);
        }
        if (words.skipWords("no", "cycle")) {
            return numbering.withCycle(false);
        }
        if (words.skipWords("cycle")) {
            return numbering.withCycle(true);
        }
        throw words.unexpected("another word");
    }
}
