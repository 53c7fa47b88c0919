// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that look at the history, and those that change nothing else. */
class HistoryCommandsTest {
    @TempDir
    private Path folder;

    private static String script(String id, String annotation, String up) {
        return """
                package migrations;

                import static io.aludel.core.type.SqlType.*;

                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;

                /** Does %s */
                @Revision(id = "%s"%s)
                public final class R%s implements Migration {
                    @Override
                    public void up(Operations op) {
                        %s
                    }

                    @Override
                    public void down(Operations op) {}
                }
                """.formatted(id.charAt(0), id, annotation, id, up);
    }

    private static Project write(Project project, String name, String annotation, String up) {
        String id = name.repeat(12);
        return project.write("src/main/java/migrations/R" + id + ".java", script(id, annotation, up));
    }

    private static String parent(String... names) {
        StringBuilder ids = new StringBuilder();
        for (String name : names) {
            ids.append(ids.isEmpty() ? "\"" : ", \"").append(name.repeat(12)).append('"');
        }
        return ", parent = {" + ids + "}";
    }

    /** a; on it b, of the branch "pets", and c. */
    private static Project forked(Project project) {
        write(project, "a", "", "op.createTable(\"one\", t -> t.column(\"x\", integer()));");
        write(project, "b", parent("a") + ", labels = \"pets\"", "op.addColumn(\"one\", \"y\", integer());");
        return write(project, "c", parent("a"), "op.addColumn(\"one\", \"z\", integer());");
    }

    @OnEveryDatabase
    @Tag("M-54")
    @Tag("M-60")
    void branchesAreShownUpgradedAndMerged(FreshDatabase database) {
        Project project = forked(Project.on(database, folder));

        project.aludel("heads");
        project.aludel("branches");
        project.aludel("current", "--check-heads");
        project.aludel("upgrade");
        project.aludel("upgrade", "pets@head");
        project.aludel("current");
        project.aludel("status");
        project.aludel("check");
        project.aludel("check", "--write-merge");
        project.aludel("upgrade", "head");
        project.aludel("current", "--check-heads");
        project.aludel("history", "-i");
        project.aludel("history", "-i", "-r", "-1:current");
        project.aludel("downgrade", "-1");
        project.aludel("downgrade", "-1");
        project.aludel("heads");
        assertThat(project.seen()).isEqualTo("""
                $ aludel heads
                id1  Does b  (pets)
                id2  Does c
                $ aludel branches
                id3  Does a
                  -> id1  Does b  (pets)
                  -> id2  Does c
                $ aludel current --check-heads
                No revision has been applied to DATABASE.
                3 to apply: id3, id1, id2. Next: aludel upgrade heads
                exit code 1
                $ aludel upgrade
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel upgrade pets@head
                Applied id3  Does a (N ms)
                Applied id1  Does b (N ms)
                $ aludel current
                id1  Does b
                1 to apply: id2. Next: aludel upgrade heads
                $ aludel status
                DATABASE: 2 applied, 1 pending, 0 unknown, 0 edited
                  id3  Does a  applied TIME by USER
                  id1  Does b  applied TIME by USER
                + id2  Does c  pending
                + to be applied: aludel upgrade heads
                $ aludel check
                There are 2 heads: id1, id2.
                id1 and id2 commute: either may be applied first.
                Join them: aludel check --write-merge
                exit code 1
                $ aludel check --write-merge
                There are 2 heads: id1, id2.
                id1 and id2 commute: either may be applied first.
                Wrote FOLDER/src/main/java/migrations/Rid4_JoinBranches.java
                exit code 1
                $ aludel upgrade head
                Applied id2  Does c (N ms)
                Applied id4  Join branches (N ms)
                $ aludel current --check-heads
                id4  Join branches
                $ aludel history -i
                id4  Join branches  (merge, head, current)  applied TIME by USER
                id2  Does c  applied TIME by USER
                id1  Does b  (pets)  applied TIME by USER
                id3  Does a  applied TIME by USER
                $ aludel history -i -r -1:current
                MIG-033: "id4-1" can mean id1 or id2; name the revision.
                exit code 1
                $ aludel downgrade -1
                Undid id4  Join branches (N ms)
                $ aludel downgrade -1
                MIG-033: "-1" can mean id1 or id2; name the revision, or the branch: id1@-1 or id2@-1.
                exit code 1
                $ aludel heads
                id4  Join branches  (pets)
                """);
    }

    @Test
    @Tag("M-60")
    void branchesThatCollideAreNotMergedByCheck() {
        Project project = new Project(folder).set("ALUDEL_URL", "h2:mem:collide");
        forked(project);
        write(project, "c", parent("a"), "op.dropTable(\"one\");");
        write(project, "d", "", "op.sql(\"create table two (x int)\");");

        project.aludel("check", "--write-merge");
        project.aludel("merge", "pets@head", "cccc", "-m", "both");
        project.aludel("merge", "pets");
        project.aludel("merge", "dddd");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check --write-merge
                There are 3 heads: id1, id2, id3.
                id1 and id2 touch the same objects:
                  both touch "one"
                  after id2, revision id1: MIG-001: Cannot add column "y" to table "one": there is no such table; there are none.
                Whether id1 and id3 commute cannot be told:
                  what "execute create table two (x int)" of revision id3 does to the schema, nobody has said
                Whether id2 and id3 commute cannot be told:
                  what "execute create table two (x int)" of revision id3 does to the schema, nobody has said
                No merge was written. Look at both, then join them: aludel merge -m "join branches"
                exit code 1
                $ aludel merge pets@head cccc -m both
                Wrote FOLDER/src/main/java/migrations/Rid4_Both.java
                It joins id1 and id2.
                Next: aludel upgrade heads
                Warning: id1 and id2 touch the same objects:
                  both touch "one"
                  after id2, revision id1: MIG-001: Cannot add column "y" to table "one": there is no such table; there are none.
                $ aludel merge pets
                MIG-036: There is nothing to merge: only id1. A merge joins two heads or more; `aludel heads` lists them.
                exit code 1
                $ aludel merge dddd
                MIG-036: There is nothing to merge: only id3. A merge joins two heads or more; `aludel heads` lists them.
                exit code 1
                """);
    }

    @Test
    void aRevisionGoesWhereItIsTold() throws IOException {
        Project project = forked(new Project(folder).set("ALUDEL_URL", "h2:mem:placed"));

        project.aludel("revision", "-m", "unclear");
        project.aludel(
                "revision",
                "-m",
                "more pets",
                "--head",
                "pets@head",
                "--depends-on",
                "cccc",
                "--rev-id",
                "eeeeeeeeeeee");
        project.aludel("revision", "-m", "taken", "--head", "cccc", "--rev-id", "eeeeeeeeeeee");
        project.aludel("revision", "-m", "between", "--head", "aaaa");
        project.aludel(
                "revision",
                "-m",
                "between",
                "--head",
                "aaaa",
                "--splice",
                "--branch-label",
                "toys",
                "--rev-id",
                "ffffffffffff");
        project.aludel("revision", "-m", "again", "--head", "cccc", "--branch-label", "toys");
        project.aludel(
                "revision",
                "-m",
                "apart",
                "--head",
                "base",
                "--rev-id",
                "111111111111",
                "--branch-label",
                "people",
                "--branch-label",
                "folk",
                "--depends-on",
                "pets");
        project.aludel("revision", "-m", "odd", "--head", "cccc", "--rev-id", "xyz");
        project.aludel("revision", "-m", "lost", "--head", "cccc", "--depends-on", "9999");
        project.aludel("heads");
        assertThat(project.seen()).isEqualTo("""
                $ aludel revision -m unclear
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel revision -m 'more pets' --head pets@head --depends-on cccc --rev-id id3
                Wrote FOLDER/src/main/java/migrations/Rid3_MorePets.java
                It is empty: say in up() what it does, and in down() how that is undone.
                Next: aludel upgrade heads
                $ aludel revision -m taken --head cccc --rev-id id3
                MIG-006: Two revisions have the id id3; give one of them another.
                exit code 1
                $ aludel revision -m between --head aaaa
                MIG-037: Revision id4 is no head: id1, id2 stand on it already. Stand on a head, or say --splice if another branch is what you want.
                exit code 1
                $ aludel revision -m between --head aaaa --splice --branch-label toys --rev-id id5
                Wrote FOLDER/src/main/java/migrations/Rid5_Between.java
                It is empty: say in up() what it does, and in down() how that is undone.
                Next: aludel upgrade heads
                $ aludel revision -m again --head cccc --branch-label toys
                MIG-030: Revisions id6 and id5 both have the label "toys". Take it from one of them; the revisions after it are of the same branch without saying so.
                exit code 1
                $ aludel revision -m apart --head base --rev-id id7 --branch-label people --branch-label folk --depends-on pets
                Wrote FOLDER/src/main/java/migrations/Rid7_Apart.java
                It is empty: say in up() what it does, and in down() how that is undone.
                Next: aludel upgrade heads
                $ aludel revision -m odd --head cccc --rev-id xyz
                MIG-005: "xyz" is no revision id; it needs twelve hexadecimal digits in lower case.
                exit code 1
                $ aludel revision -m lost --head cccc --depends-on 9999
                MIG-010: There is no revision or label "9999" among the scripts.
                exit code 1
                $ aludel heads
                id7  apart  (folk, people)
                id2  Does c  needed by id3
                id3  more pets  (pets)
                id5  between  (toys)
                """);
        assertThat(Files.readString(folder.resolve("src/main/java/migrations/Reeeeeeeeeeee_MorePets.java")))
                .contains(
                        "@Revision(id = \"eeeeeeeeeeee\", parent = \"bbbbbbbbbbbb\", dependsOn = \"cccccccccccc\")\n");
        assertThat(Files.readString(folder.resolve("src/main/java/migrations/R111111111111_Apart.java")))
                .contains("""
                        @Revision(
                                id = "111111111111",
                                labels = {"people", "folk"},
                                dependsOn = "pets")
                        """);
    }

    @OnEveryDatabase
    @Tag("M-58")
    void theHistoryIsStampedAndItsFaultsAreReported(FreshDatabase database) throws IOException {
        Project project = forked(Project.on(database, folder));

        project.aludel("stamp", "head");
        project.aludel("stamp", "pets", "cccc");
        project.aludel("stamp", "heads");
        project.aludel("show", "pets");
        Files.delete(folder.resolve("src/main/java/migrations/Rcccccccccccc.java"));
        write(project, "b", parent("a") + ", labels = \"pets\"", "op.addColumn(\"one\", \"why\", integer());");
        project.aludel("status");
        project.aludel("show", "head");
        project.aludel("current");
        project.aludel("stamp", "aaaa");
        project.aludel("stamp", "--purge", "current");
        project.aludel("current", "--check-heads");
        assertThat(project.seen()).isEqualTo("""
                $ aludel stamp head
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel stamp pets cccc
                + id3
                + id1
                + id2
                The history was changed; no script was run.
                $ aludel stamp heads
                Nothing to change: the history says so already.
                $ aludel show pets
                id1  Does b
                  file:        Rid1.java
                  stands on:   id3
                  followed by: nothing (head)
                  labels:      pets
                  on branch:   pets
                  in database: applied TIME by USER
                  does:
                    add column "y" to table "one": integer
                $ aludel status
                DATABASE: 3 applied, 0 pending, 1 unknown, 1 edited
                  id3  Does a  applied TIME by USER
                ! id1  Does b  applied TIME by USER
                ? id2  Does c  applied TIME by USER
                ? no script knows it: bring the script here, or take it out of the history: aludel stamp --purge current
                ! its script was edited after it was applied: undo the edit, and write a new revision
                $ aludel show head
                id1  Does b
                  file:        Rid1.java
                  stands on:   id3
                  followed by: nothing (head)
                  labels:      pets
                  on branch:   pets
                  in database: applied TIME by USER; its script has been edited since
                  does:
                    add column "why" to table "one": integer
                $ aludel current
                MIG-011: DATABASE has a revision that the scripts do not know: id2 ("Does c", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel stamp aaaa
                MIG-011: DATABASE has a revision that the scripts do not know: id2 ("Does c", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel stamp --purge current
                - id2
                - id1
                - id3
                + id3
                + id1
                The history was changed; no script was run.
                $ aludel current --check-heads
                id1  Does b
                """);
    }

    @Test
    void anEmptyHistorySaysWhatIsNext() {
        Project project = new Project(folder).set("ALUDEL_URL", "h2:mem:nothing");
        project.aludel("init");
        project.seen();

        project.aludel("heads");
        project.aludel("branches");
        project.aludel("status");
        project.aludel("show", "current");
        project.aludel("merge");
        project.aludel("stamp", "head");
        project.aludel("current", "--check-heads");
        assertThat(project.seen()).isEqualTo("""
                $ aludel heads
                There are no revisions yet. Next: aludel revision --autogenerate -m "first tables"
                $ aludel branches
                There are no branches.
                $ aludel status
                the H2 database "nothing" in memory: 0 applied, 0 pending, 0 unknown, 0 edited
                $ aludel show current
                "current" is where no revision has been applied.
                $ aludel merge
                MIG-036: There is nothing to merge: there are no revisions. A merge joins two heads or more; `aludel heads` lists them.
                exit code 1
                $ aludel stamp head
                Nothing to change: the history says so already.
                $ aludel current --check-heads
                No revision has been applied to the H2 database "nothing" in memory.
                """);
    }
}
