// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import io.aludel.examples.gradebook.Counted;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Choices.Given;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Refuses what is given to a question that does not ask for it: nothing is ignored silently. */
public final class UnusedOptions {
    private UnusedOptions() {}

    /**
     * Sees that the question uses all that is given.
     *
     * @throws GradebookException naming the option, and the questions that use it
     */
    public static void refuse(Question question, Given given) {
        for (Kind kind : Kind.values()) {
            if (given.wanted().containsKey(kind)) {
                require(question, "--" + kind, one -> one.about().contains(kind));
            }
        }
        if (given.passing() != null) {
            require(question, "--passing", Question::takesPassing);
        }
    }

    private static void require(Question question, String option, Predicate<Question> uses) {
        if (!uses.test(question)) {
            List<String> users = Arrays.stream(Question.values())
                    .filter(uses)
                    .map(one -> Integer.toString(one.number()))
                    .toList();
            throw new GradebookException("Question " + question.number() + " does not use " + option + "; it is for "
                    + Counted.listed(users) + ".");
        }
    }
}
