// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No database, or one that cannot be worked with: the place is named, and the reason. */
class UnreachableDatabaseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"current", "history", "upgrade", "sql"})
    void aServerThatIsNotThere(String verb) throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Project project = new Project(folder).set("ALUDEL_URL", "postgresql://ada@127.0.0.1:" + port + "/school");
        Files.createDirectories(folder.resolve("src/main/java/migrations"));
        Instant start = Instant.now();

        project.aludel(verb);
        assertThat(project.seen().replace(Integer.toString(port), "PORT").replace(verb, "VERB"))
                .isEqualTo("""
                $ aludel VERB
                ENG-004: Cannot connect to 127.0.0.1:PORT/school: Connection to 127.0.0.1:PORT refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections. Check that the database is there, and the user and password.
                exit code 1
                """);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(silent.getLocalPort());
            Project project = new Project(folder).set("ALUDEL_URL", "postgresql://ada@127.0.0.1:" + port + "/school");
            Instant start = Instant.now();

            project.aludel("history");
            assertThat(project.seen().replace(port, "PORT")).isEqualTo("""
                $ aludel history
                ENG-004: Cannot connect to 127.0.0.1:PORT/school: no answer within 8.0 s. Check that the database is there, and the user and password.
                exit code 1
                """);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(12));
        }
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void aServerWithoutThatDatabase(FreshDatabase database) {
        Project project = Project.on(database, folder)
                .set("ALUDEL_URL", database.dsn().replace(database.name(), "no_such_database"));

        project.aludel("history");
        assertThat(project.seen().replaceAll("localhost:\\d+", "localhost:PORT"))
                .isEqualTo("""
                $ aludel history
                ENG-004: Cannot connect to localhost:PORT/no_such_database: FATAL: database "no_such_database" does not exist. Check that the database is there, and the user and password.
                exit code 1
                """);
    }

    @Test
    void filesThatAreNone() throws IOException {
        Project project =
                new Project(folder).write("text.db", "This is no database, but long enough to be one.".repeat(99));

        project.aludel("current", "--url", "sqlite:" + folder);
        project.aludel("current", "--url", "sqlite:" + folder + "/nowhere/x.db");
        project.aludel("current", "--url", "sqlite:" + folder + "/text.db");
        assertThat(project.seen()).isEqualTo("""
                $ aludel current --url sqlite:FOLDER
                ENG-004: Cannot connect to FOLDER: [SQLITE_CANTOPEN] Unable to open the database file (unable to open database file). Check that its folder is there, that it is a file, and that this program may read and write both.
                exit code 1
                $ aludel current --url sqlite:FOLDER/nowhere/x.db
                ENG-004: Cannot connect to FOLDER/nowhere/x.db: There is no folder FOLDER/nowhere. Check that its folder is there, that it is a file, and that this program may read and write both.
                exit code 1
                $ aludel current --url sqlite:FOLDER/text.db
                ENG-010: Cannot execute a statement on FOLDER/text.db: what is there is no database of this kind, or a damaged one. It is left as it is; use another one, or restore a backup. The database says: [SQLITE_NOTADB] File opened that is not a database file (file is not a database).
                exit code 1
                """);
    }

    /** Only an upgrade makes a file; who only asks may have mistyped its name. */
    @Test
    void aFileThatIsNotThere() {
        Project project = Pets.atFirst(new Project(folder)).set("ALUDEL_URL", "sqlite:" + folder + "/typo.db");
        project.aludel("init", "--model.sources", "src/main/java");
        project.aludel("revision", "--autogenerate", "-m", "first");
        project.seen();

        project.aludel("current");
        project.aludel("history");
        project.aludel("check");
        project.aludel("downgrade", "base");
        int exitCode = project.aludel("sql");
        assertThat(project.seen()).startsWith("""
                $ aludel current
                No revision has been applied to FOLDER/typo.db.
                1 to apply: id1. Next: aludel upgrade head
                Warning: there is no database at FOLDER/typo.db yet; it is taken to be empty.
                $ aludel history
                id1  first  (head)  pending
                Warning: there is no database at FOLDER/typo.db yet; it is taken to be empty.
                $ aludel check
                To bring the database to the model:
                  create table "person": (id, name)
                  create table "pet": (id, legs, owner_id)
                Warning: there is no database at FOLDER/typo.db yet; it is taken to be empty.
                exit code 2
                $ aludel downgrade base
                Nothing to undo: the database is there already.
                Warning: there is no database at FOLDER/typo.db yet; it is taken to be empty.
                $ aludel sql
                """).contains("create table pet");
        assertThat(exitCode).isZero();
        assertThat(folder.resolve("typo.db")).doesNotExist();
        project.aludel("upgrade");
        assertThat(folder.resolve("typo.db")).exists();
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void aFileThatMayOnlyBeRead(FreshDatabase database) {
        Project project = Pets.atFirst(Project.on(database, folder));
        project.aludel("init", "--model.sources", "src/main/java");
        project.aludel("revision", "--autogenerate", "-m", "first");
        project.seen();
        // Whoever runs the tests as root may write everything, so SQLite is asked to refuse.
        project.set("ALUDEL_URL", database.dsn() + "?open_mode=1");

        project.aludel("current");
        project.aludel("upgrade");
        assertThat(project.seen()).isEqualTo("""
                $ aludel current
                No revision has been applied to DATABASE.
                1 to apply: id1. Next: aludel upgrade head
                $ aludel upgrade
                MIG-014: Revision id1 (Rid1_First.java) could not go up: ENG-007: Cannot execute a statement on DATABASE: it can only be read. Nothing of this transaction was written. Let this program write there (to a file's folder, too), or use another database. The database says: [SQLITE_READONLY] Attempt to write a readonly database (attempt to write a readonly database). Revisions before it remain.
                exit code 1
                """);
    }
}
