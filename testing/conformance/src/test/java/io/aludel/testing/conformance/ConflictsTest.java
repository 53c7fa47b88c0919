// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.TransactionMode;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.LockTimeoutException;
import io.aludel.engine.StatementCancelledException;
import io.aludel.engine.TransactionConflictException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.OneConnection;
import io.aludel.testkit.conformance.PetWorld;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Errors that a program acts on: try again, wait, connect anew. */
class ConflictsTest {
    @OnEveryDatabase(POSTGRESQL)
    void saysThatATransactionMayBeTriedAgain(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection one = engine.connect();
                EngineConnection other = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            insert(one, "Ada");
            one.begin();
            one.execute("set transaction isolation level repeatable read");
            count(one, "person");
            other.execute("update person set name = 'Bob'");

            assertThatThrownBy(() -> one.execute("update person set name = 'Cleo'"))
                    .isInstanceOf(TransactionConflictException.class)
                    .hasMessageEndingWith(" Roll back and try the transaction again.");
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatALockWasHeldForTooLong(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection holder = engine.connect();
                EngineConnection waiting = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            holder.begin();
            holder.execute("lock table person");
            waiting.begin();
            waiting.execute("set local lock_timeout = '50ms'");

            assertThatThrownBy(() -> count(waiting, "person"))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageStartingWith("ENG-009: ");
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void refusesToWriteInATransactionThatOnlyReads(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            connection.begin(TransactionMode.READ_ONLY);
            assertThatThrownBy(() -> insert(connection, "Ada")).hasMessageContaining("read-only");
            connection.rollback();
            connection.begin();
            insert(connection, "Ada");
            connection.commit();
            assertThat(count(engine, "person")).isEqualTo(1);
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void leavesADataSourcesConnectionReadOnlyIfItWas(FreshDatabase database) throws SQLException {
        try (Connection only = database.openConnection()) {
            only.setReadOnly(true);
            try (Engine engine = Engine.create(new OneConnection(only));
                    EngineConnection connection = engine.connect()) {
                connection.begin(TransactionMode.READ_ONLY);
                connection.execute("select 1");
                connection.commit();
            }
            assertThat(only.isReadOnly()).isTrue();
        }
    }

    @OnEveryDatabase(SQLITE)
    void saysThatAnotherWriterTookTooLong(FreshDatabase database) {
        try (Engine engine = Engine.create(
                        "sqlite:///" + database.dsn().substring("sqlite:".length()) + "?busy_timeout=100");
                EngineConnection holder = engine.connect();
                EngineConnection waiting = engine.connect()) {
            holder.begin();

            assertThatThrownBy(waiting::begin)
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessage("ENG-009: Cannot begin a transaction on " + engine.description()
                            + ": another transaction writes there, or holds a lock, for longer than this one waits. Wait until"
                            + " that has ended, or end it; then try again. The database says: [SQLITE_BUSY] The database file"
                            + " is locked (database is locked).");
            assertThat(waiting.inTransaction()).isFalse();
            holder.rollback();
            waiting.begin();
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatAStatementWasCancelled(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            connection.begin();
            connection.execute("set local statement_timeout = '50ms'");

            assertThatThrownBy(() -> connection.execute("select pg_sleep(5)"))
                    .isInstanceOf(StatementCancelledException.class);
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatTheConnectionIsLostAndConnectsAnew(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            EngineConnection lost = engine.connect();
            long backend = lost.catalog()
                    .query("select pg_backend_pid() as pid")
                    .get(0)
                    .number("pid");
            try (EngineConnection other = engine.connect()) {
                other.catalog().query("select pg_terminate_backend(" + backend + ", 5000) as done");
            }
            lost.begin();

            assertThatThrownBy(() -> lost.execute("select 1")).isInstanceOf(ConnectionFailureException.class);
            lost.rollback();
            assertThat(lost.inTransaction()).isFalse();
            lost.close();
            try (EngineConnection anew = engine.connect()) {
                anew.execute("select 1");
            }
        }
    }

    /** Keys could otherwise be given to the wrong rows. */
    @OnEveryDatabase(POSTGRESQL)
    void refusesKeysThatDoNotFitTheRows(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            connection.execute("""
                    create function only_ada() returns trigger language plpgsql as $$
                    begin
                        if new.name = 'Ada' then return new; end if;
                        return null;
                    end $$
                    """);
            connection.execute(
                    "create trigger only_ada before insert on person for each row execute function only_ada()");

            assertThatThrownBy(() -> insert(connection, "Ada", "Bob"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith(
                            "Of an insert of 2 rows 1 keys came back, so that it is unknown which key belongs to which row;");
        }
    }

    @Test
    void keepsADatabaseInMemoryUntilTheEngineIsClosed() {
        try (Engine engine = Engine.create("sqlite::memory:");
                Engine another = Engine.create("sqlite::memory:")) {
            engine.createAll(PetWorld.SCHEMA);
            engine.inTransaction(connection -> {
                insert(connection, "Ada");
                return null;
            });
            assertThat(count(engine, "person")).isEqualTo(1);
            another.createAll(PetWorld.SCHEMA);
            assertThat(count(another, "person")).isZero();
            engine.dropAll(PetWorld.SCHEMA);
            engine.createAll(PetWorld.SCHEMA);
            assertThat(count(engine, "person")).isZero();
        }
    }
}
