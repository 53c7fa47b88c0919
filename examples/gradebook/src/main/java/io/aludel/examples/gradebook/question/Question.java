// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import static io.aludel.examples.gradebook.Kind.GROUP;
import static io.aludel.examples.gradebook.Kind.LECTURER;
import static io.aludel.examples.gradebook.Kind.STUDENT;
import static io.aludel.examples.gradebook.Kind.SUBJECT;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.MySelect;
import io.aludel.examples.gradebook.OneLine;
import io.aludel.examples.gradebook.answer.StudentGrade;
import io.aludel.orm.Session;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The homework's questions, as the command line asks them: each with its title, what it is about, and its answer as a table. */
public enum Question {
    Q1("Five students with the highest average over all subjects", Set.of()) {
        @Override
        Answer answer(Session session, Choices choices) {
            return rows(
                    List.of("student", "average"),
                    MySelect.select1(session).stream(),
                    row -> List.of(row.student(), row.average()));
        }
    },
    Q2("The student with the highest average in one subject", Set.of(SUBJECT)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return rows(
                    List.of("student", "subject", "average"),
                    MySelect.select2(session, choices.id(SUBJECT)).stream(),
                    row -> List.of(row.student(), row.subject(), row.average()));
        }
    },
    Q3("The average of each group in one subject", Set.of(SUBJECT)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return rows(
                    List.of("group", "average"),
                    MySelect.select3(session, choices.id(SUBJECT)).stream(),
                    row -> List.of(row.group(), row.average()));
        }
    },
    Q4("The average over the whole grades table, or in one group", Set.of(GROUP)) {
        @Override
        public Set<Kind> needs() {
            return Set.of();
        }

        @Override
        Answer answer(Session session, Choices choices) {
            return choices.idIfGiven(GROUP)
                    .map(group -> rows(
                            List.of("group", "average"),
                            MySelect.select4(session, group).stream(),
                            row -> List.of(row.group(), row.average())))
                    .orElseGet(() -> rows(
                            List.of("average"),
                            MySelect.select4(session).stream(),
                            average -> List.of(average.shown())));
        }
    },
    Q5("The subjects that a lecturer teaches", Set.of(LECTURER)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return list("subject", MySelect.select5(session, choices.id(LECTURER)));
        }
    },
    Q6("The students of a group", Set.of(GROUP)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return list("student", MySelect.select6(session, choices.id(GROUP)));
        }
    },
    Q7("The grades of a group's students in one subject", Set.of(GROUP, SUBJECT)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return grades(MySelect.select7(session, choices.id(GROUP), choices.id(SUBJECT)));
        }
    },
    Q8("The average grade that a lecturer gives over his subjects", Set.of(LECTURER)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return rows(
                    List.of("lecturer", "average"),
                    MySelect.select8(session, choices.id(LECTURER)).stream(),
                    row -> List.of(row.lecturer(), row.average()));
        }
    },
    Q9("The subjects that a student has passed", Set.of(STUDENT)) {
        @Override
        Answer answer(Session session, Choices choices) {
            Long student = choices.id(STUDENT);
            return list(
                    "subject",
                    choices.passing()
                            .map(mark -> MySelect.select9(session, student, mark))
                            .orElseGet(() -> MySelect.select9(session, student)));
        }
    },
    Q10("The subjects that a lecturer teaches to a student", Set.of(STUDENT, LECTURER)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return list("subject", MySelect.select10(session, choices.id(STUDENT), choices.id(LECTURER)));
        }
    },
    Q11("The average that a lecturer gives a student", Set.of(STUDENT, LECTURER)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return rows(
                    List.of("average"),
                    MySelect.select11(session, choices.id(STUDENT), choices.id(LECTURER)).stream(),
                    average -> List.of(average.shown()));
        }
    },
    Q12("The grades of a group in its last lesson of one subject", Set.of(GROUP, SUBJECT)) {
        @Override
        Answer answer(Session session, Choices choices) {
            return grades(MySelect.select12(session, choices.id(GROUP), choices.id(SUBJECT)));
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final String title;
    private final Set<Kind> about;

    Question(String title, Set<Kind> about) {
        this.title = title;
        this.about = about.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(about));
    }

    /** The ten of the homework, in their order. */
    public static List<Question> homework() {
        return List.of(values()).subList(0, 10);
    }

    /**
     * The question of this number, counted from 1.
     *
     * @throws GradebookException if there is none
     */
    public static Question of(int number) {
        if (number < 1 || number > values().length) {
            throw unknown(Integer.toString(number));
        }
        return values()[number - 1];
    }

    /**
     * The question that a user asks for by its number.
     *
     * @throws GradebookException if it is no number, or there is no such question
     */
    public static Question of(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw unknown(OneLine.quoted(number));
        }
        return of(Integer.parseInt(number));
    }

    private static GradebookException unknown(String number) {
        return new GradebookException("There is no question " + number + "; give a number from 1 to " + values().length
                + ", or all for 1 to " + homework().size() + ".");
    }

    public int number() {
        return ordinal() + 1;
    }

    public String title() {
        return title;
    }

    /** What it may be told to be about. */
    public Set<Kind> about() {
        return about;
    }

    /** What it must be told to be about. */
    public Set<Kind> needs() {
        return about;
    }

    /** Whether a mark may be given that passes. */
    boolean takesPassing() {
        return this == Q9;
    }

    /**
     * The answer, from the rows that the session sees.
     *
     * @throws GradebookException if what it is about is missing, unknown or not the only one of its name
     */
    public Answer ask(Session session, Choices choices) {
        choices.require(this);
        return answer(session, choices);
    }

    abstract Answer answer(Session session, Choices choices);

    private static Answer list(String column, List<String> values) {
        return rows(List.of(column), values.stream(), List::of);
    }

    private static Answer grades(List<StudentGrade> grades) {
        return rows(
                List.of("student", "grade", "received_on"),
                grades.stream(),
                row -> List.of(row.student(), row.grade(), row.receivedOn()));
    }

    private static <R> Answer rows(List<String> columns, Stream<R> rows, Function<R, List<Object>> values) {
        return new Answer(columns, rows.map(values).toList());
    }
}
