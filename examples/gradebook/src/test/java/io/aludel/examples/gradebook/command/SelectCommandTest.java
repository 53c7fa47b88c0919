// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Counted;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.orm.Session;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SelectCommandTest {
    private final FreshDatabase database;
    private final Shell shell;

    SelectCommandTest(FreshDatabase database) {
        this.database = database;
        this.shell = new Shell(database);
    }

    @BeforeEach
    void makeTheTables() {
        shell.run("migrate");
    }

    @Test
    void refusesAQuestionThatIsNone() {
        assertThat(shell.run("select", "13"))
                .isEqualTo(failed("There is no question 13; they are numbered from 1 to 12."));
        assertThat(shell.run("select", "0"))
                .isEqualTo(failed("There is no question 0; they are numbered from 1 to 12."));
        assertThat(shell.run("select", "fo\no"))
                .isEqualTo(failed("There is no question \"fo\\no\"; give a number from 1 to 12, or all for 1 to 10."));
        assertThat(shell.run("select", "1".repeat(300)))
                .isEqualTo(failed("There is no question \"" + "1".repeat(200)
                        + "…\"; give a number from 1 to 12, or all for 1 to 10."));
        assertThat(shell.run("select"))
                .isEqualTo(failed("Missing required parameter: 'N|all'\nTry \"gradebook select --help\"."));
    }

    @Test
    void refusesAnOptionThatTheQuestionDoesNotUse() {
        assertThat(shell.run("select", "1", "--subject", "X"))
                .isEqualTo(failed("Question 1 does not use --subject; it is for 2, 3, 7 and 12."));
        assertThat(shell.run("select", "2", "--subject", "X", "--group", "Y"))
                .isEqualTo(failed("Question 2 does not use --group; it is for 4, 6, 7 and 12."));
        assertThat(shell.run("select", "9", "--student", "X", "--lecturer", "Y"))
                .isEqualTo(failed("Question 9 does not use --lecturer; it is for 5, 8, 10 and 11."));
        assertThat(shell.run("select", "4", "--student", "X"))
                .isEqualTo(failed("Question 4 does not use --student; it is for 9, 10 and 11."));
        assertThat(shell.run("select", "10", "--student", "X", "--lecturer", "Y", "--passing", "6"))
                .isEqualTo(failed("Question 10 does not use --passing; it is for 9."));
    }

    @Test
    void refusesAPassingMarkThatIsNone() {
        for (String mark :
                List.of("six", "", "0", "0.999999", "12.000001", "13", "6,5", "+6", "6e0", "6.1234567", "６")) {
            assertThat(shell.run("select", "9", "--student", "X", "--passing", mark))
                    .isEqualTo(failed("--passing \"" + mark
                            + "\" is no mark: give a number from 1 to 12, such as 6 or 7.5, with at most 6 decimals."));
        }
        for (String mark : List.of("1", "12", "12.000000", "6.123456")) {
            assertThat(shell.run("select", "9", "--student", "X", "--passing", mark)
                            .err())
                    .startsWith("There is no student \"X\".");
        }
    }

    @Test
    void refusesAFormatThatIsNone() {
        assertThat(shell.run("select", "1", "--format", "xml"))
                .isEqualTo(failed("Invalid value for option '--format': There is no format \"xml\"; there are table,"
                        + " json and csv.\nTry \"gradebook select --help\"."));
        assertThat(shell.run("select", "1", "--format", "JSON")).isEqualTo(new Ran(0, "[]\n", ""));
    }

    @Test
    void refusesAnOptionThatIsGivenTwice() {
        assertThat(shell.run("select", "2", "--subject", "X", "--subject", "Y"))
                .isEqualTo(failed("option '--subject' (NAME|ID) should be specified only once\n"
                        + "Try \"gradebook select --help\"."));
    }

    @Test
    void saysWhatAQuestionNeedsAndHowToAskIt() {
        fill();

        assertThat(shell.run("select", "7", "--group", "B 1"))
                .isEqualTo(failed("Question 7 needs --subject with a name or an id. There are, for example: \"$(ls)\","
                        + " \"Algebra\", \"algebra\". In full: gradebook select 7 --group \"B 1\" --subject 3"));
        assertThat(shell.run("select", "12", "--subject", "Algebra"))
                .isEqualTo(failed("Question 12 needs --group with a name or an id. There are, for example: \"77\","
                        + " \"A-1\", \"B 1\". In full: gradebook select 12 --group 3 --subject Algebra"));
        assertThat(shell.run("select", "8"))
                .isEqualTo(failed("Question 8 needs --lecturer with a name or an id. There are, for example: \"Emmy"
                        + " Noether\". In full: gradebook select 8 --lecturer \"Emmy Noether\""));
        assertThat(shell.run("select", "9"))
                .isEqualTo(failed("Question 9 needs --student with a name or an id. There are, for example: \"Ada\","
                        + " \"Ada\", \"ada \", \"Єва\". In full: gradebook select 9 --student 1"));
    }

    @Test
    void saysWhatANeededOptionIsWhereThereAreNoRows() {
        assertThat(shell.run("select", "7"))
                .isEqualTo(failed("Question 7 needs --group with a name or an id. Make some rows: gradebook seed"));
    }

    @Test
    void saysWhichRowsThereAreWhereANameIsUnknown() {
        assertThat(shell.run("select", "5", "--lecturer", "X"))
                .isEqualTo(failed("There is no lecturer \"X\". Make some rows: gradebook seed"));
        fill();

        assertThat(shell.run("select", "5", "--lecturer", "X';\u001b[2J"))
                .isEqualTo(failed("There is no lecturer \"X';\\u001b[2J\". There are, for example: \"Emmy Noether\""));
        assertThat(shell.run("select", "6", "--group", "A_1"))
                .isEqualTo(failed("There is no group \"A_1\". There are, for example: \"77\", \"A-1\", \"B 1\""));
        assertThat(shell.run("select", "6", "--group", ""))
                .isEqualTo(failed("There is no group \"\". There are, for example: \"77\", \"A-1\", \"B 1\""));
    }

    @Test
    void saysWhichNameDiffersInCaseOrBlanksOnly() {
        fill();

        assertThat(shell.run("select", "9", "--student", "\tЄВА "))
                .isEqualTo(failed("There is no student \"\\tЄВА \". Names are matched exactly. Did you mean \"Єва\"?"));
        assertThat(shell.run("select", "9", "--student", "ada"))
                .isEqualTo(failed("There is no student \"ada\". Names are matched exactly. Did you mean \"Ada\","
                        + " \"Ada\", \"ada \"?"));
        assertThat(shell.run("select", "3", "--subject", "algebra"))
                .extracting(Ran::exitCode)
                .isEqualTo(0);
    }

    @Test
    void asksForAnIdWhereSeveralCarryAName() {
        fill();

        assertThat(shell.run("select", "9", "--student", "Ada"))
                .isEqualTo(failed("There are 2 students named \"Ada\". Give the id of one of them instead: 1 (in"
                        + " \"A-1\"), 3 (in \"B 1\")"));
        assertThat(shell.run("select", "9", "--student", "3").out()).isEqualTo("(no rows)\n");
        assertThat(shell.run("select", "9", "--student", "1").out()).contains("Algebra");
    }

    @Test
    void listsTheFirstTenIdsWhereManyCarryAName() {
        fill();
        insert(session -> {
            for (int i = 0; i < 12; i++) {
                session.persist(new Lecturer("Zoe"));
            }
        });

        assertThat(shell.run("select", "8", "--lecturer", "Zoe"))
                .isEqualTo(failed(
                        "There are 12 lecturers named \"Zoe\". Give the id of one of them instead: 2, 3, 4, 5, 6,"
                                + " 7, 8, 9, 10, 11, …"));
    }

    @Test
    void takesAllDigitsForAnId() {
        fill();

        assertThat(shell.run("select", "6", "--group", "77"))
                .isEqualTo(failed("There is no group with the id 77. All digits are taken for an id; the group named"
                        + " \"77\" has the id 3."));
        assertThat(shell.run("select", "6", "--group", "4"))
                .isEqualTo(failed("There is no group with the id 4. There are, for example: \"77\", \"A-1\", \"B 1\""));
        assertThat(shell.run("select", "6", "--group", "002").out()).isEqualTo("student\n-------\nAda\n");
        assertThat(shell.run("select", "6", "--group", "99999999999999999999"))
                .isEqualTo(failed("\"99999999999999999999\" is no id of a group: it has too many digits."));
        assertThat(shell.run("select", "6", "--group", "٢").err()).startsWith("There is no group \"٢\".");
    }

    @Test
    void asksAllAboutTheFirstByNameOrWhatIsGiven() {
        fill();

        String out =
                shell.run("select", "all", "--group", "A-1", "--passing", "7.5").out();
        assertThat(out.lines().filter(line -> line.matches("\\d+\\. .*")))
                .containsExactly(
                        "1. Five students with the highest average over all subjects",
                        "2. The student with the highest average in one subject: $(ls)",
                        "3. The average of each group in one subject: $(ls)",
                        "4. The average over the whole grades table, or in one group: A-1",
                        "5. The subjects that a lecturer teaches: Emmy Noether",
                        "6. The students of a group: A-1",
                        "7. The grades of a group's students in one subject: A-1, $(ls)",
                        "8. The average grade that a lecturer gives over his subjects: Emmy Noether",
                        "9. The subjects that a student has passed: Ada, 7.5 or better",
                        "10. The subjects that a lecturer teaches to a student: Ada, Emmy Noether");
        assertThat(shell.run("select", "all", "--lecturer", "X"))
                .isEqualTo(failed("There is no lecturer \"X\". There are, for example: \"Emmy Noether\""));
    }

    @Test
    void answersAllWhereThereAreNoRows() {
        assertThat(shell.run("select", "all", "--format", "json").out())
                .startsWith("[\n  {\"question\": 1, \"title\": \"Five students with the highest average over all"
                        + " subjects\", \"about\": {}, \"rows\": []},\n")
                .endsWith("\"about\": {}, \"rows\": []}\n]\n");
        assertThat(shell.run("select", "all", "--format", "csv").out())
                .startsWith("question,student,average\n\nquestion,student,subject,average\n\n")
                .endsWith("\n\nquestion,subject\n");
        assertThat(shell.run("select", "all").out())
                .startsWith("1. Five students with the highest average over all subjects\n(no rows)\n\n2. ");
        assertThat(shell.run("select", "all", "--lecturer", "X"))
                .isEqualTo(failed("There is no lecturer \"X\". Make some rows: gradebook seed"));
    }

    /** The command line's own files of arguments, which begin with an @, would hide names that do. */
    @Test
    void takesANameThatBeginsWithAnAtSignForAName() {
        assertThat(shell.run("select", "6", "--group", "@pom.xml").err()).startsWith("There is no group \"@pom.xml\".");
    }

    @Test
    void listsTheQuestionsInItsHelpWithWhatTheyNeed() {
        String help = shell.run("select", "--help").out();

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
        String help = shell.run("select", "--help").out().replaceAll("\\s+", " ");

        for (Kind kind : Kind.values()) {
            List<String> numbers = Arrays.stream(Question.values())
                    .filter(question -> question.about().contains(kind))
                    .map(question -> Integer.toString(question.number()))
                    .toList();
            assertThat(help)
                    .contains("--" + kind + "=NAME|ID The " + kind + " of questions " + Counted.listed(numbers));
        }
    }

    private static Ran failed(String message) {
        return new Ran(1, "", message + "\n");
    }

    private void fill() {
        insert(session -> {
            Group one = new Group("A-1");
            Group two = new Group("B 1");
            Lecturer lecturer = new Lecturer("Emmy Noether");
            Subject algebra = new Subject("Algebra", lecturer);
            Student ada = new Student("Ada", one);
            session.persistAll(List.of(one, two, new Group("77"), lecturer, algebra));
            session.persistAll(List.of(new Subject("algebra", lecturer), new Subject("$(ls)", lecturer)));
            session.persistAll(List.of(ada, new Student("Єва", one), new Student("Ada", two)));
            session.persist(new Student("ada ", one));
            session.persist(new Grade(ada, algebra, 8, LocalDate.of(2026, 1, 31)));
        });
    }

    private void insert(Consumer<Session> rows) {
        try (Gradebook gradebook = new Gradebook(database.dsn())) {
            gradebook.write(session -> {
                rows.accept(session);
                return true;
            });
        }
    }
}
