// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Counted;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Question;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What select says of wrong usage, before it looks for a database, and of right usage in its help. */
class SelectUsageTest {
    private final Shell shell = new Shell("sqlite:nowhere.db");

    @Test
    void refusesAQuestionThatIsNone() {
        assertThat(shell.refused("select", "13"))
                .isEqualTo("There is no question 13; give a number from 1 to 12, or all for 1 to 10.");
        assertThat(shell.refused("select", "0"))
                .isEqualTo("There is no question 0; give a number from 1 to 12, or all for 1 to 10.");
        assertThat(shell.refused("select", "fo\no"))
                .isEqualTo("There is no question \"fo\\no\"; give a number from 1 to 12, or all for 1 to 10.");
        assertThat(shell.refused("select", "1".repeat(300)))
                .isEqualTo("There is no question \"" + "1".repeat(200)
                        + "…\"; give a number from 1 to 12, or all for 1 to 10.");
        assertThat(shell.refused("select"))
                .isEqualTo("Missing required parameter: 'N|all'\nTry \"gradebook select --help\".");
    }

    @Test
    void refusesAnOptionThatTheQuestionDoesNotUse() {
        assertThat(shell.refused("select", "1", "--subject", "X"))
                .isEqualTo("Question 1 does not use --subject; it is for 2, 3, 7 and 12.");
        assertThat(shell.refused("select", "2", "--subject", "X", "--group", "Y"))
                .isEqualTo("Question 2 does not use --group; it is for 4, 6, 7 and 12.");
        assertThat(shell.refused("select", "9", "--student", "X", "--lecturer", "Y"))
                .isEqualTo("Question 9 does not use --lecturer; it is for 5, 8, 10 and 11.");
        assertThat(shell.refused("select", "4", "--student", "X"))
                .isEqualTo("Question 4 does not use --student; it is for 9, 10 and 11.");
        assertThat(shell.refused("select", "10", "--student", "X", "--lecturer", "Y", "--passing", "6"))
                .isEqualTo("Question 10 does not use --passing; it is for 9.");
    }

    @Test
    void refusesAPassingMarkThatIsNone() {
        for (String mark :
                List.of("six", "", "0", "0.999999", "12.000001", "13", "6,5", "+6", "6e0", "6.1234567", "６")) {
            assertThat(shell.refused("select", "9", "--student", "X", "--passing", mark))
                    .isEqualTo("--passing \"" + mark
                            + "\" is no mark: give a number from 1 to 12, such as 6 or 7.5, with at most 6 decimals.");
        }
        for (String mark : List.of("1", "12", "12.000000", "6.123456")) {
            assertThat(shell.refused("select", "9", "--student", "X", "--passing", mark))
                    .startsWith("There is no database at ");
        }
    }

    @Test
    void refusesAFormatThatIsNone() {
        assertThat(shell.refused("select", "1", "--format", "xml"))
                .isEqualTo("Invalid value for option '--format': There is no format \"xml\"; there are table,"
                        + " json and csv.\nTry \"gradebook select --help\".");
    }

    @Test
    void refusesAnOptionThatIsGivenTwice() {
        assertThat(shell.refused("select", "2", "--subject", "X", "--subject", "Y"))
                .isEqualTo("option '--subject' (NAME|ID) should be specified only once\n"
                        + "Try \"gradebook select --help\".");
    }

    @Test
    void listsTheQuestionsInItsHelpWithWhatTheyNeed() {
        String help = shell.seen("select", "--help");

        for (Question question : Question.values()) {
            String about = question.about().stream()
                    .map(kind -> question == Question.Q4 ? "[--" + kind + "]" : "--" + kind)
                    .collect(Collectors.joining(" "));
            String options = question == Question.Q9 ? about + " [--passing]" : about;
            assertThat(help.lines())
                    .contains(String.format(
                            "  %2d  %s%s",
                            question.number(), question.title(), options.isEmpty() ? "" : " (" + options + ")"));
        }
    }

    @Test
    void saysInItsHelpWhichQuestionsAnOptionIsFor() {
        String help = shell.seen("select", "--help").replaceAll("\\s+", " ");

        for (Kind kind : Kind.values()) {
            List<String> numbers = Arrays.stream(Question.values())
                    .filter(question -> question.about().contains(kind))
                    .map(question -> Integer.toString(question.number()))
                    .toList();
            assertThat(help)
                    .contains("--" + kind + "=NAME|ID The " + kind + " of questions " + Counted.listed(numbers));
        }
    }
}
