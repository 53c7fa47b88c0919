// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.parse.StatementRules.Trait;
import java.util.Set;

/** Follows one statement token by token, and knows whether a semicolon ends it or belongs to the body of a trigger or routine. */
final class StatementBody {
    /** What may stand between {@code create} and the kind of object. */
    private static final Set<String> BEFORE_KIND =
            Set.of("or", "replace", "temp", "temporary", "aggregate", "constraint", "definer");

    /** Words that open a block where a statement begins. */
    private static final Set<String> BLOCKS = Set.of("if", "loop", "while", "repeat", "for");

    /** What a statement of a body begins behind. */
    private static final Set<String> BEFORE_STATEMENT =
            Set.of(";", ":", "begin", "then", "else", "do", "loop", "repeat", "row");

    private enum Phase {
        BEGINNING,
        CREATING,
        BODY,
        PLAIN
    }

    private final StatementRules rules;
    private Phase phase = Phase.BEGINNING;
    private String last = "";
    private String beforeLast = "";
    private boolean definer;
    private int parentheses;
    private int blocks;
    private boolean begun;

    StatementBody(StatementRules rules) {
        this.rules = rules;
    }

    /** Tells it of the next token, a word in lower case; of something quoted, its quote only. */
    void token(String token) {
        if (token.equals("(")) {
            parentheses++;
        } else if (token.equals(")")) {
            parentheses--;
        } else if (Character.isLetter(token.charAt(0)) && !last.equals(".")) {
            word(token);
        }
        beforeLast = last;
        last = token;
    }

    private void word(String word) {
        switch (phase) {
            case BEGINNING -> phase = word.equals("create") || word.equals("begin") ? Phase.CREATING : Phase.PLAIN;
            case CREATING -> creating(word);
            case BODY -> body(word);
            case PLAIN -> {}
        }
    }

    private void creating(String word) {
        if (last.equals("begin")) {
            // An anonymous block; otherwise the beginning of a transaction.
            phase = word.equals("not") && !rules.bodies().isEmpty() ? Phase.BODY : Phase.PLAIN;
            blocks = phase == Phase.BODY ? 1 : 0;
        } else if (rules.bodies().contains(word)) {
            phase = Phase.BODY;
        } else if (word.equals("definer")) {
            definer = true;
        } else if (!BEFORE_KIND.contains(word) && !definer) {
            phase = Phase.PLAIN;
        }
    }

    private void body(String word) {
        if (parentheses > 0) {
            return;
        }
        if (rules.has(Trait.BODY_UNTIL_LAST_END)) {
            begun |= word.equals("begin");
        } else if (word.equals("end")) {
            blocks -= blocks > 0 ? 1 : 0;
        } else if (opens(word)) {
            blocks++;
        }
    }

    private boolean opens(String word) {
        return word.equals("begin")
                || word.equals("case") && !last.equals("end")
                || BLOCKS.contains(word) && BEFORE_STATEMENT.contains(last);
    }

    /** Whether a semicolon that comes now is within the statement. */
    boolean isOpen() {
        return parentheses > 0 || blocks > 0 || begun && !(last.equals("end") && beforeLast.equals(";"));
    }
}
