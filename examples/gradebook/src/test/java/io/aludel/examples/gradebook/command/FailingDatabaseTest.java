// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a database is not to be had, or fails under the work: one message, exit code 1, nothing written. */
class FailingDatabaseTest {
    private static final String FOLDER_AND_FILE =
            " Check that its folder is there, that it is a file, and that this program may read and write both.\n";

    @TempDir
    private Path folder = Path.of("");

    // files

    @OnEveryDatabase(TestDatabase.SQLITE)
    void aFileThatCanOnlyBeRead(FreshDatabase database) throws SQLException {
        new Shell(database).run("migrate");
        Shell reading = new Shell(database.dsn() + "?open_mode=1");
        String message = readOnly(
                new Shell(database).place(),
                "[SQLITE_READONLY] Attempt to write a readonly database (attempt to" + " write a readonly database).");

        assertThat(reading.run("seed")).isEqualTo(new Ran(1, "", message));
        assertThat(reading.run("seed", "--verbose").err())
                .contains("EngineException: " + message)
                .contains("\tat io.aludel.examples.gradebook");
        Ran downgrade = reading.run("downgrade");
        assertThat(downgrade.exitCode()).isEqualTo(1);
        assertThat(downgrade.err())
                .contains("MIG-014: ", message.stripTrailing())
                .hasLineCount(1);
        new Shell(database).run("downgrade", "base");
        Ran migrate = reading.run("migrate");
        assertThat(migrate.exitCode()).isEqualTo(1);
        assertThat(migrate.err()).contains(message.stripTrailing()).hasLineCount(1);
        assertThat(reading.run("select", "1").err()).startsWith("There are no tables in ");
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void aFileOrFolderThatAnotherUserOwns(FreshDatabase database) {
        new Shell(database).run("migrate");
        File file = new File(new Shell(database).place());
        assertThat(file.setWritable(false)).isTrue();
        assumeFalse(file.canWrite(), "Whoever runs this test may write everything.");
        assertThat(new Shell(database).run("seed").err()).startsWith("ENG-007: Cannot execute a statement on " + file);

        assertThat(file.setWritable(true)).isTrue();
        assertThat(file.getParentFile().setWritable(false)).isTrue();
        Ran ran = new Shell(database).run("seed");
        assertThat(file.getParentFile().setWritable(true)).isTrue();
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("ENG-007: Cannot execute a statement on " + file
                        + ": it can only be read. Nothing of this transaction")
                .contains("(to a file's folder, too)");
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void aFullDisk(FreshDatabase database) throws SQLException {
        Ran migrate = new Shell(database.dsn() + "?max_page_count=6").run("migrate");
        assertThat(migrate.exitCode()).isEqualTo(1);
        assertThat(migrate.err())
                .startsWith("MIG-014: ")
                .contains("ENG-008: ", "there is no room left", "Nothing of this transaction will be written")
                .hasLineCount(1);
        new Shell(database).run("migrate");

        Ran seed = new Shell(database.dsn() + "?max_page_count=90").run("seed", "--students", "3000");
        assertThat(seed.exitCode()).isEqualTo(1);
        assertThat(seed.out()).isEmpty();
        assertThat(seed.err())
                .isEqualTo("10 %: 369 of 3000 students\nENG-008: Cannot execute a statement on "
                        + new Shell(database).place()
                        + ": there is no room left: the disk is full, or the database has the size that it may have. Nothing"
                        + " of this transaction will be written: it has to be rolled back. Make room, and try it again. The"
                        + " database says: [SQLITE_FULL] Insertion failed because database is full (database or disk is"
                        + " full).\n");
        assertThat(database.rows("select count(*) from students")).isEqualTo(List.of(List.of(0)));
        assertThat(database.rows("select count(*) from \"groups\"")).isEqualTo(List.of(List.of(0)));
        assertThat(new Shell(database).run("seed").exitCode()).isZero();
    }

    @OnEveryDatabase(TestDatabase.SQLITE)
    void aFileThatSomebodyElseIsWritingTo(FreshDatabase database) throws SQLException {
        new Shell(database).run("migrate");
        try (Connection other = database.openConnection();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThat(new Shell(database.dsn() + "?busy_timeout=50").run("seed"))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "ENG-009: Cannot begin a transaction on " + new Shell(database).place()
                                    + ": another transaction writes there, or holds a lock, for longer than this one waits."
                                    + " Wait until that has ended, or end it; then try again. The database says:"
                                    + " [SQLITE_BUSY] The database file is locked (database is locked).\n"));
            statement.execute("rollback");
        }
        assertThat(new Shell(database).run("seed").exitCode()).isZero();
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "Milk, eggs, flour. ".repeat(100));
        for (String command : List.of("seed", "migrate")) {
            assertThat(new Shell("sqlite:" + file).run(command))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "ENG-010: Cannot execute a statement on " + file
                                    + ": what is there is no database of this kind, or a damaged one. It is left as it is; use"
                                    + " another one, or restore a backup. The database says: [SQLITE_NOTADB] File opened that"
                                    + " is not a database file (file is not a database).\n"));
        }
        assertThat(file).hasContent("Milk, eggs, flour. ".repeat(100));
    }

    @Test
    void aPathThatLeadsToNoFile() {
        assertThat(new Shell("sqlite:" + folder).run("migrate"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "ENG-004: Cannot connect to " + folder
                                + ": [SQLITE_CANTOPEN] Unable to open the database file (unable to open database file)."
                                + FOLDER_AND_FILE));
        for (String dsn : List.of("sqlite:" + folder + "/nowhere/a.db", "h2:" + folder + "/nowhere/a")) {
            for (String command : List.of("migrate", "seed")) {
                assertThat(new Shell(dsn).run(command))
                        .isEqualTo(new Ran(
                                1,
                                "",
                                "ENG-004: Cannot connect to " + new Shell(dsn).place() + ": There is no folder "
                                        + folder + "/nowhere." + FOLDER_AND_FILE));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    // servers

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void aServerThatCanOnlyBeRead(FreshDatabase database) {
        new Shell(database).run("migrate");
        Ran ran = new Shell(database.dsn() + "?options=-c%20default_transaction_read_only=on").run("seed");

        assertThat(ran)
                .isEqualTo(new Ran(
                        1,
                        "",
                        readOnly(
                                new Shell(database).place(),
                                "ERROR: cannot execute INSERT in a read-only transaction.")));
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ran ran = new Shell("postgresql://ada:hunter2@localhost:" + port + "/school").run("seed");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("ENG-004: Cannot connect to localhost:" + port + "/school: Connection to localhost:" + port
                        + " refused. ")
                .hasLineCount(1)
                .doesNotContain("hunter2");
    }

    @Test
    void aHostThatNobodyKnows() {
        Ran ran = new Shell("postgresql://ada:hunter2@no.such.host.invalid/school").run("migrate");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("ENG-004: Cannot connect to no.such.host.invalid:5432/school: The connection attempt failed"
                        + " (unknown host no.such.host.invalid). Check that the database is there, and the user and"
                        + " password.\n");
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void aDatabaseThatIsNotThere(FreshDatabase database) {
        String dsn = database.dsn().replace("/" + database.name(), "/no_such_database");

        assertThat(new Shell(dsn).run("seed"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "ENG-004: Cannot connect to "
                                + new Shell(database).place().replace(database.name(), "no_such_database")
                                + ": FATAL: database \"no_such_database\" does not exist. Check that the database is there,"
                                + " and the user and password.\n"));
    }

    /** The server of the tests believes everybody, so it is told to ask one user for a password. */
    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void aWrongPassword(FreshDatabase database) throws SQLException, IOException {
        Path rules = Path.of((String) database.rows("show hba_file").get(0).get(0));
        String before = Files.readString(rules);
        Files.writeString(rules, "host all gradebook_ada all scram-sha-256\n" + before);
        database.execute(
                "create role gradebook_ada login password 'enter'", "select pg_reload_conf()", "select pg_sleep(0.2)");
        try {
            String dsn = database.dsn().replace("postgres@", "gradebook_ada:hunter2@");
            for (String verbose : List.of("seed", "--verbose")) {
                Ran ran = verbose.equals("seed") ? new Shell(dsn).run("seed") : new Shell(dsn).run("seed", verbose);
                assertThat(ran.exitCode()).isEqualTo(1);
                assertThat(ran.err())
                        .contains("ENG-004: Cannot connect to " + new Shell(database).place()
                                + ": FATAL: password authentication failed for user \"gradebook_ada\". Check that the database"
                                + " is there, and the user and password.\n")
                        .doesNotContain("hunter2");
            }
        } finally {
            Files.writeString(rules, before);
            database.execute("drop role gradebook_ada", "select pg_reload_conf()");
        }
    }

    private static String readOnly(String place, String said) {
        return "ENG-007: Cannot execute a statement on " + place
                + ": it can only be read. Nothing of this transaction was written. Let this program write there (to a file's"
                + " folder, too), or use another database. The database says: " + said + "\n";
    }
}
