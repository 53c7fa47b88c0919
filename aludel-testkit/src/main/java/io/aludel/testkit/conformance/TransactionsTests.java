// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.Savepoint;
import io.aludel.testkit.TestedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TransactionsTests extends ConformanceTests {
    private final Engine engine = newEngine();
    private EngineConnection connection;

    TransactionsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void keepsWhatIsCommittedAndForgetsWhatIsRolledBack() {
        connection.begin();
        insert(connection, "Ada");
        assertThat(connection.inTransaction()).isTrue();
        assertThat(connection).hasToString("EngineConnection[" + engine.description() + ", in a transaction]");
        connection.commit();
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(engine, "person")).isEqualTo(1);

        connection.begin();
        insert(connection, "Bob");
        assertThat(count(connection, "person")).isEqualTo(2);
        connection.rollback();
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(engine, "person")).isEqualTo(1);
    }

    @Test
    void makesEachStatementATransactionWhereNoneWasBegun() {
        connection.begin();
        connection.commit();

        insert(connection, "Ada");

        assertThat(count(engine, "person")).isEqualTo(1);
    }

    @Test
    void showsNothingToOthersBeforeTheCommit() {
        connection.begin();
        insert(connection, "Ada");

        assertThat(count(engine, "person")).isZero();
        connection.commit();
    }

    @Test
    void rollsBackWhatIsOpenWhenItIsClosed() {
        connection.begin();
        insert(connection, "Ada");
        connection.close();

        assertThat(count(engine, "person")).isZero();
    }

    @Test
    void goesBackToSavepoints() {
        connection.begin();
        insert(connection, "Ada");
        Savepoint first = connection.savepoint();
        insert(connection, "Bob");
        Savepoint second = connection.savepoint();
        insert(connection, "Cleo");

        connection.rollbackTo(second);
        assertThat(count(connection, "person")).isEqualTo(2);
        connection.rollbackTo(first);
        assertThat(count(connection, "person")).isEqualTo(1);
        assertThatThrownBy(() -> connection.rollbackTo(second))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "The savepoint is gone: it was released, an earlier one was, or its transaction has ended.");
        insert(connection, "Dan");
        connection.rollbackTo(first);
        connection.release(first);
        assertThatThrownBy(() -> connection.release(first)).isInstanceOf(EngineException.class);
        connection.commit();

        assertThat(count(engine, "person")).isEqualTo(1);
    }

    @Test
    void goesOnAfterAnErrorByASavepoint() {
        connection.begin();
        insert(connection, "Ada");
        Savepoint savepoint = connection.savepoint();
        assertThatThrownBy(() -> insert(connection, "Ada")).isInstanceOf(ConstraintViolationException.class);
        connection.rollbackTo(savepoint);
        insert(connection, "Bob");
        connection.commit();

        assertThat(count(engine, "person")).isEqualTo(2);
    }

    @Test
    void forgetsSavepointsWithTheirTransaction() {
        connection.begin();
        Savepoint savepoint = connection.savepoint();
        connection.commit();
        connection.begin();

        assertThatThrownBy(() -> connection.rollbackTo(savepoint)).isInstanceOf(EngineException.class);
    }

    @Test
    void refusesWhatNeedsAnotherState() {
        assertThatThrownBy(connection::commit)
                .isInstanceOf(EngineException.class)
                .hasMessage("There is no transaction to commit; begin one first.");
        assertThatThrownBy(connection::rollback).hasMessage("There is no transaction to roll back; begin one first.");
        assertThatThrownBy(connection::savepoint)
                .hasMessage("There is no transaction to set a savepoint; begin one first.");
        connection.begin();
        assertThatThrownBy(connection::begin)
                .hasMessage("A transaction is open already; commit it, roll it back, or use a savepoint.");
    }

    @Test
    void endsATransactionWhoseCommitFails() {
        assumeTrue(engine.dialect().capabilities().has(Feature.DEFERRABLE_KEYS), "the database checks keys at once");
        connection.execute("create table toy (pet_id integer references pet (id) deferrable initially deferred)");
        connection.begin();
        connection.execute("insert into toy values (99)");

        assertThatThrownBy(connection::commit).isInstanceOf(ConstraintViolationException.class);
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(connection, "toy")).isZero();
        connection.begin();
        connection.commit();
    }

    @Test
    void readsWithoutWaitingForAWriter() {
        connection.begin();
        insert(connection, "Ada");
        try (EngineConnection reader = engine.connect()) {
            reader.begin(TransactionMode.READ_ONLY);
            assertThat(count(reader, "person")).isZero();
            reader.commit();
            assertThat(reader.inTransaction()).isFalse();
        }
        connection.commit();
    }

    /** On SQLite a transaction that began as a reader would fail here, however long it waited. */
    @Test
    void letsWritersThatReadFirstWaitForEachOther() throws Exception {
        insert(connection, "Counter");
        connection.execute("alter table person add column visits integer");
        connection.execute("update person set visits = 0");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> visit = () -> {
                for (int i = 0; i < 10; i++) {
                    engine.inTransaction(own -> {
                        count(own, "person");
                        return own.update(sql("update person set visits = visits + 1"));
                    });
                }
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(visit, visit, visit, visit))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(connection
                        .catalog()
                        .query("select visits from person")
                        .get(0)
                        .number("visits"))
                .isEqualTo(40);
    }

    @Test
    void commitsWorkThatReturnsAndRollsBackWorkThatThrows() {
        assertThat(engine.<Integer>inTransaction(own -> {
                    insert(own, "Ada");
                    return 7;
                }))
                .isEqualTo(7);
        assertThatThrownBy(() -> engine.inTransaction(own -> {
                    insert(own, "Bob");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(count(engine, "person")).isEqualTo(1);
    }

    /** A data source of one connection that is not in auto-commit mode, as some pools are set up. */
    @Test
    void givesADataSourcesConnectionBackAsItWas() throws SQLException {
        try (Connection only = database.openConnection()) {
            only.setAutoCommit(false);
            Engine given = Engine.create(new OneConnection(only));
            assertThat(given.description()).isEqualTo("the data source " + OneConnection.class.getName());
            try (EngineConnection own = given.connect()) {
                insert(own, "Ada");
                own.begin();
                assertThatThrownBy(() -> own.execute("insert into pet (name, owner_id) values ('Rex', 77)"))
                        .isInstanceOf(ConstraintViolationException.class);
                own.rollback();
            }
            given.close();
            assertThat(only.getAutoCommit()).isFalse();
            only.rollback();
        }
        assertThat(count(engine, "person")).isEqualTo(1);
    }
}
