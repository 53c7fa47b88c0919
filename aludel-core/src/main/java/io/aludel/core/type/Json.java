// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * A JSON document (RFC 8259) in the one text that all equal documents have: without blanks, the members of each object by name in the order of code
 * points, of a name that comes twice the last, numbers without needless zeros, and escapes only where there must be some. So two documents are equal
 * exactly if their texts are, in Java and on every database, whatever form it keeps them in.
 *
 * <p>Text in, text out; to make objects of it is the business of a JSON library.
 */
public final class Json implements java.io.Serializable {
    private static final long serialVersionUID = 1;

    private final String text;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The document that the text stands for.
     *
     * @throws IllegalArgumentException if it is no JSON, or holds what no database keeps: the character NUL, half a surrogate pair, more than 500
     *     levels; the message says where
     */
    public static Json of(String text) {
        return new Json(new JsonReader(Objects.requireNonNull(text, "text")).document());
    }

    /** The document's one text. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json json && json.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
