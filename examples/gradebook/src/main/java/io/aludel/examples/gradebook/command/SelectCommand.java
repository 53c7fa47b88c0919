// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Answer;
import io.aludel.examples.gradebook.question.Asked;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.PassingMark;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.examples.gradebook.question.UnusedOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradebook select}. */
@Command(name = "select", description = "Answer one of the questions, or the first ten.")
final class SelectCommand extends Verb {
    private static final String ALL = "all";

    private final Map<Kind, String> wanted = new EnumMap<>(Kind.class);

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(
            paramLabel = "N|all",
            description = "The number of the question, 1 to 12; or all, which asks 1 to 10, about the first by name of"
                    + " what is not given.")
    private String which = "";

    @Option(
            names = "--passing",
            paramLabel = "MARK",
            description = "For 9: the average that passes, 1 to 12. Without it, any grade does.")
    private @Nullable String passing;

    @Option(names = "--subject", paramLabel = "NAME|ID", description = "For 2, 3, 7 and 12.")
    private void setSubject(String nameOrId) {
        wanted.put(Kind.SUBJECT, nameOrId);
    }

    @Option(names = "--group", paramLabel = "NAME|ID", description = "For 4, 6, 7 and 12.")
    private void setGroup(String nameOrId) {
        wanted.put(Kind.GROUP, nameOrId);
    }

    @Option(names = "--lecturer", paramLabel = "NAME|ID", description = "For 5, 8, 10 and 11.")
    private void setLecturer(String nameOrId) {
        wanted.put(Kind.LECTURER, nameOrId);
    }

    @Option(names = "--student", paramLabel = "NAME|ID", description = "For 9, 10 and 11.")
    private void setStudent(String nameOrId) {
        wanted.put(Kind.STUDENT, nameOrId);
    }

    @Override
    public Integer call() {
        Given given = new Given(wanted, passing == null ? null : PassingMark.of(passing));
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
            List<Asked> all = gradebook.read(session -> {
                Choices choices = Choices.orFirst(session, given);
                return Question.homework().stream()
                        .map(question -> Asked.of(question, session, choices))
                        .toList();
            });
            format.format().printAll(all, out());
        });
    }
}
