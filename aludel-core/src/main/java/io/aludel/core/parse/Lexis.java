// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

/**
 * Where databases differ in how text is cut into tokens.
 *
 * @param bracketedNames {@code [a name]}; otherwise brackets are operators
 * @param backtickedNames {@code `a name`}; otherwise a backtick is an error
 * @param nestedComments a block comment may hold another
 * @param dollarQuotes strings as {@code $tag$ … $tag$}
 * @param escapeStrings strings as {@code E'…'}, with backslash escapes
 */
public record Lexis(
        boolean bracketedNames,
        boolean backtickedNames,
        boolean nestedComments,
        boolean dollarQuotes,
        boolean escapeStrings) {
    /** As the SQL standard has it, which every database understands. */
    public static final Lexis STANDARD = new Lexis(false, false, true, false, false);
}
