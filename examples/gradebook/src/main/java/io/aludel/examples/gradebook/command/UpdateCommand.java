// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.edit.Assignments;
import io.aludel.examples.gradebook.edit.Attempts;
import io.aludel.examples.gradebook.edit.Editable;
import io.aludel.examples.gradebook.edit.Edits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gradebook update}. */
@Command(name = "update", description = "Change a group, student, lecturer, subject or grade.")
final class UpdateCommand extends Verb {
    @Mixin
    private final ModelParameter model = new ModelParameter();

    @Mixin
    private final IdOption id = new IdOption();

    @Mixin
    private final SetOption set = new SetOption();

    @Override
    public Integer call() {
        Editable<?> wanted = model.model();
        Long which = id.id(wanted);
        Assignments given = set.assignments();
        return withGradebook(gradebook -> {
            String done = Attempts.write(gradebook, session -> new Edits(session).update(wanted, which, given));
            out().println(done);
        });
    }
}
