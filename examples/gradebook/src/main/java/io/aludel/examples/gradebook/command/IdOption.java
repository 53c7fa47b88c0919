// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Lookup;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.edit.Editable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --id}, for the verbs that edit: a field with {@code @Mixin}. */
final class IdOption {
    @Option(names = "--id", paramLabel = "ID", description = "Which row: a number, as list shows it.")
    private @Nullable String id;

    /**
     * The id, if one was given.
     *
     * @throws GradebookException if it is no number
     */
    Optional<Long> idIfGiven(Editable<?> model) {
        return Optional.ofNullable(id).map(text -> {
            try {
                if (Lookup.isId(text)) {
                    return Long.valueOf(text);
                }
            } catch (NumberFormatException e) {
                // more digits than any id has
            }
            throw new GradebookException(OneLine.quoted(text) + " is no id of a " + model.name()
                    + ": ids are whole numbers, which are shown by: gradebook list " + model.name());
        });
    }

    /**
     * The id.
     *
     * @throws GradebookException if none was given, or it is no number
     */
    Long id(Editable<?> model) {
        return idIfGiven(model)
                .orElseThrow(() -> new GradebookException("Which " + model.name()
                        + "? Add --id with its id; ids are shown by: gradebook list " + model.name()));
    }
}
