// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code columnDefinition} and {@code options} of {@code @Column} say in SQL, as far as every database says the same: a type of
 * the standard, {@code not null}, {@code default …}, {@code collate …}.
 *
 * @param type null where nothing is said
 * @param defaultText the default as SQL; null where nothing is said
 */
record ColumnWords(
        @Nullable SqlType type,
        boolean notNull,
        @Nullable String defaultText,
        @Nullable String collation) {
    private static final ColumnWords NOTHING = new ColumnWords(null, false, null, null);

    static ColumnWords read(EntityDraft draft, String member, Optional<SourceAnnotation> column) {
        if (column.isEmpty()) {
            return NOTHING;
        }
        String definition = column.get().text("columnDefinition");
        String options = column.get().text("options");
        ColumnWords defined =
                definition.isBlank() ? NOTHING : read(draft, member, "columnDefinition", definition, true);
        ColumnWords more = options.isBlank() ? NOTHING : read(draft, member, "options", options, false);
        return new ColumnWords(
                defined.type,
                defined.notNull || more.notNull,
                more.defaultText == null ? defined.defaultText : more.defaultText,
                more.collation == null ? defined.collation : more.collation);
    }

    private static ColumnWords read(EntityDraft draft, String member, String element, String text, boolean withType) {
        try {
            TokenCursor tokens = new TokenCursor(Tokenizer.tokens(text, Lexis.STANDARD));
            SqlType type = withType ? TypeWords.read(tokens) : null;
            return words(type, text, tokens);
        } catch (SqlTextException e) {
            draft.error(
                    MappingCode.COLUMN_DEFINITION,
                    member,
                    "@Column(" + element + " = \"" + text + "\") is not understood at character " + (e.position() + 1)
                            + ": "
                            + e.reason() + ". Understood are " + (withType ? "the standard's types, then " : "")
                            + "\"not null\", \"default …\" and \"collate …\".");
            return NOTHING;
        }
    }

    private static ColumnWords words(@Nullable SqlType type, String text, TokenCursor tokens) {
        boolean notNull = false;
        String defaultText = null;
        String collation = null;
        while (!tokens.atEnd()) {
            if (tokens.skipWords("not", "null")) {
                notNull = true;
            } else if (tokens.skipWords("null")) {
                notNull = false;
            } else if (tokens.skipWords("default")) {
                defaultText = untilNextWord(text, tokens);
            } else if (tokens.skipWords("collate")) {
                collation = tokens.next().folded();
            } else {
                throw tokens.unexpected("\"not null\", \"default\" or \"collate\"");
            }
        }
        return new ColumnWords(type, notNull, defaultText, collation);
    }

    private static String untilNextWord(String text, TokenCursor tokens) {
        int start = tokens.position();
        Token last = tokens.next();
        while (!tokens.atEnd() && !tokens.atWord("collate") && !tokens.atWord("not")) {
            last = tokens.next();
        }
        return text.substring(start, last.end());
    }
}
