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
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineListener;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.engine.Retry;
import io.aludel.engine.RetryEvent;
import io.aludel.engine.TransactionConflictException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions that meet, and are done again. */
@Timeout(60)
abstract class RetryTests extends ConformanceTests {
    private static final TransactionOptions RETRYING = TransactionOptions.READ_WRITE
            .withIsolation(Isolation.REPEATABLE_READ)
            .retrying(Retry.upTo(50).withPauses(Duration.ofMillis(1), Duration.ofMillis(20)));

    private final List<RetryEvent> retries = new CopyOnWriteArrayList<>();
    private final Engine engine;

    RetryTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        EngineListener listener = new EngineListener() {
            @Override
            public void executed(ExecutedStatement statement) {}

            @Override
            public void retrying(RetryEvent retry) {
                retries.add(retry);
            }
        };
        engine = newEngine(EngineSettings.DEFAULT.withListener(listener));
    }

    @BeforeEach
    void create() {
        engine.createAll(PetWorld.SCHEMA);
        try (EngineConnection connection = engine.connect()) {
            insert(connection, "Ada", "Bob");
            connection.execute("alter table person add column visits integer");
            connection.execute("update person set visits = 0");
        }
    }

    @Test
    void losesNoChangeOfWritersWhoReadFirst() throws Exception {
        Callable<Void> visits = () -> {
            for (int i = 0; i < 10; i++) {
                engine.inTransaction(RETRYING, connection -> {
                    long before = visits(connection, "Ada");
                    return connection.update(
                            sql("update person set visits = ? where name = 'Ada'", ValueType.LONG), before + 1);
                });
            }
            return null;
        };
        together(List.of(visits, visits, visits));

        assertThat(engine.<Long>inTransaction(connection -> visits(connection, "Ada")))
                .isEqualTo(30);
    }

    @Test
    void doesTheWholeWorkAgainInANewTransaction() {
        assumeTrue(engine.dialect().capabilities().has(Feature.CONCURRENT_WRITERS), "nobody else writes meanwhile");
        AtomicInteger attempts = new AtomicInteger();
        long seen = engine.inTransaction(RETRYING, connection -> {
            long before = visits(connection, "Ada");
            insert(connection, "attempt " + attempts.incrementAndGet());
            if (attempts.get() == 1) {
                overtake();
            }
            connection.update(sql("update person set visits = visits + 1 where name = 'Ada'"));
            return before;
        });

        assertThat(seen).isEqualTo(7);
        assertThat(count(engine, "person where name like 'attempt%'")).isEqualTo(1);
        assertThat(retries).singleElement().satisfies(retry -> {
            assertThat(retry.attempt()).isEqualTo(1);
            assertThat(retry.failure()).isInstanceOf(TransactionConflictException.class);
        });
    }

    @Test
    void givesUpAfterSoManyAttempts() {
        assumeTrue(engine.dialect().capabilities().has(Feature.CONCURRENT_WRITERS), "nobody else writes meanwhile");
        TransactionOptions thrice =
                RETRYING.retrying(Retry.upTo(3).withPauses(Duration.ofMillis(1), Duration.ofMillis(2)));
        assertThatThrownBy(() -> engine.inTransaction(thrice, connection -> {
                    visits(connection, "Ada");
                    overtake();
                    return connection.update(sql("update person set visits = visits + 1 where name = 'Ada'"));
                }))
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        e -> assertThat(e.attempts()).isEqualTo(3))
                .hasMessageEndingWith(" It was tried 3 times.");
        assertThat(retries).hasSize(2);
    }

    /** Each has one row and waits for the other's. */
    @Test
    void letsBothThroughWhoWaitForEachOther() throws Exception {
        assumeTrue(engine.dialect().capabilities().has(Feature.CONCURRENT_WRITERS), "one waits for the other at once");
        CyclicBarrier both = new CyclicBarrier(2);
        together(List.of(crossing(both, "Ada", "Bob"), crossing(both, "Bob", "Ada")));

        engine.inTransaction(connection -> {
            assertThat(visits(connection, "Ada")).isEqualTo(2);
            assertThat(visits(connection, "Bob")).isEqualTo(2);
            return null;
        });
        assertThat(retries).isNotEmpty();
    }

    private Callable<Void> crossing(CyclicBarrier both, String first, String second) {
        AtomicInteger attempts = new AtomicInteger();
        return () -> engine.inTransaction(RETRYING.withIsolation(Isolation.READ_COMMITTED), connection -> {
            visit(connection, first);
            if (attempts.incrementAndGet() == 1) {
                await(both);
            }
            visit(connection, second);
            return null;
        });
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void visit(EngineConnection connection, String name) {
        connection.update(sql("update person set visits = visits + 1 where name = ?", ValueType.STRING), name);
    }

    private void overtake() {
        try (EngineConnection other = engine.connect()) {
            other.update(sql("update person set visits = visits + 7 where name = 'Ada'"));
        }
    }

    private static long visits(EngineConnection connection, String name) {
        return connection
                .list(
                        sql("select visits from person where name = ?", ValueType.STRING),
                        List.of(ValueType.LONG),
                        row -> row.getLong(0),
                        name)
                .get(0);
    }

    private static void together(List<Callable<Void>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
