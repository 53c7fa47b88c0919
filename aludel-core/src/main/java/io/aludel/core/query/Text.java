// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text. Comparisons tell upper from lower case, on every database. */
public final class Text extends Ordered<String> {
    public Text(Expression node) {
        this(node, null);
    }

    private Text(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Text over(Expression node, @Nullable String alias) {
        return new Text(node, alias);
    }

    /** The same under a name in the result. */
    public Text as(String alias) {
        return over(node(), alias);
    }

    /**
     * Fits the pattern: {@code %} stands for any text, {@code _} for one character, a backslash before either for itself.
     *
     * @throws QueryException if the pattern ends in a backslash that has nothing to escape
     */
    public Bool like(String pattern) {
        return match(TextMatch.Kind.LIKE, complete(pattern));
    }

    /** {@link #like} without regard to case, by Unicode's rules. */
    public Bool ilike(String pattern) {
        return match(TextMatch.Kind.ILIKE, complete(pattern));
    }

    /** Contains this text, in which {@code %} and {@code _} stand for themselves. */
    public Bool contains(String part) {
        return match(TextMatch.Kind.CONTAINS, part);
    }

    public Bool startsWith(String part) {
        return match(TextMatch.Kind.STARTS_WITH, part);
    }

    public Bool endsWith(String part) {
        return match(TextMatch.Kind.ENDS_WITH, part);
    }

    /** The same, compared and ordered by Unicode code point, which is one order on every database. */
    public Text byCodePoint() {
        return over(new CodePointOrder(node()), alias());
    }

    public Text lower() {
        return new Text(FunctionCall.of(Function.LOWER, ValueType.STRING, node()));
    }

    public Text upper() {
        return new Text(FunctionCall.of(Function.UPPER, ValueType.STRING, node()));
    }

    public Text trim() {
        return new Text(FunctionCall.of(Function.TRIM, ValueType.STRING, node()));
    }

    /** The number of characters. */
    public IntNum length() {
        return new IntNum(FunctionCall.of(Function.LENGTH, ValueType.INTEGER, node()));
    }

    /**
     * What follows from that place on; nothing where the text is shorter.
     *
     * @param from counted from 1, in characters
     * @throws QueryException if it is less than 1
     */
    public Text substring(int from) {
        return new Text(FunctionCall.of(Function.SUBSTRING, ValueType.STRING, node(), place(from)));
    }

    /**
     * As many characters from that place on, or as many as there are.
     *
     * @param from counted from 1, in characters
     * @throws QueryException if it is less than 1, or the length negative
     */
    public Text substring(int from, int length) {
        if (length < 0) {
            throw new QueryException("A part of a text has the length " + length + "; say 0 or more.");
        }
        return new Text(FunctionCall.of(
                Function.SUBSTRING, ValueType.STRING, node(), place(from), new Value(length, ValueType.INTEGER)));
    }

    private static Value place(int from) {
        if (from < 1) {
            throw new QueryException("A part of a text begins at " + from + "; SQL counts characters from 1.");
        }
        return new Value(from, ValueType.INTEGER);
    }

    /** Where the part stands for the first time, counted from 1 in characters; 0 where it does not. */
    public IntNum position(String part) {
        return new IntNum(FunctionCall.of(Function.POSITION, ValueType.INTEGER, text(part), node()));
    }

    public Text concat(String other) {
        return new Text(FunctionCall.of(Function.CONCAT, ValueType.STRING, node(), text(other)));
    }

    public Text concat(Expr<String> other) {
        return new Text(FunctionCall.of(Function.CONCAT, ValueType.STRING, node(), other.node()));
    }

    private static String complete(String pattern) {
        long backslashes = pattern.length() - pattern.replaceFirst("\\\\+$", "").length();
        if (backslashes % 2 != 0) {
            throw new QueryException(
                    "The pattern \"" + pattern
                            + "\" ends in a backslash, which escapes nothing there; double it, or use endsWith for plain text.");
        }
        return pattern;
    }

    private Bool match(TextMatch.Kind kind, String pattern) {
        return new Bool(new TextMatch(kind, node(), text(pattern)));
    }

    /** A pattern is plain text, whatever this column's type and length. */
    private static Value text(String value) {
        return new Value(Objects.requireNonNull(value, "value"), ValueType.STRING);
    }
}
