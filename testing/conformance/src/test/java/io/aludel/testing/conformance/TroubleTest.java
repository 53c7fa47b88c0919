// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.PetWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when the database itself is in trouble: what, where, whether anything was written, what to do. */
class TroubleTest {
    @OnEveryDatabase(SQLITE)
    void saysThatThereIsNoRoomLeft(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn() + "?max_page_count=8")) {
            engine.createAll(PetWorld.SCHEMA);

            assertThatThrownBy(() -> engine.inTransaction(connection -> {
                        insert(connection, "Ada");
                        connection.execute("insert into pet (name) values (zeroblob(100000))");
                        return null;
                    }))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("ENG-008: Cannot execute a statement on " + engine.description()
                            + ": there is no room left: the disk is full, or the database has the size that it may have."
                            + " Nothing of this transaction will be written: it has to be rolled back. Make room, and try it"
                            + " again. The database says: [SQLITE_FULL] Insertion failed because database is full (database"
                            + " or disk is full).");
            assertThat(count(engine, "person")).isZero();
        }
    }

    @OnEveryDatabase(SQLITE)
    void saysThatAFileCanOnlyBeRead(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
        }
        try (Engine engine = Engine.create(database.dsn() + "?open_mode=1")) {
            assertReadOnly(
                    engine,
                    "[SQLITE_READONLY] Attempt to write a readonly database (attempt to write a readonly"
                            + " database).");
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatAServerCanOnlyBeRead(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
        }
        try (Engine engine = Engine.create(database.dsn() + "?options=-c%20default_transaction_read_only=on")) {
            assertReadOnly(engine, "ERROR: cannot execute INSERT in a read-only transaction.");
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysWhatToDoWithoutARightOrALetter(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);

            assertThatThrownBy(() -> engine.inTransaction(connection -> {
                        connection.execute("set local role pg_monitor");
                        connection.execute("delete from pet");
                        return null;
                    }))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("Cannot execute a statement on " + engine.description()
                            + ": ERROR: permission denied for table pet. Have the owner grant it to the user of this"
                            + " connection, or connect as another user. SQL: delete from pet");
            assertThatThrownBy(() -> engine.inTransaction(connection -> {
                        connection.execute("select convert_to('ש', 'LATIN1')");
                        return null;
                    }))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(
                            "has no equivalent in encoding \"LATIN1\". The encoding of this database lacks"
                                    + " that character: use a database in UTF8. SQL: ");
        }
    }

    private static void assertReadOnly(Engine engine, String said) {
        assertThatThrownBy(() -> engine.inTransaction(connection -> {
                    insert(connection, "Ada");
                    return null;
                }))
                .isInstanceOf(EngineException.class)
                .hasMessage("ENG-007: Cannot execute a statement on " + engine.description()
                        + ": it can only be read. Nothing of this transaction was written. Let this program write there (to"
                        + " a file's folder, too), or use another database. The database says: " + said);
        assertThat(count(engine, "person")).isZero();
    }

    @Test
    void saysThatAFileIsNoDatabaseAndLeavesItAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("notes.txt");
        String text = "Milk, eggs, flour. ".repeat(100);
        Files.writeString(file, text);
        try (Engine engine = Engine.create("sqlite:" + file)) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(EngineException.class)
                    .hasMessage("ENG-010: Cannot execute a statement on " + file
                            + ": what is there is no database of this kind, or a damaged one. It is left as it is; use another"
                            + " one, or restore a backup. The database says: [SQLITE_NOTADB] File opened that is not a"
                            + " database file (file is not a database).");
        }
        assertThat(file).hasContent(text);
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatALostConnectionHasWrittenNothing(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
            EngineConnection lost = insertAndLose(engine);

            assertThatThrownBy(() -> insert(lost, "Bob"))
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessage("ENG-006: The connection to " + engine.description()
                            + " was lost. Nothing of this transaction was written. See that the database is up, and try it"
                            + " again. What was said: FATAL: terminating connection due to administrator command.");
            lost.close();
            assertThat(count(engine, "person")).isZero();
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void doesNotClaimToKnowWhatBecameOfACommit(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
            EngineConnection lost = insertAndLose(engine);

            assertThatThrownBy(lost::commit)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageStartingWith(
                            "ENG-006: The connection to " + engine.description()
                                    + " was lost. Whether this transaction was committed is unknown: look before you try it again.");
            lost.close();
        }
    }

    /** The statement may have been executed, and committed by itself, before its answer was lost. */
    @OnEveryDatabase(POSTGRESQL)
    void doesNotClaimToKnowWhatBecameOfAStatementWithoutATransaction(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
            EngineConnection lost = engine.connect();
            lose(engine, lost);

            assertThatThrownBy(() -> insert(lost, "Ada"))
                    .isInstanceOfSatisfying(
                            ConnectionFailureException.class,
                            e -> assertThat(e.outcome()).isEqualTo(EngineException.Outcome.UNKNOWN))
                    .hasMessageStartingWith("ENG-006: The connection to " + engine.description()
                            + " was lost. Whether this statement was executed is unknown: if it writes, look before you try it"
                            + " again. What was said: ");
            lost.close();
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void knowsAConnectionThatTheServerEndedAsItWasIdle(FreshDatabase database) throws InterruptedException {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
            EngineConnection lost = engine.connect();
            lost.begin();
            insert(lost, "Ada");
            lost.execute("set local idle_in_transaction_session_timeout = 1");
            Thread.sleep(50);

            assertThatThrownBy(() -> insert(lost, "Bob"))
                    .isInstanceOfSatisfying(
                            ConnectionFailureException.class,
                            e -> assertThat(e.outcome()).isEqualTo(EngineException.Outcome.NOTHING_WRITTEN))
                    .hasMessageContaining("Nothing of this transaction was written.")
                    .hasMessageEndingWith(
                            "What was said: FATAL: terminating connection due to idle-in-transaction timeout.");
            lost.close();
            assertThat(count(engine, "person")).isZero();
        }
    }

    /** A connection in the middle of a transaction, whose server has let go of it. */
    private static EngineConnection insertAndLose(Engine engine) {
        EngineConnection lost = engine.connect();
        lost.begin();
        insert(lost, "Ada");
        lose(engine, lost);
        return lost;
    }

    private static void lose(Engine engine, EngineConnection lost) {
        long backend =
                lost.catalog().query("select pg_backend_pid() as pid").get(0).number("pid");
        try (EngineConnection other = engine.connect()) {
            other.catalog().query("select pg_terminate_backend(" + backend + ", 5000) as done");
        }
    }
}
