// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.PassingMark;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom and what questions are about, for the verbs that ask them: a field with {@code @Mixin}. */
final class ChoiceOptions {
    private static final String NAME_OR_ID = "NAME|ID";

    private final Map<Kind, String> wanted = new EnumMap<>(Kind.class);

    @Option(
            names = "--passing",
            paramLabel = "MARK",
            description = "The average that passes in question 9, 1 to 12. Without it, any grade does.")
    private @Nullable String passing;

    @Option(names = "--subject", paramLabel = NAME_OR_ID, description = "The subject of questions 2, 3, 7 and 12.")
    private void setSubject(String nameOrId) {
        wanted.put(Kind.SUBJECT, nameOrId);
    }

    @Option(
            names = "--group",
            paramLabel = NAME_OR_ID,
            description = "The group of questions 4, 6, 7 and 12; without it, 4 is about all grades.")
    private void setGroup(String nameOrId) {
        wanted.put(Kind.GROUP, nameOrId);
    }

    @Option(names = "--lecturer", paramLabel = NAME_OR_ID, description = "The lecturer of questions 5, 8, 10 and 11.")
    private void setLecturer(String nameOrId) {
        wanted.put(Kind.LECTURER, nameOrId);
    }

    @Option(
            names = "--student",
            paramLabel = NAME_OR_ID,
            description = "The student of questions 9, 10 and 11, and of the report's course over the year.")
    private void setStudent(String nameOrId) {
        wanted.put(Kind.STUDENT, nameOrId);
    }

    /**
     * What was given.
     *
     * @throws GradebookException if the mark is none
     */
    Given given() {
        return new Given(wanted, passing == null ? null : PassingMark.of(passing));
    }
}
