// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import java.util.Locale;
import java.util.Objects;

/**
 * A piece of SQL text.
 *
 * @param text as it was written
 * @param value what it stands for: a quoted name without its quotes, a string's content, a blob's hexadecimal digits, otherwise the text.
 *     The content of {@code E'…'} still has its escapes
 * @param start offset of its first character in the text, counted from 0
 * @param end offset behind its last character
 */
public record Token(Kind kind, String text, String value, int start, int end) {
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        BLOB,
        OPERATOR,
        /** {@code ?}, {@code ?1}, {@code :name}, {@code @name}, {@code $name}. */
        PARAMETER
    }

    public Token {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(value, "value");
    }

    /** Whether it is this word, in any case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** A name, quoted or not. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** A word in lower case, as databases fold it; anything else as {@link #value}. */
    public String folded() {
        return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : value;
    }
}
