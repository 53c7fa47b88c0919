// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.command.Shell.Ran;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database may be in any state: each command says what is in the way, and what to do next. */
@OnEveryDatabase
class DatabaseStatesTest {
    /** A command of each kind that needs the tables. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("select", "1"),
            List.of("seed", "--reset"),
            List.of("list", "group"),
            List.of("create", "group", "--set", "name=A"),
            List.of("remove", "group", "--id", "1"));

    private static final String UNKNOWN = "PLACE has revision abcdef123456, which this gradebook does not know: a newer"
            + " gradebook or another program has made its tables. Nothing was done. Get the newer gradebook, or use"
            + " another database: gradebook --url sqlite:other.db migrate";

    private final FreshDatabase database;
    private final Shell shell;

    DatabaseStatesTest(FreshDatabase database) {
        this.database = database;
        this.shell = new Shell(database);
    }

    @Test
    void neverMigrated() {
        allSay("There are no tables in PLACE. Make them: gradebook migrate");
        assertThat(said("downgrade", "base")).isEqualTo("0: Nothing to undo.");
    }

    @Test
    void takenDownAgain() {
        said("migrate");
        assertThat(said("downgrade", "base")).startsWith("0: Undid 62c6d937e941");

        allSay("There are no tables in PLACE. Make them: gradebook migrate");
    }

    @Test
    void older() {
        said("migrate");
        said("downgrade");

        allSay(
                "The tables are old in PLACE: revision 62c6d937e941 is missing. Bring them up to date: gradebook migrate");
        assertThat(said("migrate")).startsWith("0: Applied 62c6d937e941");
    }

    @Test
    void newer() throws SQLException {
        said("migrate");
        database.execute("update aludel_history set revision = 'abcdef123456' where revision = '62c6d937e941'");

        allSay(UNKNOWN);
        assertThat(said("migrate")).isEqualTo("1: " + UNKNOWN);
        assertThat(said("downgrade")).isEqualTo("1: " + UNKNOWN);
    }

    @Test
    void migratedByOtherScriptsThanTheseWithTheSameName() throws SQLException {
        said("migrate");
        database.execute("update aludel_history set checksum = '1:00' where revision = 'd58b38d75123'");

        String message = "MIG-012: Revision d58b38d75123 was applied to PLACE on TIME, and its script"
                + " Rd58b38d75123_MakeTheFiveTables.java has been edited since: up() asks for other operations now."
                + " Undo the edit, and write a new revision for what is to change; nothing was done.";
        allSay(message);
        assertThat(said("migrate")).isEqualTo("1: " + message);
    }

    @Test
    void somebodyElsesWithTablesOfTheSameNames() throws SQLException {
        database.execute(
                "create table students (name varchar(9))",
                "create table \"groups\" (x integer)",
                "create table a (x integer)");

        String message =
                "There are tables in PLACE that no gradebook has made, with the names of its own: groups, students."
                        + " They are left alone. Rename them, or use another database: gradebook --url sqlite:other.db migrate";
        assertThat(said("migrate")).isEqualTo("1: " + message);
        assertThat(said("--url", shell.dsn(), "demo")).endsWith(message).startsWith("1: ");
        assertThat(database.rows("select * from students")).isEmpty();
        allSay("There are no tables in PLACE. Make them: gradebook migrate");
    }

    @Test
    void sharedWithTablesOfOthers() throws SQLException {
        database.execute("create table pets (x integer)", "create table \"a b\" (x integer)");

        assertThat(said("migrate").lines().skip(2))
                .containsExactly(
                        "There are other tables in PLACE, which are left alone: a b, pets.",
                        "The tables in PLACE are up to date. Next: gradebook seed");
        assertThat(said("migrate")).isEqualTo("0: Nothing to do: PLACE is up to date.");
    }

    @Test
    void ofALedgerThatANewerReleaseHasWritten() throws SQLException {
        said("migrate");
        database.execute("update aludel_ledger set format = 99");

        allSay("MIG-015: The ledger in PLACE has format [99], and this release of Aludel reads formats up to 3."
                + " Use a release that is as new as the one that wrote it.");
    }

    private void allSay(String message) {
        for (List<String> command : COMMANDS) {
            assertThat(said(command.toArray(String[]::new)))
                    .as(command.toString())
                    .isEqualTo("1: " + message);
        }
    }

    /** The exit code, and all that was printed. */
    private String said(String... arguments) {
        Ran ran = shell.run(arguments);
        return (ran.exitCode() + ": " + ran.out() + ran.err())
                .replace(shell.place(), "PLACE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .strip();
    }
}
