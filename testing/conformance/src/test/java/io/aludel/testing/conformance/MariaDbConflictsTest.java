// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.SqlError.Kind;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineException.Outcome;
import io.aludel.engine.LockTimeoutException;
import io.aludel.engine.Retry;
import io.aludel.engine.StatementCancelledException;
import io.aludel.engine.TransactionConflictException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.PetWorld;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions that meet on MariaDB, and connections that its administrator ends. */
@OnEveryDatabase(MARIADB)
@Timeout(60)
class MariaDbConflictsTest {
    private static final TransactionOptions RETRYING = TransactionOptions.READ_WRITE.retrying(
            Retry.upTo(5).withPauses(Duration.ofMillis(1), Duration.ofMillis(5)));
    private static final String ENDLESS =
            "select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c";

    private final FreshDatabase database;
    private final Engine engine;

    /** The server's numbers of connections that are at work, and cannot be asked. */
    private final Map<EngineConnection, Long> ids = new HashMap<>();

    private EngineConnection one;
    private EngineConnection other;

    MariaDbConflictsTest(FreshDatabase database) {
        this.database = database;
        engine = Engine.create(database.dsn());
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        one = engine.connect();
        other = engine.connect();
        insert(one, "Ada", "Bob");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        engine.close();
    }

    // conflicts

    @Test
    void endsTheTransactionThatADeadlockHasChosen() {
        one.begin();
        other.begin();
        rename(one, "Ada", "A1");
        rename(other, "Bob", "B1");
        CompletableFuture<EngineException> first = failure(() -> rename(one, "Bob", "B2"));
        CompletableFuture<EngineException> second = failure(() -> rename(other, "Ada", "A2"));

        // The one that gets its locks waits no longer once the other is rolled back.
        EngineException failed = (EngineException) CompletableFuture.anyOf(
                        first.thenCompose(failure -> failure == null ? second : first),
                        second.thenCompose(failure -> failure == null ? first : second))
                .join();
        assertThat(failed)
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(Kind.DEADLOCK));
        EngineConnection loser = first.join() == null ? other : one;
        assertThatThrownBy(() -> insert(loser, "Cleo")).hasMessageStartingWith("ENG-012: ");
        assertThatThrownBy(loser::commit).hasMessageStartingWith("ENG-012: ");
        assertThat(loser.inTransaction()).isFalse();
        (loser == one ? other : one).commit();
        assertThat(count(engine, "person where name in ('A1', 'B1')")).isEqualTo(1);
    }

    @Test
    void takesAnOvertakenSnapshotForASerializationFailureAndTriesAgain() {
        AtomicInteger attempts = new AtomicInteger();
        engine.inTransaction(RETRYING.withIsolation(Isolation.REPEATABLE_READ), connection -> {
            count(connection, "person");
            if (attempts.incrementAndGet() == 1) {
                rename(other, "Ada", "Ida");
            }
            connection.update(sql("update person set born = '2020-02-02'"));
            return null;
        });

        assertThat(attempts).hasValue(2);
        one.begin(TransactionOptions.READ_WRITE.withIsolation(Isolation.REPEATABLE_READ));
        count(one, "person");
        rename(other, "Bob", "Rob");
        assertThatThrownBy(() -> one.update(sql("update person set name = 'Tom' where born = '2020-02-02'")))
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(Kind.SERIALIZATION_FAILURE));
    }

    /** Only the statement is undone; nobody tries again by itself. */
    @Test
    void goesOnAfterALockThatWasHeldForTooLong() {
        other.begin();
        rename(other, "Ada", "Ida");
        AtomicInteger attempts = new AtomicInteger();
        engine.inTransaction(RETRYING.withLockTimeout(Duration.ofMillis(500)), connection -> {
            attempts.incrementAndGet();
            insert(connection, "Cleo");
            assertThatThrownBy(() -> rename(connection, "Ada", "Eda"))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageStartingWith("ENG-009: ");
            assertThatThrownBy(() -> connection.execute("select id from person where name = 'Ada' for update nowait"))
                    .isInstanceOf(LockTimeoutException.class);
            insert(connection, "Dan");
            return null;
        });
        other.commit();

        assertThat(attempts).hasValue(1);
        assertThat(count(engine, "person")).isEqualTo(4);
        assertThatThrownBy(() -> engine.inTransaction(RETRYING.withLockTimeout(Duration.ofMillis(500)), connection -> {
                    attempts.incrementAndGet();
                    other.begin();
                    rename(other, "Ida", "Ada");
                    return rename(connection, "Ida", "Eda");
                }))
                .isInstanceOf(LockTimeoutException.class);
        assertThat(attempts).hasValue(2);
        other.rollback();
    }

    @Test
    void waitsForATableThatIsBeingUsedNoLongerThanItIsTold() {
        other.begin();
        count(other, "person");
        one.execute("set lock_wait_timeout = 1");
        assertThatThrownBy(() -> one.execute("alter table person add column extra integer"))
                .isInstanceOf(LockTimeoutException.class);
        other.commit();
        one.execute("alter table person add column extra integer");
    }

    // connections that are ended

    @Test
    void losesAConnectionThatWasIdle() {
        kill("", one);
        ConnectionFailureException lost =
                catchThrowableOfType(ConnectionFailureException.class, () -> insert(one, "Cleo"));

        assertThat(lost).hasMessageStartingWith("ENG-006: ").hasCauseInstanceOf(SQLException.class);
        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        one.close();
        one = engine.connect();
        insert(one, "Cleo");
        assertThat(count(one, "person")).isEqualTo(3);
    }

    @Test
    void losesATransactionWithItsConnectionAndDoesNotTryItAgain() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> engine.inTransaction(RETRYING, connection -> {
                    attempts.incrementAndGet();
                    insert(connection, "Cleo");
                    kill("", connection);
                    insert(connection, "Dan");
                    return null;
                }))
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(Outcome.NOTHING_WRITTEN))
                .hasMessageContaining("Nothing of this transaction was written.");

        assertThat(attempts).hasValue(1);
        assertThat(count(engine, "person")).isEqualTo(2);
        one.begin();
        insert(one, "Cleo");
        kill("", one);
        assertThatThrownBy(one::commit)
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(one.inTransaction()).isFalse();
        assertThat(count(engine, "person")).isEqualTo(2);
    }

    @Test
    void losesAConnectionWhileAStatementIsAtWork() throws Exception {
        one.begin();
        insert(one, "Cleo");
        CompletableFuture<EngineException> failure = failure(() -> one.execute(ENDLESS));
        awaitWork(one);
        kill("", one);

        assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(ConnectionFailureException.class);
        one.rollback();
        assertThat(one.inTransaction()).isFalse();
        assertThat(count(engine, "person")).isEqualTo(2);
    }

    @Test
    void goesOnAfterAStatementThatSomebodyHasCancelled() throws Exception {
        one.begin();
        insert(one, "Cleo");
        CompletableFuture<EngineException> failure = failure(() -> one.execute(ENDLESS));
        awaitWork(one);
        kill("query", one);

        assertThat(failure.get(20, TimeUnit.SECONDS)).isExactlyInstanceOf(StatementCancelledException.class);
        insert(one, "Dan");
        one.commit();
        assertThat(count(engine, "person")).isEqualTo(4);
    }

    @Test
    void losesAConnectionThatWasIdleForLongerThanTheServerWaits() throws Exception {
        one.execute("set wait_timeout = 1");
        TimeUnit.MILLISECONDS.sleep(2_500);
        assertThatThrownBy(() -> one.execute("select 1")).isInstanceOf(ConnectionFailureException.class);
        other.execute("set idle_transaction_timeout = 1");
        other.begin();
        insert(other, "Cleo");
        TimeUnit.MILLISECONDS.sleep(2_500);
        assertThatThrownBy(() -> insert(other, "Dan"))
                .isInstanceOf(ConnectionFailureException.class)
                .hasMessageContaining("Nothing of this transaction was written.");
        other.rollback();
        assertThat(count(engine, "person")).isEqualTo(2);
    }

    @Test
    void losesAConnectionWithinABatchAndABulkInsert() {
        List<Object[]> rows = List.of(new Object[] {"Cleo"}, new Object[] {"Dan"});
        kill("", one);
        assertThatThrownBy(() -> one.batch(sql("insert into person (name) values (?)", ValueType.STRING), rows))
                .isInstanceOf(ConnectionFailureException.class);
        kill("", other);
        assertThatThrownBy(() -> other.bulkInsert(
                        new InsertRows(PetWorld.PERSON, List.of(PetWorld.column("name", ValueType.STRING)), null),
                        rows.iterator()))
                .isInstanceOf(ConnectionFailureException.class);
        assertThat(other.inTransaction()).isFalse();
        assertThat(count(engine, "person")).isEqualTo(2);
    }

    // helpers

    private static long rename(EngineConnection connection, String from, String to) {
        return connection.update(sql("update person set name = '" + to + "' where name = '" + from + "'"));
    }

    private interface Work {
        void run();
    }

    /** In a thread of its own, as it may wait; gives what it failed with, null for nothing. */
    private static CompletableFuture<EngineException> failure(Work work) {
        return CompletableFuture.supplyAsync(() -> catchThrowableOfType(EngineException.class, work::run));
    }

    private static long id(EngineConnection connection) {
        return connection.catalog().query("select connection_id() as id").get(0).number("id");
    }

    private void kill(String what, EngineConnection connection) {
        Long known = ids.get(connection);
        try {
            database.execute("kill " + what + " " + (known == null ? id(connection) : known));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the server is at the endless query. */
    private void awaitWork(EngineConnection connection) throws SQLException, InterruptedException {
        String query = "select id from information_schema.processlist where db = '" + database.name()
                + "' and info like 'select count(*) from information_schema.columns a%'";
        List<List<Object>> found = database.rows(query);
        while (found.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
            found = database.rows(query);
        }
        ids.put(connection, ((Number) found.get(0).get(0)).longValue());
    }
}
