// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import java.util.Objects;
import java.util.Set;

/**
 * Where databases differ in how a script is cut into statements.
 *
 * @param lexis how text is cut into tokens
 * @param traits what is not so everywhere
 * @param bodies the kinds of objects whose statement may hold statements: {@code trigger}, in lower case
 */
public record StatementRules(Lexis lexis, Set<Trait> traits, Set<String> bodies) {
    /** As the SQL standard has it. */
    public static final StatementRules STANDARD = new StatementRules(Lexis.STANDARD, Set.of(), Set.of());

    /** What is so in some databases only. */
    public enum Trait {
        /** In strings, a backslash takes the meaning from the character behind it. */
        BACKSLASH_ESCAPES,
        /** {@code #} begins a comment that ends with the line. */
        HASH_COMMENTS,
        /** {@code //} begins a comment that ends with the line. */
        SLASH_COMMENTS,
        /** {@code --} begins a comment only before white space. */
        DASHES_BEFORE_BLANK,
        /** A line {@code delimiter //} says what ends statements from there on. */
        DELIMITER_LINES,
        /** A body ends where {@code end} comes between two semicolons; otherwise its blocks are counted. */
        BODY_UNTIL_LAST_END
    }

    public StatementRules {
        Objects.requireNonNull(lexis, "lexis");
        traits = Set.copyOf(traits);
        bodies = Set.copyOf(bodies);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
