// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.question.Answer;
import io.aludel.examples.gradebook.question.Asked;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.examples.gradebook.question.UnusedOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gradebook select}. */
@Command(
        name = "select",
        description = "Answer one of the questions, or the first ten.",
        footerHeading = "%nQuestions:%n",
        footer = {
            "   1  Five students with the highest average over all subjects",
            "   2  The student with the highest average in one subject (--subject)",
            "   3  The average of each group in one subject (--subject)",
            "   4  The average over the whole grades table, or in one group ([--group])",
            "   5  The subjects that a lecturer teaches (--lecturer)",
            "   6  The students of a group (--group)",
            "   7  The grades of a group's students in one subject (--group --subject)",
            "   8  The average grade that a lecturer gives over his subjects (--lecturer)",
            "   9  The subjects that a student has passed (--student [--passing])",
            "  10  The subjects that a lecturer teaches to a student (--student --lecturer)",
            "  11  The average that a lecturer gives a student (--student --lecturer)",
            "  12  The grades of a group in its last lesson of one subject (--group --subject)"
        })
final class SelectCommand extends Verb {
    private static final String ALL = "all";

    @Mixin
    private final ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(
            paramLabel = "N|all",
            description =
                    "The number of the question; or all, which asks 1 to 10, about the first by name of what is not"
                            + " given.")
    private String which = "";

    @Override
    public Integer call() {
        Given given = choices.given();
        return which.equals(ALL) ? askAll(given) : ask(Question.of(which), given);
    }

    private Integer ask(Question question, Given given) {
        UnusedOptions.refuse(question, given);
        return withGradebook(gradebook -> {
            Answer answer = gradebook.read(session -> question.ask(session, Choices.only(session, given)));
            format.format().print(answer, out());
        });
    }

    private Integer askAll(Given given) {
        return withGradebook(gradebook -> {
            List<Asked> all = gradebook.read(session -> Asked.homework(session, given));
            format.format().printAll(all, out());
        });
    }
}
