// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only people know is asked at a terminal, or said by flags, and otherwise nothing is written. */
class DecisionsTest {
    private static final String NOTE = """
            package notes;

            import jakarta.persistence.*;

            @Entity
            public class %s {
                @Id
                private long id;

                @Column(length = %d)
                private String %s;
            }
            """;

    private static final String LOSS = """
            MIG-050: To bring FOLDER/notes.db to the model, rows or values may be lost, so no script was written:
              drop column "body" of table "note": varchar(40)
                  loses the values of column "body" of table "note"
            Say what was renamed in place of dropping it:
              column "body" of table "note" may have been renamed to "text" (75 % alike): --rename note.body:note.text
            If it is to be lost, allow it: --allow-destructive, or allowingDestructive() in a program.
            exit code 1
            """;

    @TempDir
    private Path folder;

    private Project project() {
        String url = "sqlite:" + folder.resolve("notes.db");
        Project project = new Project(folder).set("ALUDEL_URL", url).set("ALUDEL_MODEL_SOURCES", "src/main/java");
        note(project, "Note", 40, "body");
        project.aludel("revision", "--autogenerate", "-m", "first");
        project.aludel("upgrade");
        project.seen();
        return project;
    }

    private static void note(Project project, String type, int length, String attribute) {
        project.write(
                "src/main/java/notes/Note.java",
                NOTE.formatted(type, length, attribute).replace("public ", ""));
    }

    @Test
    void withoutADecisionNothingIsWrittenAndTheFlagsAreNamed() {
        Project project = project();
        note(project, "Note", 40, "text");

        project.aludel("check");
        project.aludel("revision", "--autogenerate", "-m", "next");

        assertThat(project.seen()).isEqualTo("""
                $ aludel check
                To bring the database to the model:
                  add column "text" to table "note": varchar(40)
                ! drop column "body" of table "note": varchar(40)
                ~ column "body" of table "note" may have been renamed to "text" (75 % alike): --rename note.body:note.text
                exit code 2
                $ aludel revision --autogenerate -m next
                """ + LOSS);
        assertThat(project.scripts()).hasSize(1);
    }

    @Test
    void aFlagSaysWhatWasRenamed() throws Exception {
        Project project = project();
        note(project, "Note", 40, "text");

        project.aludel("revision", "--autogenerate", "-m", "next", "--rename", "note.body:note.text");

        assertThat(project.seen()).isEqualTo("""
                $ aludel revision --autogenerate -m next --rename note.body:note.text
                  rename column "body" of table "note" to "text"
                Wrote FOLDER/src/main/java/migrations/Rid2_Next.java
                Next: aludel upgrade head
                """);
        assertThat(Files.readString(project.script(2))).contains("op.renameColumn(\"note\", \"body\", \"text\");");
    }

    @Test
    void whoSitsAtTheTerminalIsAsked() {
        Project project = project();
        note(project, "Note", 40, "text");
        String question =
                "Column \"body\" of table \"note\" may have been renamed to \"text\" (75 % alike). Was it? [y/N] ";

        project.answers("perhaps", "yes").aludel("revision", "--autogenerate", "-m", "next");
        assertThat(project.asked()).isEqualTo(question + "perhaps\n" + question + "yes\n");
        assertThat(project.seen()).contains("rename column \"body\" of table \"note\" to \"text\"");
    }

    @Test
    void whoeverSaysNoOrNothingStillHasToAllowTheLoss() {
        Project project = project();
        note(project, "Note", 40, "text");

        for (String answer : new String[] {"n", ""}) {
            project.answers(answer).aludel("revision", "--autogenerate", "-m", "next");
            assertThat(project.seen()).isEqualTo("$ aludel revision --autogenerate -m next\n" + LOSS);
        }
        project.answers().aludel("revision", "--autogenerate", "-m", "next");
        assertThat(project.seen()).isEqualTo("$ aludel revision --autogenerate -m next\n" + LOSS);
    }

    @Test
    void whatIsAllowedIsMarkedInTheScript() throws Exception {
        Project project = project();
        note(project, "Note", 30, "body");

        project.aludel("revision", "--autogenerate", "-m", "next", "--allow-destructive");

        assertThat(project.seen()).isEqualTo("""
                $ aludel revision --autogenerate -m next --allow-destructive
                ! alter column "body" of table "note": type varchar(40) -> varchar(30)
                Wrote FOLDER/src/main/java/migrations/Rid2_Next.java
                Lines marked with ! lose rows or values when the script is applied. Read it before you do.
                Next: aludel upgrade head
                """);
        assertThat(Files.readString(project.script(2)))
                .contains(
                        "        // may lose values of column \"body\" of table \"note\": varchar(30) does not hold every varchar(40)\n"
                                + "        op.alterColumn(\"note\", \"body\", c -> {\n");
    }

    @Test
    void rowsGetWhatAFlagOrAnAnswerSays() {
        Project project = project();
        try (Engine engine = Engine.create("sqlite:" + folder.resolve("notes.db"))) {
            engine.inTransaction(connection -> {
                connection.execute("insert into note (id, body) values (1, null)");
                return null;
            });
        }
        project.write(
                "src/main/java/notes/Note.java",
                NOTE.formatted("Note", 40, "body")
                        .replace("public ", "")
                        .replace("length = 40", "length = 40, nullable = false"));

        project.aludel("revision", "--autogenerate", "-m", "next", "--allow-destructive");
        assertThat(project.seen()).isEqualTo("""
                $ aludel revision --autogenerate -m next --allow-destructive
                MIG-052: Rows of FOLDER/notes.db would have NULL in a column that refuses it, so no script was written:
                  alter column "body" of table "note": --fill note.body=VALUE
                Say what they get, by that flag or by filling(…) in a program; or give the column a default.
                exit code 1
                """);

        project.answers("").aludel("revision", "--autogenerate", "-m", "next", "--allow-destructive");
        assertThat(project.asked())
                .isEqualTo("Rows of table \"note\" need a value in column \"body\" (varchar(40)). Which? \n");
        assertThat(project.seen()).contains("exit code 1");

        project.answers("nothing").aludel("revision", "--autogenerate", "-m", "next", "--allow-destructive");
        assertThat(project.seen()).contains("Wrote FOLDER/src/main/java/migrations/R");
        project.aludel("upgrade");
        project.aludel("check");
        assertThat(project.seen()).contains("The model and the database do not differ.");
    }

    @Test
    void flagsThatSayNothingAreRefused() {
        Project project = project();

        project.aludel("revision", "-m", "next", "--allow-destructive");
        project.aludel("revision", "--autogenerate", "-m", "next", "--rename", "note");

        assertThat(project.seen()).isEqualTo("""
                $ aludel revision -m next --allow-destructive
                CLI-025: --rename, --fill and --allow-destructive say how a difference is written, and without --autogenerate none is. Add --autogenerate, or leave them out.
                exit code 1
                $ aludel revision --autogenerate -m next --rename note
                MIG-051: "note" names no renaming. Write it as old:new, for a table "pet:animal", for a column "pet.name:pet.title", with the schema before it where there is one.
                exit code 1
                """);
    }

    @Test
    void tablesAreLeftAloneByTheirNames() {
        Project project = project();
        try (Engine engine = Engine.create("sqlite:" + folder.resolve("notes.db"))) {
            engine.inTransaction(connection -> {
                connection.execute("create table tmp_1 (x integer)");
                connection.execute("create table old_1 (x integer)");
                return null;
            });
        }

        project.aludel("check");
        project.set("ALUDEL_EXCLUDE_TABLES", "tmp_*").aludel("check");
        project.aludel("check", "--exclude.tables", "TMP_?,old_1");
        project.aludel("check", "--include.tables", "n*,old_*");

        assertThat(project.seen()).isEqualTo("""
                $ aludel check
                To bring the database to the model:
                ! drop table "tmp_1": (x)
                ! drop table "old_1": (x)
                exit code 2
                $ aludel check
                To bring the database to the model:
                ! drop table "old_1": (x)
                exit code 2
                $ aludel check --exclude.tables TMP_?,old_1
                The model and the database do not differ.
                $ aludel check --include.tables n*,old_*
                To bring the database to the model:
                ! drop table "old_1": (x)
                exit code 2
                """);
    }
}
