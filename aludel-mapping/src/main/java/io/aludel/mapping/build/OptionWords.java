// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Deferral;
import io.aludel.mapping.problem.MappingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code options} of an annotation say in SQL. What is not understood is an error, as it would be forgotten otherwise.
 *
 * @param member null for what is said at the class
 * @param code of the error
 * @param annotation for people: {@code @Index}
 * @param understood what can be said, for people
 */
record OptionWords(EntityDraft draft, @Nullable String member, MappingCode code, String annotation, String understood) {
    /** Gives the words to a reader, which takes some each time that it is asked, until all are taken. */
    void read(String text, Consumer<TokenCursor> reader) {
        try {
            TokenCursor words = new TokenCursor(Tokenizer.tokens(text, Lexis.STANDARD));
            while (!words.atEnd()) {
                reader.accept(words);
            }
        } catch (SqlTextException e) {
            draft.error(
                    code,
                    member,
                    annotation + "(options = \"" + text + "\") is not understood at character " + (e.position() + 1)
                            + ": " + e.reason() + ". Understood are " + understood + ".");
        }
    }

    /** When a key is checked; the last thing that options may say. */
    static Deferral deferral(TokenCursor words, Deferral said) {
        if (words.skipWords("initially", "deferred")) {
            return Deferral.DEFERRED;
        }
        if (words.skipWords("deferrable")) {
            return said == Deferral.DEFERRED ? said : Deferral.DEFERRABLE;
        }
        if (words.skipWords("not", "deferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        if (words.skipWords("initially", "immediate")) {
            return said;
        }
        throw words.unexpected("another word");
    }

    /** {@code (a, b)}: columns of the table. */
    List<String> columns(TokenCursor words) {
        List<String> columns = new ArrayList<>();
        words.expectOperator("(");
        do {
            Token token = words.next();
            if (!token.isName()) {
                throw new SqlTextException("Expected a column but found \"" + token.text() + "\"", token.start());
            }
            String column = draft.columns.containsKey(token.value()) ? token.value() : token.folded();
            TableRule.isColumn(draft, annotation, column);
            columns.add(column);
        } while (words.skipOperator(","));
        words.expectOperator(")");
        return columns;
    }

    /** A whole number, perhaps a negative one. */
    static long number(TokenCursor words) {
        int start = words.position();
        String sign = words.skipOperator("-") ? "-" : "";
        String digits = words.next().text();
        try {
            return Long.parseLong(sign + digits);
        } catch (NumberFormatException e) {
            throw new SqlTextException("Expected a whole number but found \"" + sign + digits + "\"", start);
        }
    }
}
