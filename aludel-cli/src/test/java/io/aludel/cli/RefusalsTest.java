// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts and database do not fit each other: nothing is done, and it is said what to do. */
@OnEveryDatabase
class RefusalsTest {
    @TempDir
    private Path folder;

    private final FreshDatabase database;

    RefusalsTest(FreshDatabase database) {
        this.database = database;
    }

    private Project project() {
        return Project.on(database, folder).write("src/main/java/migrations/README", "Scripts are here.");
    }

    private static String script(String id, String parent, String up) {
        return """
                package migrations;

                import static io.aludel.core.type.SqlType.*;

                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;

                @Revision(id = "%s", parent = {%s})
                public final class R%s implements Migration {
                    @Override
                    public void up(Operations op) {
                        %s
                    }

                    @Override
                    public void down(Operations op) {
                        op.irreversible("Nobody wants that.");
                    }
                }
                """.formatted(id, parent.isEmpty() ? "" : '"' + parent + '"', id, up);
    }

    private static Project write(Project project, String id, String parent, String up) {
        return project.write("src/main/java/migrations/R" + id + ".java", script(id, parent, up));
    }

    @Test
    void aRevisionThatTheScriptsDoNotKnow() throws IOException {
        Project project =
                write(project(), "aaaaaaaaaaaa", "", "op.createTable(\"one\", t -> t.column(\"x\", text()));");
        project.aludel("upgrade");
        Files.delete(folder.resolve("src/main/java/migrations/Raaaaaaaaaaaa.java"));

        project.aludel("upgrade");
        project.aludel("current");
        project.aludel("history");
        project.aludel("downgrade", "base");
        project.aludel("sql");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                $ aludel upgrade
                MIG-011: DATABASE has a revision that the scripts do not know: id1 ("Rid1", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel current
                MIG-011: DATABASE has a revision that the scripts do not know: id1 ("Rid1", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel history
                MIG-011: DATABASE has a revision that the scripts do not know: id1 ("Rid1", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel downgrade base
                MIG-011: DATABASE has a revision that the scripts do not know: id1 ("Rid1", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                $ aludel sql
                MIG-011: DATABASE has a revision that the scripts do not know: id1 ("Rid1", applied TIME by USER). Bring the missing scripts here, from another branch perhaps; nothing was done.
                exit code 1
                """);
    }

    @Test
    void twoHeads() throws SQLException {
        Project project = write(project(), "aaaaaaaaaaaa", "", "");
        write(project, "bbbbbbbbbbbb", "aaaaaaaaaaaa", "");
        write(project, "cccccccccccc", "aaaaaaaaaaaa", "");

        project.aludel("upgrade");
        project.aludel("revision", "-m", "more");
        project.aludel("sql");
        project.aludel("history");
        assertThat(Tables.of(database)).isEmpty();
        project.aludel("upgrade", "bbbb");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel revision -m more
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel sql
                MIG-009: There are 2 heads: id1, id2. Join them by `aludel merge`, say "heads" for all of them, or name the one that you want.
                exit code 1
                $ aludel history
                id2  Rid2  (head)  pending
                id1  Rid1  (head)  pending
                id3  Rid3  pending
                $ aludel upgrade bbbb
                Applied id3  Rid3 (N ms)
                Applied id1  Rid1 (N ms)
                """);
    }

    @Test
    void anAppliedScriptThatWasEdited() {
        Project project =
                write(project(), "aaaaaaaaaaaa", "", "op.createTable(\"one\", t -> t.column(\"x\", text()));");
        project.aludel("upgrade");
        write(project, "aaaaaaaaaaaa", "", "op.createTable(\"one\", t -> t.column(\"y\", text()));");

        project.aludel("upgrade");
        project.aludel("current");
        project.aludel("downgrade", "base");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                $ aludel upgrade
                MIG-012: Revision id1 was applied to DATABASE on TIME, and its script Rid1.java has been edited since: up() asks for other operations now. Undo the edit, and write a new revision for what is to change; nothing was done.
                exit code 1
                $ aludel current
                MIG-012: Revision id1 was applied to DATABASE on TIME, and its script Rid1.java has been edited since: up() asks for other operations now. Undo the edit, and write a new revision for what is to change; nothing was done.
                exit code 1
                $ aludel downgrade base
                MIG-012: Revision id1 was applied to DATABASE on TIME, and its script Rid1.java has been edited since: up() asks for other operations now. Undo the edit, and write a new revision for what is to change; nothing was done.
                exit code 1
                """);
    }

    @Test
    void aTableInTheWay() throws SQLException {
        Project project = write(
                project(),
                "aaaaaaaaaaaa",
                "",
                "op.createTable(\"one\", t -> t.column(\"x\", text()));\n"
                        + "op.createTable(\"pet\", t -> t.column(\"x\", text()));");
        database.execute("create table pet (legs integer)");

        project.aludel("upgrade");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                MIG-014: Revision id1 (Rid1.java) could not go up, at "create table "pet"" (Rid1.java:13): MIG-001: Cannot create table "pet": a table "pet" is there already. Drop or rename that table; or adopt it, if it is what you mean, by leaving this operation out. Nothing of this revision remains; those before it do.
                exit code 1
                """);
        assertThat(Tables.of(database)).containsExactly("pet");
    }

    @Test
    void aRevisionThatFailsHalfWay() throws SQLException {
        Project project =
                write(project(), "aaaaaaaaaaaa", "", "op.createTable(\"one\", t -> t.column(\"x\", text()));");
        write(
                project,
                "bbbbbbbbbbbb",
                "aaaaaaaaaaaa",
                "op.createTable(\"two\", t -> t.column(\"x\", text()));\n"
                        + "op.addColumn(\"one\", \"y\", text());\n"
                        + "op.sql(\"insert into nowhere values (1)\").schemaNeutral();");

        boolean takesDdlBack;
        try (Engine engine = Engine.create(database.dsn())) {
            takesDdlBack = engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL);
        }
        project.aludel("upgrade");
        project.aludel("history");
        project.aludel("downgrade", "base");
        assertThat(project.seen().replaceAll("\\(conn=\\d+\\) ", "").replace("'" + database.name() + ".", "'"))
                .isEqualTo(
                        switch (database.database()) {
                            case SQLITE -> """
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                MIG-014: Revision id2 (Rid2.java) could not go up, at "execute insert into nowhere values (1)" (Rid2.java:14): Cannot execute a statement on DATABASE: [SQLITE_ERROR] SQL error or missing database (no such table: nowhere). SQL: insert into nowhere values (1) Nothing of this revision remains; those before it do.
                exit code 1
                $ aludel history
                id2  Rid2  (head)  pending
                id1  Rid1  applied TIME by USER
                $ aludel downgrade base
                MIG-002: Revision id1 (Rid1.java) cannot go down: Nobody wants that. Nothing was done.
                exit code 1
                """;
                            case H2 -> """
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                MIG-014: Revision id2 (Rid2.java) could not go up, at "execute insert into nowhere values (1)" (Rid2.java:14): Cannot execute a statement on DATABASE: Table "nowhere" not found [42102-252]. SQL: insert into nowhere values (1) 2 statements of it are done and stand in the ledger. Mend what is wrong, then `aludel upgrade` goes on from there; or see `aludel repair`.
                exit code 1
                $ aludel history
                id2  Rid2  (head)  pending
                id1  Rid1  applied TIME by USER
                $ aludel downgrade base
                MIG-021: Revision id2 is half-way up in DATABASE (2 of the 3 statements that were begun are done). Finish it by `aludel upgrade` first, or see `aludel repair`. Nothing was done.
                exit code 1
                """;
                            case MARIADB -> """
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                MIG-014: Revision id2 (Rid2.java) could not go up, at "execute insert into nowhere values (1)" (Rid2.java:14): Cannot execute a statement on DATABASE: Table 'nowhere' doesn't exist. SQL: insert into nowhere values (1) 2 statements of it are done and stand in the ledger. Mend what is wrong, then `aludel upgrade` goes on from there; or see `aludel repair`.
                exit code 1
                $ aludel history
                id2  Rid2  (head)  pending
                id1  Rid1  applied TIME by USER
                $ aludel downgrade base
                MIG-021: Revision id2 is half-way up in DATABASE (2 of the 3 statements that were begun are done). Finish it by `aludel upgrade` first, or see `aludel repair`. Nothing was done.
                exit code 1
                """;
                            case POSTGRESQL -> """
                $ aludel upgrade
                Applied id1  Rid1 (N ms)
                MIG-014: Revision id2 (Rid2.java) could not go up, at "execute insert into nowhere values (1)" (Rid2.java:14): Cannot execute a statement on DATABASE: ERROR: relation "nowhere" does not exist
                  Position: 13. SQL: insert into nowhere values (1) Nothing of this revision remains; those before it do.
                exit code 1
                $ aludel history
                id2  Rid2  (head)  pending
                id1  Rid1  applied TIME by USER
                $ aludel downgrade base
                MIG-002: Revision id1 (Rid1.java) cannot go down: Nobody wants that. Nothing was done.
                exit code 1
                """;
                        });
        assertThat(Tables.of(database))
                .contains("aludel_history", "aludel_ledger", "one")
                .hasSize(takesDdlBack ? 5 : 6);
        assertThat(database.rows("select * from one")).isEmpty();
    }
}
