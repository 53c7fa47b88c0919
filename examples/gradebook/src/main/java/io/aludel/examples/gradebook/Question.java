// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.orm.Session;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The homework's questions, as the command line asks them: each with its title and its answer as a table. */
enum Question {
    Q1("Five students with the highest average over all subjects") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return table(
                    List.of("student", "average"),
                    MySelect.select1(session).stream()
                            .map(row -> List.<Object>of(row.student(), row.average()))
                            .toList());
        }
    },
    Q2("The student with the highest average in one subject") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return table(
                    List.of("student", "subject", "average"),
                    MySelect.select2(session, choices.subject()).stream()
                            .map(row -> List.<Object>of(row.student(), row.subject(), row.average()))
                            .toList());
        }
    },
    Q3("The average of each group in one subject") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return table(
                    List.of("group", "average"),
                    MySelect.select3(session, choices.subject()).stream()
                            .map(row -> List.<Object>of(row.group(), row.average()))
                            .toList());
        }
    },
    Q4("The average over the whole grades table, or in one group") {
        @Override
        TextTable ask(Session session, Choices choices) {
            if (choices.hasGroup()) {
                String group = choices.group();
                return table(List.of("group", "average"), rows(MySelect.select4(session, group), group));
            }
            return table(List.of("average"), rows(MySelect.select4(session), null));
        }

        private List<List<Object>> rows(Optional<BigDecimal> average, @Nullable String group) {
            return average.map(value -> group == null ? List.<Object>of(value) : List.<Object>of(group, value)).stream()
                    .toList();
        }
    },
    Q5("The subjects that a lecturer teaches") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return list("subject", MySelect.select5(session, choices.lecturer()));
        }
    },
    Q6("The students of a group") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return list("student", MySelect.select6(session, choices.group()));
        }
    },
    Q7("The grades of a group's students in one subject") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return table(
                    List.of("student", "grade", "received_on"),
                    MySelect.select7(session, choices.group(), choices.subject()).stream()
                            .map(row -> List.<Object>of(row.student(), row.grade(), row.receivedOn()))
                            .toList());
        }
    },
    Q8("The average grade that a lecturer gives over his subjects") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return table(
                    List.of("lecturer", "average"),
                    MySelect.select8(session, choices.lecturer()).stream()
                            .map(row -> List.<Object>of(row.lecturer(), row.average()))
                            .toList());
        }
    },
    Q9("The subjects in which a student has a grade") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return list("subject", MySelect.select9(session, choices.student()));
        }
    },
    Q10("The subjects that a lecturer teaches to a student") {
        @Override
        TextTable ask(Session session, Choices choices) {
            return list("subject", MySelect.select10(session, choices.student(), choices.lecturer()));
        }
    };

    private final String title;

    Question(String title) {
        this.title = title;
    }

    /**
     * The question of this number, counted from 1.
     *
     * @throws GradebookException if there is none
     */
    static Question of(int number) {
        if (number < 1 || number > values().length) {
            throw new GradebookException(
                    "There is no question " + number + "; they are numbered from 1 to " + values().length + ".");
        }
        return values()[number - 1];
    }

    String title() {
        return title;
    }

    abstract TextTable ask(Session session, Choices choices);

    private static TextTable table(List<String> headings, List<List<Object>> rows) {
        return new TextTable(headings, rows);
    }

    private static TextTable list(String heading, List<String> values) {
        return new TextTable(
                List.of(heading), values.stream().map(List::<Object>of).toList());
    }
}
