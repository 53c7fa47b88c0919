// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of {@code like … escape '\'} in which {@code _} stands for single characters, in two forms which together mean what it does.
 *
 * @param wider the pattern with {@code %} for each of them: what an index can be used for
 * @param body a regular expression without anchors
 */
record H2Pattern(String wider, String body) {
    /** The pattern, if it is known and has such characters. */
    static Optional<H2Pattern> withSingles(Expression pattern) {
        return pattern instanceof Value value && value.value() instanceof String text ? of(text) : Optional.empty();
    }

    private static Optional<H2Pattern> of(String text) {
        StringBuilder wider = new StringBuilder();
        StringBuilder body = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        boolean singles = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_') {
                singles |= c == '_';
                wider.append('%');
                end(literal, body);
                body.append(c == '%' ? ".*" : ".");
            } else {
                boolean escaped = c == '\\' && i + 1 < text.length();
                wider.append(text, i, i + (escaped ? 2 : 1));
                literal.append(escaped ? text.charAt(++i) : c);
            }
        }
        end(literal, body);
        return singles ? Optional.of(new H2Pattern(wider.toString(), body.toString())) : Optional.empty();
    }

    private static void end(StringBuilder literal, StringBuilder body) {
        if (!literal.isEmpty()) {
            body.append(Pattern.quote(literal.toString()));
            literal.setLength(0);
        }
    }

    String regularExpression(String flags) {
        return flags + "^" + body + "\\z";
    }
}
