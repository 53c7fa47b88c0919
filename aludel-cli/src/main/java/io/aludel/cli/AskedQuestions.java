// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.migrate.command.Questions;
import io.aludel.migrate.diff.RenameProposal;
import java.util.Locale;
import java.util.Optional;

/** Puts questions until they are answered by yes or no, of which no is what somebody gets who only goes on. */
record AskedQuestions(Prompt prompt) implements Questions {
    private static final int TRIES = 3;

    @Override
    public Optional<Boolean> isRenamed(RenameProposal proposal) {
        String text = proposal.toString();
        String question = Character.toUpperCase(text.charAt(0)) + text.substring(1) + ". Was it? [y/N] ";
        for (int i = 0; i < TRIES; i++) {
            Optional<String> answer =
                    prompt.ask(question).map(line -> line.strip().toLowerCase(Locale.ROOT));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.get().equals("y") || answer.get().equals("yes")) {
                return Optional.of(true);
            }
            if (answer.get().isEmpty()
                    || answer.get().equals("n")
                    || answer.get().equals("no")) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }

    /** Who only goes on has not answered. */
    @Override
    public Optional<String> fill(TableName table, Column column) {
        return prompt.ask("Rows of table \"" + table + "\" need a value in column \"" + column.name() + "\" ("
                        + column.type() + "). Which? ")
                .filter(text -> !text.isEmpty());
    }
}
