// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.MigrationLock;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class HeldLockTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Engine engine;
    private final Engine other;

    HeldLockTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
        other = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
        other.close();
    }

    @Test
    void isOneMigrationsAtATime() {
        try (HeldLock held = HeldLock.of(engine, SHORT)) {
            assertThatThrownBy(() -> HeldLock.of(other, SHORT))
                    .isInstanceOf(MigrationLockedException.class)
                    .hasMessageStartingWith("MIG-013: Another migration of " + engine.description() + " is running")
                    .hasMessageEndingWith("; waited 200 ms for it to end. Nothing was done."
                            + " Try again when it is done, or wait longer (lock.timeout).");
            assertThatThrownBy(() -> HeldLock.of(engine, SHORT)).isInstanceOf(MigrationLockedException.class);
        }
        HeldLock.of(other, SHORT).close();
    }

    @Test
    void saysWhoHoldsItWhereTheServerTells() {
        assumeTrue(
                engine.dialect().migrationLock().orElseThrow() instanceof MigrationLock.OnServer,
                "the lock is a server's");
        try (HeldLock held = HeldLock.of(engine, SHORT)) {
            assertThatThrownBy(() -> HeldLock.of(other, SHORT))
                    .hasMessageMatching(
                            "(?s).* is running \\((process|connection) \\d+ of user \\w+ (since|from) .*\\); waited .*");
        }
    }

    @Test
    void isWaitedFor() throws Exception {
        HeldLock held = HeldLock.of(engine, SHORT);
        CompletableFuture<HeldLock> waiting =
                CompletableFuture.supplyAsync(() -> HeldLock.of(other, Duration.ofSeconds(20)));
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(waiting).isNotDone();

        held.close();

        waiting.get(20, TimeUnit.SECONDS).close();
    }

    @Test
    void isOneThreadsAtATimeHoweverManyWantItFirst() {
        AtomicInteger holders = new AtomicInteger();
        List<CompletableFuture<Integer>> threads = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try (HeldLock held = HeldLock.of(i % 2 == 0 ? engine : other, Duration.ofSeconds(20))) {
                        int now = holders.incrementAndGet();
                        holders.decrementAndGet();
                        return now;
                    }
                }))
                .toList();

        assertThat(threads)
                .allSatisfy(
                        thread -> assertThat(thread.get(20, TimeUnit.SECONDS)).isEqualTo(1));
    }

    @Test
    void doesNotStandInTheWayOfTheMigrationItself() {
        try (HeldLock held = HeldLock.of(engine, SHORT)) {
            engine.inTransaction(connection -> {
                connection.execute("create table t (x integer)");
                return null;
            });
        }
    }
}
