// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that asks for revisions, taken apart.
 *
 * @param text as it was written
 * @param branch a label or revision before {@code @}; null where there is none
 * @param symbol {@code head}, an id, …; empty where there are only steps
 * @param steps up, or down where it is less than zero
 */
record Target(String text, @Nullable String branch, String symbol, int steps) {
    private static final Pattern PARTS = Pattern.compile("(?:([^@]*)@)?([^@+-]*)(?:([+-])(.*))?");

    static Target of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw UnknownRevisionException.unknown(
                    text,
                    "\"" + text + "\" is no revision; one \"@\" stands between a branch and what is asked of it.");
        }
        String symbol = parts.group(2);
        if (symbol.isEmpty() && parts.group(3) == null) {
            throw UnknownRevisionException.unknown(
                    text,
                    parts.group(1) == null
                            ? "The revision is empty; name one, or say head."
                            : "\"" + text + "\" asks nothing of that branch; say " + text + "head or " + text
                                    + "base.");
        }
        int steps = parts.group(3) == null ? 0 : count(text, parts.group(4));
        return new Target(text, parts.group(1), symbol, "-".equals(parts.group(3)) ? -steps : steps);
    }

    private static int count(String text, String digits) {
        try {
            int count = Integer.parseInt(digits);
            if (count > 0 && Character.isDigit(digits.charAt(0))) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below, as for zero
        }
        throw UnknownRevisionException.unknown(
                text, "\"" + text + "\" has no number of steps; write +1, +2, … or -1, -2, …");
    }

    /** Only a number of steps, of a branch perhaps. */
    boolean isSteps() {
        return symbol.isEmpty();
    }

    boolean isBase() {
        return symbol.equals("base") && steps == 0;
    }

    /** {@code " on branch "pets""}, or nothing. */
    String onBranch() {
        return branch == null ? "" : " on branch \"" + branch + "\"";
    }
}
