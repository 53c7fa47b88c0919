// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A project whose scripts are SQL, as somebody sees it who types. */
class SqlScriptCommandsTest {
    private static final String SCRIPTS = "src/main/java/migrations/";

    @TempDir
    private Path folder;

    @OnEveryDatabase(TestDatabase.SQLITE)
    void showsWhatIsAppliedAndPending(FreshDatabase database) throws IOException, SQLException {
        Project project = Project.on(database, folder)
                .write(SCRIPTS + "aaaa00000001_pets.up.sql", "create table pet (name text);")
                .write(SCRIPTS + "aaaa00000001_pets.down.sql", "drop table pet;")
                .write(
                        SCRIPTS + "names.repeat.sql",
                        "-- drop\ndrop view if exists names;\ncreate view names as select name from pet;")
                .write(SCRIPTS + "after-each.sql", "insert into pet (name) values ('Rex');");

        project.aludel("status");
        project.aludel("upgrade");
        project.aludel("upgrade");
        Files.delete(folder.resolve(SCRIPTS + "names.repeat.sql"));
        project.aludel("status");
        project.aludel("show", "head");

        assertThat(database.rows("select name from names")).hasSize(1);
        assertThat(project.seen()).isEqualTo("""
                $ aludel status
                DATABASE: 0 applied, 1 pending, 0 unknown, 0 edited
                + id1  Pets  pending
                + names  repeatable  pending
                + to be applied: aludel upgrade head
                $ aludel upgrade
                Applied id1  Pets (N ms)
                Applied names  repeatable (N ms)
                $ aludel upgrade
                Nothing to apply: the database is there already.
                $ aludel status
                DATABASE: 1 applied, 0 pending, 0 unknown, 0 edited
                  id1  Pets  applied TIME by USER
                - names  repeatable  its script is gone: what it made stays; drop that in a revision
                $ aludel show head
                id1  Pets
                  file:        aaaa00000001_pets.up.sql
                  stands on:   nothing
                  followed by: nothing (head)
                  in database: applied TIME by USER
                  does:
                  ! execute create table pet (name text)
                """);
    }
}
