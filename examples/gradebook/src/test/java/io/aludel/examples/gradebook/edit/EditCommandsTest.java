// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.command.Shell;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class EditCommandsTest {
    private final Shell shell;
    private final Gradebook gradebook;

    EditCommandsTest(FreshDatabase database) {
        shell = new Shell(database);
        gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void make() {
        SmallGradebook.make(gradebook);
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @Test
    void createsARowOfEachModel() {
        assertThat(shell.seen("create", "group", "--set", "name=A-2")).isEqualTo("Created group 2: A-2\n");
        assertThat(shell.seen("create", "lecturer", "--set", "name=Alan Turing"))
                .isEqualTo("Created lecturer 2: Alan Turing\n");
        assertThat(shell.seen("create", "subject", "--set", "name=Logic", "lecturer=Alan Turing"))
                .isEqualTo("Created subject 2: Logic, lecturer Alan Turing\n");
        assertThat(shell.seen("create", "STUDENTS", "--set", "name=Bob", "--set", "group=A-2"))
                .isEqualTo("Created student 2: Bob, group A-2\n");
        assertThat(shell.seen(
                        "create", "grade", "--set", "received_on=2026-02-28", "student=Bob", "subject=1", "grade=12"))
                .isEqualTo("Created grade 2: student Bob, subject Algebra, grade 12, received_on 2026-02-28\n");
        assertThat(shell.seen("list", "grade", "--id", "2", "--format", "csv"))
                .isEqualTo("id,student,subject,grade,received_on\n2,Bob,Algebra,12,2026-02-28\n");
    }

    @Test
    void listsEachModelWithTheNamesOfWhatItRefersTo() {
        assertThat(shell.seen("list", "group", "--format", "json")).isEqualTo("""
                [
                  {"id": 1, "name": "A-1"}
                ]
                """);
        assertThat(shell.seen("list", "students", "--format", "json")).isEqualTo("""
                [
                  {"id": 1, "name": "Ada Lovelace", "group": "A-1"}
                ]
                """);
        assertThat(shell.seen("list", "Lecturer", "--format", "csv")).isEqualTo("""
                id,name
                1,Emmy Noether
                """);
        assertThat(shell.seen("list", "SUBJECTS", "--format", "csv")).isEqualTo("""
                id,name,lecturer
                1,Algebra,Emmy Noether
                """);
        assertThat(shell.seen("list", "grade")).isEqualTo("""
                id  student       subject  grade  received_on
                --  ------------  -------  -----  -----------
                 1  Ada Lovelace  Algebra     12  2026-02-28
                """);
    }

    @Test
    void listsOneRowByItsId() {
        create("group", "name=A-2");

        assertThat(shell.seen("list", "group", "--id", "2", "--format", "csv")).isEqualTo("id,name\n2,A-2\n");
        assertThat(shell.refused("list", "group", "--id", "3"))
                .isEqualTo("There is no group with the id 3. See which there are: gradebook list group");
    }

    @Test
    void listsByNameByCodePointThenById() {
        create("student", "name=anna", "group=1");
        create("student", "name=Zoe", "group=1");
        create("student", "name=😀", "group=1");
        create("student", "name=\uffee", "group=1");
        create("student", "name=Zoe", "group=1");

        assertThat(ids("student")).isEqualTo(List.of(1, 3, 6, 2, 5, 4));
    }

    @Test
    void listsGradesByStudentThenSubjectThenDateThenId() {
        create("student", "name=Zoe", "group=1");
        create("student", "name=Ada Lovelace", "group=1");
        create("subject", "name=Zoology", "lecturer=1");
        create("subject", "name=Botany", "lecturer=1");
        Stream.of(
                        List.of("2", "3", "2026-01-01"), // 2
                        List.of("3", "1", "2025-01-01"), // 3
                        List.of("1", "2", "2025-01-01"), // 4
                        List.of("1", "3", "2026-03-01"), // 5
                        List.of("1", "3", "2026-01-31"), // 6
                        List.of("1", "3", "2026-01-31"), // 7
                        List.of("2", "1", "2026-05-01")) // 8
                .forEach(one -> create(
                        "grade",
                        "student=" + one.get(0),
                        "subject=" + one.get(1),
                        "grade=5",
                        "received_on=" + one.get(2)));

        assertThat(ids("grade")).isEqualTo(List.of(1, 6, 7, 5, 4, 3, 8, 2));
    }

    @Test
    void updatesWhatIsSetAndLeavesTheRest() {
        create("group", "name=A-2");
        create("lecturer", "name=Alan Turing");

        assertThat(shell.seen("update", "student", "--id", "1", "--set", "group=A-2"))
                .isEqualTo("Updated student 1: Ada Lovelace, group A-1 → Ada Lovelace, group A-2\n");
        assertThat(shell.seen("update", "students", "--set", "group=1", "name=Ada King", "--id=1"))
                .isEqualTo("Updated student 1: Ada Lovelace, group A-2 → Ada King, group A-1\n");
        assertThat(shell.seen("update", "group", "--id", "1", "--set", "name=B-1"))
                .isEqualTo("Updated group 1: A-1 → B-1\n");
        assertThat(shell.seen("update", "lecturer", "--id", "1", "--set", "name=A. Noether"))
                .isEqualTo("Updated lecturer 1: Emmy Noether → A. Noether\n");
        assertThat(shell.seen("update", "subject", "--id", "1", "--set", "name=Rings", "--set", "lecturer=2"))
                .isEqualTo("Updated subject 1: Algebra, lecturer A. Noether → Rings, lecturer Alan Turing\n");

        create("student", "name=Grace Hopper", "group=2");
        create("subject", "name=Logic", "lecturer=2");
        assertThat(shell.seen(
                        "update",
                        "grade",
                        "--id",
                        "1",
                        "--set",
                        "grade=1",
                        "student=Grace Hopper",
                        "subject=Logic",
                        "received_on=2024-02-29"))
                .isEqualTo("Updated grade 1: student Ada King, subject Rings, grade 12, received_on 2026-02-28"
                        + " → student Grace Hopper, subject Logic, grade 1, received_on 2024-02-29\n");
        assertThat(shell.seen("list", "grade", "--format", "csv"))
                .isEqualTo("id,student,subject,grade,received_on\n1,Grace Hopper,Logic,1,2024-02-29\n");
        assertThat(shell.seen("list", "subject", "--id", "1", "--format", "csv"))
                .isEqualTo("id,name,lecturer\n1,Rings,Alan Turing\n");
    }

    @Test
    void saysWhereThereIsNothingToChange() {
        assertThat(shell.seen("update", "group", "--id", "1", "--set", "name=A-1"))
                .isEqualTo("Nothing to change: group 1 is A-1 already.\n");
    }

    @Test
    void tellsRowsOfOneNameApart() {
        create("lecturer", "name=Emmy Noether");

        assertThat(shell.seen("update", "subject", "--id", "1", "--set", "lecturer=2"))
                .isEqualTo(
                        "Updated subject 1: Algebra, lecturer Emmy Noether → Algebra, lecturer Emmy Noether (another of the"
                                + " same name)\n");
        assertThat(shell.seen("remove", "lecturer", "--id", "1")).isEqualTo("Removed lecturer 1: Emmy Noether\n");
    }

    @Test
    void saysWhatIsInTheWayOfARemoval() {
        for (String name : List.of("Zoe", "Bob", "Cy", "Dan")) {
            create("student", "name=" + name, "group=1");
        }
        assertThat(shell.refused("remove", "group", "--id", "1"))
                .isEqualTo(
                        "The group 1, A-1, cannot be removed: 5 students refer to it (Ada Lovelace, Bob, Cy, Dan, Zoe)."
                                + " Give each another group (gradebook update student --id ID --set group=NAME) or remove them"
                                + " first; gradebook list student shows their ids.");
        create("student", "name=Zacharias", "group=1");
        assertThat(shell.refused("remove", "group", "--id", "1"))
                .startsWith("The group 1, A-1, cannot be removed: 6 students refer to it (Ada Lovelace, Bob, Cy, Dan,"
                        + " Zacharias, …). Give each");
        assertThat(shell.refused("remove", "lecturer", "--id", "1"))
                .isEqualTo(
                        "The lecturer 1, Emmy Noether, cannot be removed: 1 subject refers to it (Algebra). Give each"
                                + " another lecturer (gradebook update subject --id ID --set lecturer=NAME) or remove them first;"
                                + " gradebook list subject shows their ids.");
        create("grade", "student=1", "subject=1", "grade=5", "received_on=2026-02-01");
        assertThat(shell.refused("remove", "subject", "--id", "1"))
                .isEqualTo("The subject 1, Algebra, lecturer Emmy Noether, cannot be removed: 2 grades refer to it (Ada"
                        + " Lovelace). Give each another subject (gradebook update grade --id ID --set subject=NAME) or remove"
                        + " them first; gradebook list grade shows their ids.");
        assertThat(ids("group")).hasSize(1);
        assertThat(ids("lecturer")).hasSize(1);
        assertThat(ids("subject")).hasSize(1);
    }

    @Test
    void removesAStudentWithItsGradesAndThenTheOthers() {
        create("student", "name=Bob", "group=1");
        create("grade", "student=1", "subject=1", "grade=5", "received_on=2026-02-01");
        create("grade", "student=2", "subject=1", "grade=5", "received_on=2026-02-01");

        assertThat(shell.seen("remove", "student", "--id", "1"))
                .isEqualTo("Removed student 1: Ada Lovelace, group A-1, and 2 grades with it\n");
        assertThat(ids("grade")).isEqualTo(List.of(3));
        assertThat(shell.seen("remove", "grade", "--id", "3"))
                .isEqualTo("Removed grade 3: student Bob, subject Algebra, grade 5, received_on 2026-02-01\n");
        assertThat(shell.seen("remove", "student", "--id", "2"))
                .isEqualTo("Removed student 2: Bob, group A-1, and 0 grades with it\n");
        assertThat(shell.seen("remove", "subject", "--id", "1"))
                .isEqualTo("Removed subject 1: Algebra, lecturer Emmy Noether\n");
        assertThat(shell.seen("remove", "lecturer", "--id", "1")).isEqualTo("Removed lecturer 1: Emmy Noether\n");
        assertThat(shell.seen("remove", "group", "--id", "1")).isEqualTo("Removed group 1: A-1\n");
        for (String model : List.of("group", "student", "lecturer", "subject", "grade")) {
            assertThat(shell.seen("list", model, "--format", "json")).isEqualTo("[]\n");
        }
    }

    @Test
    void takesNamesOfDigitsAndSaysThatDigitsAreIds() {
        assertThat(create("group", "name=101")).isEqualTo("""
                Created group 2: 101
                Where a name or an id can stand, digits are taken for an id: for this group write 2.
                """);
        assertThat(shell.seen("update", "student", "--id", "1", "--set", "name=007"))
                .isEqualTo("""
                Updated student 1: Ada Lovelace, group A-1 → 007, group A-1
                Where a name or an id can stand, digits are taken for an id: for this student write 1.
                """);
        assertThat(shell.refused("create", "student", "--set", "name=x", "group=101"))
                .startsWith("There is no group with the id 101. All digits are taken for an id; the group named \"101\""
                        + " has the id 2");
        assertThat(create("student", "name=x", "group=2")).isEqualTo("Created student 2: x, group 101\n");
    }

    @Test
    void refusesASecondGroupOrSubjectOfOneName() {
        create("group", "name=A-2");
        create("subject", "name=Logic", "lecturer=1");

        assertThat(shell.refused("create", "group", "--set", "name=A-1"))
                .isEqualTo("There is such a group already: 1, A-1. Give this one another name.");
        assertThat(shell.refused("update", "group", "--id", "2", "--set", "name=A-1"))
                .isEqualTo("There is such a group already: 1, A-1. Give this one another name.");
        assertThat(shell.refused("create", "subject", "--set", "name=Logic", "lecturer=1"))
                .isEqualTo("There is such a subject already: 2, Logic. Give this one another name.");
        assertThat(shell.refused("update", "subject", "--id", "1", "--set", "name=Logic"))
                .isEqualTo("There is such a subject already: 2, Logic. Give this one another name.");
        assertThat(create("group", "name=a-1")).isEqualTo("Created group 3: a-1\n");
        assertThat(create("lecturer", "name=Emmy Noether")).isEqualTo("Created lecturer 2: Emmy Noether\n");
        assertThat(create("student", "name=Ada Lovelace", "group=1"))
                .isEqualTo("Created student 2: Ada Lovelace, group A-1\n");
        assertThat(shell.refused("create", "grade", "--set", "student=Ada Lovelace", "subject=1", "grade=1"))
                .isEqualTo("A new grade also needs received_on: add --set received_on=…");
        assertThat(shell.refused("update", "grade", "--id", "1", "--set", "student=Ada Lovelace"))
                .isEqualTo(
                        "There are 2 students named \"Ada Lovelace\". Give the id of one of them instead: 1 (in \"A-1\"), 2 (in \"A-1\")");
    }

    @Test
    void countsTheCharactersOfNamesAsTheDatabaseDoes() {
        assumeTrue(
                gradebook.<Boolean>read(
                        session -> session.connection().dialect().capabilities().has(Feature.LENGTH_IN_CHARACTERS)),
                "lengths count characters");
        String smile = "😀";
        assertThat(create("group", "name=" + smile.repeat(50))).startsWith("Created group 2: ");
        assertThat(create("subject", "name=" + smile.repeat(100), "lecturer=1")).startsWith("Created subject 2: ");
        assertThat(create("lecturer", "name=" + "x".repeat(150))).startsWith("Created lecturer 2: ");
        assertThat(create("student", "name=" + smile.repeat(150), "group=1")).startsWith("Created student 2: ");

        assertThat(shell.refused("create", "group", "--set", "name=" + smile.repeat(51)))
                .isEqualTo("The name of a group has at most 50 characters, and this one has 51.");
        assertThat(shell.refused("create", "subject", "--set", "name=" + smile.repeat(101), "lecturer=1"))
                .isEqualTo("The name of a subject has at most 100 characters, and this one has 101.");
        assertThat(shell.refused("create", "lecturer", "--set", "name=" + "x".repeat(151)))
                .isEqualTo("The name of a lecturer has at most 150 characters, and this one has 151.");
        assertThat(shell.refused("update", "student", "--id", "1", "--set", "name=" + smile.repeat(1151)))
                .isEqualTo("The name of a student has at most 150 characters, and this one has 1151.");
    }

    @Test
    void takesTheFirstAndTheLastDayAndGrade() {
        shell.seen("update", "grade", "--id", "1", "--set", "received_on=0001-01-01", "grade=1");
        assertThat(shell.seen("list", "grade", "--format", "csv")).endsWith(",1,0001-01-01\n");
        shell.seen("update", "grade", "--id", "1", "--set", "received_on=9999-12-31", "grade=12");
        assertThat(shell.seen("list", "grade", "--format", "csv")).endsWith(",12,9999-12-31\n");
    }

    /** What the command would print, at less cost. */
    private String create(String model, String... pairs) {
        return gradebook.write(
                        session -> new Edits(session).create(Models.named(model), Assignments.parse(List.of(pairs))))
                + "\n";
    }

    /** In the order of the list. */
    private List<Integer> ids(String model) {
        return shell.seen("list", model, "--format", "csv")
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(','))))
                .toList();
    }
}
