// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Answer;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Question;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradebook select}. */
@Command(name = "select", description = "Answer one of the questions.")
final class SelectCommand extends Verb {
    private final Map<Kind, String> wanted = new EnumMap<>(Kind.class);

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(paramLabel = "N", description = "The number of the question, 1 to 12.")
    private int number;

    @Option(names = "--passing", paramLabel = "MARK", description = "For 9: the average that passes.")
    private @Nullable BigDecimal passing;

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
        Question question = Question.of(number);
        Choices.Given given = new Choices.Given(wanted, passing);
        return withGradebook(gradebook -> {
            Answer answer = gradebook.read(session -> question.ask(session, Choices.only(session, given)));
            format.format().print(answer, out());
        });
    }
}
