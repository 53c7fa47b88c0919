// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.LockTimeoutException;
import io.aludel.engine.Rows;
import io.aludel.engine.Savepoint;
import io.aludel.engine.StatementCancelledException;
import io.aludel.engine.StatementTimeoutException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that take too long, or that somebody wants to end. */
@Timeout(60)
abstract class TimeoutsTests extends ConformanceTests {
    private static final List<ValueType<Long>> NUMBER = List.of(ValueType.LONG);
    /** Three hundred people, each with each other, and again. */
    private static final RenderedSql ENDLESS = sql(
            "select count(*) from person a, person b, person c, person d where a.name < b.name and c.name <> d.name");

    private static final TransactionOptions WRITING = TransactionOptions.READ_WRITE;
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Engine engine = newEngine();
    private EngineConnection connection;

    TimeoutsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        insert(connection, IntStream.range(0, 300).mapToObj(n -> "person " + n).toArray(String[]::new));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void cancelsAStatementThatTakesTooLong() {
        connection.begin(WRITING.withStatementTimeout(SHORT));

        assertSoon(() -> count(ENDLESS))
                .isInstanceOfSatisfying(
                        StatementTimeoutException.class,
                        e -> assertThat(e.sql()).isEqualTo(ENDLESS.sql()))
                .hasMessageStartingWith("ENG-013: A statement on " + engine.description()
                        + " was cancelled, as it took longer than its transaction allows (60 ms for a statement).");
        connection.rollback();
        connection.begin();
        assertThat(PetWorld.count(connection, "person")).isEqualTo(300);
        connection.commit();
    }

    @Test
    void allowsEachStatementTheWholeTime() throws InterruptedException {
        connection.begin(WRITING.withStatementTimeout(Duration.ofMillis(300)));
        for (int i = 0; i < 2; i++) {
            PetWorld.count(connection, "person");
            Thread.sleep(160);
        }
        connection.commit();
    }

    @Test
    void cancelsTheStatementAtWorkWhenTheTransactionsTimeIsUp() {
        connection.begin(WRITING.withTimeout(SHORT));

        assertSoon(() -> count(ENDLESS))
                .isInstanceOf(StatementTimeoutException.class)
                .hasMessageContaining("(60 ms for all)");
        connection.rollback();
    }

    @Test
    void beginsNothingWhenTheTransactionsTimeIsUpNotEvenACommit() throws InterruptedException {
        connection.begin(WRITING.withTimeout(Duration.ofMillis(500)));
        insert(connection, "Ada");
        Thread.sleep(501);
        assertThatThrownBy(() -> insert(connection, "Bob"))
                .isInstanceOf(StatementTimeoutException.class)
                .hasMessageContaining("has taken longer than 500 ms, and this statement was not begun.");
        assertThatThrownBy(connection::commit)
                .isInstanceOfSatisfying(
                        StatementTimeoutException.class,
                        e -> assertThat(e.outcome()).isEqualTo(EngineException.Outcome.NOTHING_WRITTEN))
                .hasMessageContaining("and is not committed. Nothing of it was written.");

        assertThat(connection.inTransaction()).isFalse();
        assertThat(PetWorld.count(engine, "person")).isEqualTo(300);
    }

    @Test
    void waitsForALockNoLongerThanItIsTold() {
        try (EngineConnection holder = engine.connect()) {
            holder.begin();
            holder.update(sql("update person set name = 'Ada' where name = 'person 1'"));
            assertSoon(() -> {
                        connection.begin(WRITING.withLockTimeout(SHORT));
                        connection.update(sql("update person set name = 'Bob' where name = 'person 1'"));
                    })
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageStartingWith("ENG-009: ");
            if (connection.inTransaction()) {
                connection.rollback();
            }
            holder.rollback();
        }
        connection.update(sql("update person set name = 'Bob' where name = 'person 1'"));
    }

    /** Where a statement that waits cannot be cancelled, the waiting itself is limited. */
    @Test
    void waitsForALockNoLongerThanTheWholeMayTake() {
        boolean cancels = engine.dialect().capabilities().has(Feature.CANCELLED_LOCK_WAITS);
        try (EngineConnection holder = engine.connect()) {
            holder.begin();
            holder.update(sql("update person set name = 'Ada' where name = 'person 1'"));
            assertSoon(() -> {
                        connection.begin(WRITING.withTimeout(SHORT));
                        connection.update(sql("update person set name = 'Bob' where name = 'person 1'"));
                    })
                    .isInstanceOf(cancels ? StatementTimeoutException.class : LockTimeoutException.class);
            if (connection.inTransaction()) {
                connection.rollback();
            }
        }
    }

    @Test
    void isCancelledByAnotherThread() {
        assertThat(connection.cancel()).isFalse();
        connection.begin();
        Thread other = new Thread(() -> {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!connection.cancel() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        other.start();

        assertSoon(() -> count(ENDLESS)).isExactlyInstanceOf(StatementCancelledException.class);
        connection.rollback();
        assertThat(connection.cancel()).isFalse();
        assertThat(PetWorld.count(connection, "person")).isEqualTo(300);
    }

    /** The database may have nothing to do at that moment, and the rows be there already. */
    @Test
    void isCancelledBetweenRows() {
        connection.begin();
        try (Rows rows = connection.query(sql("select id from person"), NUMBER)) {
            rows.next();
            connection.cancel();
            assertThatThrownBy(() -> {
                        while (rows.next()) {}
                    })
                    .isExactlyInstanceOf(StatementCancelledException.class);
        }
        connection.rollback();
    }

    @Test
    void goesOnByASavepointWhereTheTransactionHasOutlivedTheCancellation() {
        boolean outlived = !engine.dialect().endingTransaction().contains(SqlError.Kind.CANCELLED);
        connection.begin(WRITING.withStatementTimeout(SHORT));
        Savepoint before = connection.savepoint();
        assertSoon(() -> count(ENDLESS)).isInstanceOf(StatementTimeoutException.class);
        if (outlived) {
            connection.rollbackTo(before);
            insert(connection, "Ada");
            connection.commit();
        } else {
            assertThatThrownBy(() -> connection.rollbackTo(before)).hasMessageStartingWith("ENG-012: ");
            assertThatThrownBy(() -> insert(connection, "Ada"))
                    .hasMessageStartingWith("ENG-012: The transaction on " + engine.description()
                            + " is over: the database has ended it with an earlier error. Nothing of it was written.")
                    .hasCauseInstanceOf(StatementTimeoutException.class);
            assertThatThrownBy(connection::commit).hasMessageStartingWith("ENG-012: ");
        }
        assertThat(connection.inTransaction()).isFalse();
        assertThat(PetWorld.count(engine, "person")).isEqualTo(outlived ? 301 : 300);
    }

    /** H2 and SQLite go on without a transaction then, and each statement would be kept by itself. */
    @Test
    void takesNoStatementAfterAConflictHasEndedTheTransaction() {
        assumeTrue(engine.dialect().capabilities().has(Feature.CONCURRENT_WRITERS), "nobody else writes meanwhile");
        connection.begin(WRITING.withIsolation(Isolation.REPEATABLE_READ));
        PetWorld.count(connection, "person");
        try (EngineConnection other = engine.connect()) {
            other.update(sql("update person set born = '2000-01-01' where name = 'person 1'"));
        }
        Savepoint before = connection.savepoint();
        assertThatThrownBy(() -> connection.update(sql("update person set name = 'Bob' where name = 'person 1'")))
                .hasMessageStartingWith("ENG-014: ");
        assertThatThrownBy(() -> insert(connection, "Cleo")).hasMessageStartingWith("ENG-012: ");
        assertThatThrownBy(() -> connection.execute("delete from person")).hasMessageStartingWith("ENG-012: ");
        assertThatThrownBy(() -> connection.catalog().query("select 1 as one")).hasMessageStartingWith("ENG-012: ");
        assertThatThrownBy(() -> connection.rollbackTo(before)).hasMessageStartingWith("ENG-012: ");
        assertThatThrownBy(connection::commit)
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.outcome()).isEqualTo(EngineException.Outcome.NOTHING_WRITTEN))
                .hasMessageStartingWith("ENG-012: ");

        assertThat(PetWorld.count(engine, "person")).isEqualTo(300);
        insert(connection, "Cleo");
    }

    private long count(RenderedSql query) {
        return connection.list(query, NUMBER, row -> row.getLong(0)).get(0);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertSoon(ThrowingCallable work) {
        long start = System.nanoTime();
        AbstractThrowableAssert<?, ? extends Throwable> thrown = assertThatThrownBy(work);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        return thrown;
    }
}
