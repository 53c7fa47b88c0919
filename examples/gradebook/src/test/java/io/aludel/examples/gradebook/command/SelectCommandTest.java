// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
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
        shell.seen("migrate");
    }

    @Test
    void saysWhatAQuestionNeedsAndHowToAskIt() {
        fill();

        assertThat(shell.refused("select", "7", "--group", "B 1"))
                .isEqualTo("Question 7 needs --subject with a name or an id. There are, for example: \"$(ls)\","
                        + " \"Algebra\", \"algebra\". In full: gradebook select 7 --group \"B 1\" --subject 3");
        assertThat(shell.refused("select", "12", "--subject", "Algebra"))
                .isEqualTo("Question 12 needs --group with a name or an id. There are, for example: \"77\","
                        + " \"A-1\", \"B 1\". In full: gradebook select 12 --group 3 --subject Algebra");
        assertThat(shell.refused("select", "8"))
                .isEqualTo("Question 8 needs --lecturer with a name or an id. There are, for example: \"Emmy"
                        + " Noether\". In full: gradebook select 8 --lecturer \"Emmy Noether\"");
        assertThat(shell.refused("select", "9"))
                .isEqualTo("Question 9 needs --student with a name or an id. There are, for example: \"Ada\","
                        + " \"Ada\", \"ada \", \"Єва\". In full: gradebook select 9 --student 1");
    }

    @Test
    void saysWhatANeededOptionIsWhereThereAreNoRows() {
        assertThat(shell.refused("select", "7"))
                .isEqualTo("Question 7 needs --group with a name or an id. Make some rows: gradebook seed");
    }

    @Test
    void saysWhichRowsThereAreWhereANameIsUnknown() {
        assertThat(shell.refused("select", "5", "--lecturer", "X"))
                .isEqualTo("There is no lecturer \"X\". Make some rows: gradebook seed");
        fill();

        assertThat(shell.refused("select", "5", "--lecturer", "X';\u001b[2J"))
                .isEqualTo("There is no lecturer \"X';\\u001b[2J\". There are, for example: \"Emmy Noether\"");
        assertThat(shell.refused("select", "6", "--group", "A_1"))
                .isEqualTo("There is no group \"A_1\". There are, for example: \"77\", \"A-1\", \"B 1\"");
        assertThat(shell.refused("select", "6", "--group", ""))
                .isEqualTo("There is no group \"\". There are, for example: \"77\", \"A-1\", \"B 1\"");
    }

    @Test
    void saysWhichNameDiffersInCaseOrBlanksOnly() {
        fill();

        assertThat(shell.refused("select", "9", "--student", "\tЄВА "))
                .isEqualTo("There is no student \"\\tЄВА \". Names are matched exactly. Did you mean \"Єва\"?");
        assertThat(shell.refused("select", "9", "--student", "ada"))
                .isEqualTo("There is no student \"ada\". Names are matched exactly. Did you mean \"Ada\","
                        + " \"Ada\", \"ada \"?");
        assertThat(shell.seen("select", "3", "--subject", "algebra")).isEqualTo("(no rows)\n");
    }

    @Test
    void asksForAnIdWhereSeveralCarryAName() {
        fill();

        assertThat(shell.refused("select", "9", "--student", "Ada"))
                .isEqualTo("There are 2 students named \"Ada\". Give the id of one of them instead: 1 (in"
                        + " \"A-1\"), 3 (in \"B 1\")");
        assertThat(shell.seen("select", "9", "--student", "3")).isEqualTo("(no rows)\n");
        assertThat(shell.seen("select", "9", "--student", "1")).contains("Algebra");
    }

    @Test
    void listsTheFirstTenIdsWhereManyCarryAName() {
        fill();
        insert(session -> {
            for (int i = 0; i < 12; i++) {
                session.persist(new Lecturer("Zoe"));
            }
        });

        assertThat(shell.refused("select", "8", "--lecturer", "Zoe"))
                .isEqualTo("There are 12 lecturers named \"Zoe\". Give the id of one of them instead: 2, 3, 4, 5, 6,"
                        + " 7, 8, 9, 10, 11, …");
    }

    @Test
    void takesAllDigitsForAnId() {
        fill();

        assertThat(shell.refused("select", "6", "--group", "77"))
                .isEqualTo("There is no group with the id 77. All digits are taken for an id; the group named"
                        + " \"77\" has the id 3.");
        assertThat(shell.refused("select", "6", "--group", "4"))
                .isEqualTo("There is no group with the id 4. There are, for example: \"77\", \"A-1\", \"B 1\"");
        assertThat(shell.seen("select", "6", "--group", "002")).isEqualTo("student\n-------\nAda\n");
        assertThat(shell.refused("select", "6", "--group", "99999999999999999999"))
                .isEqualTo("\"99999999999999999999\" is no id of a group: it has too many digits.");
        assertThat(shell.refused("select", "6", "--group", "٢")).startsWith("There is no group \"٢\".");
    }

    @Test
    void asksAllAboutTheFirstByNameOrWhatIsGiven() {
        fill();

        String out = shell.seen("select", "all", "--group", "A-1", "--passing", "7.5");
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
        assertThat(shell.refused("select", "all", "--lecturer", "X"))
                .isEqualTo("There is no lecturer \"X\". There are, for example: \"Emmy Noether\"");
    }

    @Test
    void answersAllWhereThereAreNoRows() {
        assertThat(shell.seen("select", "1", "--format", "JSON")).isEqualTo("[]\n");
        assertThat(shell.seen("select", "all", "--format", "json"))
                .startsWith("[\n  {\"question\": 1, \"title\": \"Five students with the highest average over all"
                        + " subjects\", \"about\": {}, \"rows\": []},\n")
                .endsWith("\"about\": {}, \"rows\": []}\n]\n");
        assertThat(shell.seen("select", "all", "--format", "csv"))
                .startsWith("question,student,average\n\nquestion,student,subject,average\n\n")
                .endsWith("\n\nquestion,subject\n");
        assertThat(shell.seen("select", "all"))
                .startsWith("1. Five students with the highest average over all subjects\n(no rows)\n\n2. ");
        assertThat(shell.refused("select", "all", "--lecturer", "X"))
                .isEqualTo("There is no lecturer \"X\". Make some rows: gradebook seed");
    }

    /** The command line's own files of arguments, which begin with an @, would hide names that do. */
    @Test
    void takesANameThatBeginsWithAnAtSignForAName() {
        assertThat(shell.refused("select", "6", "--group", "@pom.xml")).startsWith("There is no group \"@pom.xml\".");
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
