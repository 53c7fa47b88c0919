// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.Expression;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.schema.Index;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the {@code options} of {@code @Index} say: its kind, what it includes, and which rows it holds. */
final class IndexOptions {
    private final EntityDraft draft;
    private final OptionWords words;
    private final String text;
    private Index index;

    private IndexOptions(EntityDraft draft, String text, Index index) {
        this.draft = draft;
        this.text = text;
        this.index = index;
        this.words = new OptionWords(
                draft,
                null,
                MappingCode.OPTIONS,
                "@Index",
                "\"using …\", \"include (…)\", \"nulls not distinct\", \"with (…)\" and at the end \"where …\"");
    }

    /** The index with all of them. */
    static Index read(EntityDraft draft, SourceAnnotation annotation, Index index) {
        IndexOptions options = new IndexOptions(draft, annotation.text("options"), index);
        options.words.read(options.text, options::word);
        return options.index;
    }

    private void word(TokenCursor tokens) {
        if (tokens.skipWords("using")) {
            index = index.withMethod(name(tokens).toLowerCase(Locale.ROOT));
        } else if (tokens.skipWords("include")) {
            index = index.withInclude(words.columns(tokens));
        } else if (tokens.skipWords("nulls", "not", "distinct")) {
            index = index.withNullsDistinct(false);
        } else if (tokens.skipWords("nulls", "distinct")) {
            index = index.withNullsDistinct(true);
        } else if (tokens.skipWords("with")) {
            index = index.withOptions(settings(tokens));
        } else if (tokens.skipWords("where")) {
            index = index.withPredicate(predicate(tokens));
        } else {
            throw tokens.unexpected("another word");
        }
    }

    private static String name(TokenCursor tokens) {
        Token token = tokens.next();
        if (!token.isName()) {
            throw new SqlTextException("Expected a name but found \"" + token.text() + "\"", token.start());
        }
        return token.value();
    }

    /** {@code (fillfactor = 70, fastupdate = off)}, as databases print them: without blanks. */
    private static List<String> settings(TokenCursor tokens) {
        List<String> settings = new ArrayList<>();
        tokens.expectOperator("(");
        StringBuilder setting = new StringBuilder();
        while (!tokens.atOperator(")")) {
            if (tokens.skipOperator(",")) {
                settings.add(setting.toString());
                setting.setLength(0);
            } else {
                setting.append(tokens.next().text());
            }
        }
        tokens.expectOperator(")");
        settings.add(setting.toString());
        return settings;
    }

    private Expression predicate(TokenCursor tokens) {
        int start = tokens.position();
        Token last = tokens.next();
        while (!tokens.atEnd()) {
            last = tokens.next();
        }
        String condition = text.substring(start, last.end());
        return new CheckRule(draft).condition(condition, null, "The condition \"" + condition + "\" of an index");
    }
}
