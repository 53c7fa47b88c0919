// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.edit.Editable;
import io.aludel.examples.gradebook.edit.Listing;
import io.aludel.examples.gradebook.question.Answer;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gradebook list}. */
@Command(name = "list", description = "Show the groups, students, lecturers, subjects or grades with their ids.")
final class ListCommand extends Verb {
    @Mixin
    private final ModelParameter model = new ModelParameter();

    @Mixin
    private final IdOption id = new IdOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Editable<?> wanted = model.model();
        Optional<Long> which = id.idIfGiven(wanted);
        return withGradebook(gradebook -> {
            Answer answer = gradebook.read(session -> Listing.of(session, wanted, which));
            format.format().print(answer, out());
        });
    }
}
