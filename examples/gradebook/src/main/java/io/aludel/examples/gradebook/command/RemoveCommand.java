// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.edit.Attempts;
import io.aludel.examples.gradebook.edit.Editable;
import io.aludel.examples.gradebook.edit.Edits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gradebook remove}. */
@Command(
        name = "remove",
        description =
                "Remove a group, student, lecturer, subject or grade. A student's grades go along; a group with students stays.")
final class RemoveCommand extends Verb {
    @Mixin
    private final ModelParameter model = new ModelParameter();

    @Mixin
    private final IdOption id = new IdOption();

    @Override
    public Integer call() {
        Editable<?> wanted = model.model();
        Long which = id.id(wanted);
        return withGradebook(gradebook -> {
            String done = Attempts.write(gradebook, session -> new Edits(session).remove(wanted, which));
            out().println(done);
        });
    }
}
