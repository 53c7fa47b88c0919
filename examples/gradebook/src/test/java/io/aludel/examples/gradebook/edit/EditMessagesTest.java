// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.command.Shell;
import io.aludel.orm.Session;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused before a database could refuse it, in the words that are seen: on one database, as on all. Nothing of it changes a row. */
@OnEveryDatabase(TestDatabase.SQLITE)
class EditMessagesTest {
    private final Shell shell;
    private final Gradebook gradebook;
    private String before = "";

    EditMessagesTest(FreshDatabase database) {
        shell = new Shell(database);
        gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void make() {
        SmallGradebook.make(gradebook);
        before = SmallGradebook.rows(gradebook);
    }

    @AfterEach
    void changedNothing() {
        assertThat(SmallGradebook.rows(gradebook)).isEqualTo(before);
        gradebook.close();
    }

    @Test
    void ofModels() {
        String models = "The models are: group, student, lecturer, subject, grade.";
        assertThat(shell.refused("list", "teacher")).isEqualTo("There is no model \"teacher\". " + models);
        assertThat(shell.refused("create", "Studnet", "--set", "name=x"))
                .isEqualTo("There is no model \"Studnet\". Did you mean student? " + models);
        assertThat(shell.refused("list", "studnets"))
                .isEqualTo("There is no model \"studnets\". Did you mean student? " + models);
        assertThat(shell.refused("remove", "grad", "--id", "1"))
                .isEqualTo("There is no model \"grad\". Did you mean grade? " + models);
        assertThat(shell.refused("update", "", "--id", "1")).isEqualTo("There is no model \"\". " + models);
        assertThat(shell.refused("list", "x\u001b[2J\n")).isEqualTo("There is no model \"x\\u001b[2J\\n\". " + models);
        assertThat(shell.refused("list"))
                .isEqualTo("Missing required parameter: 'MODEL'\nTry \"gradebook list --help\".");
    }

    @Test
    void ofIds() {
        for (String text : List.of("abc", "-1", "1.5", "", "99999999999999999999", "١")) {
            assertThat(shell.refused("remove", "student", "--id", text))
                    .isEqualTo("\"" + text + "\" is no id of a student: ids are whole numbers, which are shown by:"
                            + " gradebook list student");
        }
        for (String[] start : new String[][] {{"list"}, {"remove"}, {"update", "--set", "grade=1"}}) {
            assertThat(shell.refused(and(start, "--id", "7", "grade")))
                    .isEqualTo("There is no grade with the id 7. See which there are: gradebook list grade");
        }
        assertThat(shell.refused("update", "student", "--set", "name=x"))
                .isEqualTo("Which student? Add --id with its id; ids are shown by: gradebook list student");
        assertThat(shell.refused("remove", "lecturer"))
                .isEqualTo("Which lecturer? Add --id with its id; ids are shown by: gradebook list lecturer");
        assertThat(shell.refused("remove", "student", "--id"))
                .isEqualTo("Missing required parameter for option '--id' (ID)\nTry \"gradebook remove --help\".");
    }

    @Test
    void ofKeys() {
        assertThat(shell.refused("create", "student"))
                .isEqualTo("A new student also needs name, group: add --set name=… --set group=…");
        assertThat(shell.refused("create", "grade", "--set", "grade=7", "subject=1"))
                .isEqualTo("A new grade also needs student, received_on: add --set student=… --set received_on=…");
        assertThat(shell.refused("create", "student", "--set", "nme=x"))
                .isEqualTo("A student has no \"nme\"; the keys of a student are: name, group.");
        assertThat(shell.refused("update", "grade", "--id", "1", "--set", "id=5"))
                .isEqualTo("A grade has no \"id\"; the keys of a grade are: student, subject, grade, received_on.");
        assertThat(shell.refused("update", "student", "--id", "1"))
                .isEqualTo(
                        "There is nothing to update: say what, by --set key=value; the keys of a student are: name, group.");
        assertThat(shell.refused("update", "student", "--id", "1", "--set", "name=a", "--set", "name=b"))
                .isEqualTo("\"name\" is set twice; set it once.");
        for (String pair : List.of("Ada", "=Ada", "")) {
            assertThat(shell.refused("create", "group", "--set", pair))
                    .isEqualTo("\"" + pair + "\" says nothing to set: write key=value, such as --set name=Ada. A value"
                            + " with blanks stands in quotes.");
        }
        assertThat(shell.refused("create", "group", "--set", "name="))
                .isEqualTo("\"name=\" has no value after the =; everything needs one.");
        assertThat(shell.refused("create", "group", "--set"))
                .startsWith("Missing required parameter for option '--set'");
    }

    @Test
    void areAvoidedByTheHelp() {
        String help = shell.seen("create", "--help").replaceAll("\\s+", " ");
        for (Editable<?> model : List.of(Models.GROUP, Models.STUDENT, Models.LECTURER, Models.SUBJECT, Models.GRADE)) {
            assertThat(help).contains(model.name() + ": " + model.keyNames());
        }
    }

    @Test
    void ofNames() {
        assertThat(shell.refused("create", "lecturer", "--set", "name= "))
                .isEqualTo("The name of a lecturer cannot be blank.");
        gradebook.read(session -> {
            for (String blank : List.of(" ", "\t\n", "\u2003")) {
                assertThat(refusal(session, Models.GROUP, "name=" + blank))
                        .isEqualTo("The name of a group cannot be blank.");
            }
            for (String impossible : List.of("a\0b", "a\ud83d", "\ude00a")) {
                assertThat(refusal(session, Models.STUDENT, "name=" + impossible))
                        .isEqualTo("The name of a student holds a character that no database stores (U+0000, or half of"
                                + " a surrogate pair); leave it out.");
            }
            return session;
        });
    }

    @Test
    void ofRowsThatAreReferredTo() {
        assertThat(shell.refused("create", "student", "--set", "name=x", "group=Z-9"))
                .isEqualTo("There is no group \"Z-9\". There are, for example: \"A-1\"");
        assertThat(shell.refused("update", "subject", "--id", "1", "--set", "lecturer=77"))
                .startsWith("There is no lecturer with the id 77. ");
        assertThat(shell.refused("update", "grade", "--id", "1", "--set", "student=Adam"))
                .startsWith("There is no student \"Adam\". ");
        assertThat(shell.refused("update", "grade", "--id", "1", "--set", "subject=algebra"))
                .startsWith("There is no subject \"algebra\". ");
    }

    @Test
    void ofGrades() {
        String advice = " is no grade: give a whole number from 1 to 12.";
        assertThat(shell.refused(
                        "create", "grade", "--set", "student=1", "subject=1", "grade=13", "received_on=2026-02-28"))
                .isEqualTo("\"13\"" + advice);
        gradebook.read(session -> {
            for (String mark : List.of("0", "13", "abc", "-1", "7.0", "1e1", "٧", " 7", "99999999999")) {
                assertThat(refusal(session, Models.GRADE, "grade=" + mark)).isEqualTo("\"" + mark + "\"" + advice);
            }
            return session;
        });
    }

    @Test
    void ofDates() {
        String advice =
                " is no date: give a day of the calendar, year 0001 to 9999, as YYYY-MM-DD, such as 2026-02-28.";
        assertThat(shell.refused("update", "grade", "--id", "1", "--set", "received_on=2026-02-30"))
                .isEqualTo("\"2026-02-30\"" + advice);
        gradebook.read(session -> {
            for (String day : List.of(
                    "2025-02-29",
                    "30.02.2026",
                    "2026-2-3",
                    "0000-01-01",
                    "-0001-01-01",
                    "+10000-01-01",
                    "10000-01-01",
                    "2026-13-01",
                    "2026-02-28T00:00",
                    "٢٠٢٦-٠٢-٢٨",
                    "today")) {
                assertThat(refusal(session, Models.GRADE, "received_on=" + day)).isEqualTo("\"" + day + "\"" + advice);
            }
            return session;
        });
    }

    /** The message of an update that is refused, without a command's beginning and end: many of them take no time. */
    private String refusal(Session session, Editable<?> model, String pair) {
        return catchThrowableOfType(
                        GradebookException.class,
                        () -> new Edits(session).update(model, 1L, Assignments.parse(List.of(pair))))
                .getMessage();
    }

    private static String[] and(String[] start, String... more) {
        return Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new);
    }
}
