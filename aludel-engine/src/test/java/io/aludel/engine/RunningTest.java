// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the database is asked to end what is at work. */
@Timeout(20)
class RunningTest {
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(20);

    private final Alarms alarms = new Alarms();
    private final Running running = new Running(alarms);
    private final AtomicInteger cancelled = new AtomicInteger();

    @AfterEach
    void close() {
        alarms.close();
    }

    @Test
    void cancelsAgainAndAgainUntilItIsDone() throws InterruptedException {
        Running.Execution execution = running.begin(cancelled::incrementAndGet, SOON);
        awaitTimes(3);
        execution.close();

        assertNoMore();
        assertThat(running.late()).isTrue();
    }

    /** What a driver does beyond JDBC ends whatever its connection is doing. */
    @Test
    void insistsOnTheEndOfOpenRowsOnlyWhileNoOtherStatementIsAtWork() throws InterruptedException {
        AtomicInteger insisted = new AtomicInteger();
        Running.Execution rows = running.begin(
                new Running.Cancel() {
                    @Override
                    public void now() {
                        cancelled.incrementAndGet();
                    }

                    @Override
                    public void again() {
                        insisted.incrementAndGet();
                    }
                },
                SOON);
        Running.Execution later = running.begin(() -> {}, Running.ENDLESS);
        awaitTimes(4);
        assertThat(insisted).hasValue(0);
        later.close();
        while (insisted.get() < 2) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        rows.close();

        assertNoMore();
    }

    @Test
    void cancelsNothingByTheLimitOfATransactionThatHasEnded() throws InterruptedException {
        running.begin(cancelled::incrementAndGet, SOON);
        running.unlimited();

        assertNoMore();
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void stopsToCancelWhenTheTransactionEnds() throws InterruptedException {
        running.begin(cancelled::incrementAndGet, SOON);
        awaitTimes(2);
        running.unlimited();

        assertNoMore();
    }

    @Test
    void cancelsRowsOfATransactionThatHasEndedIfItIsTold() throws InterruptedException, SQLException {
        running.begin(cancelled::incrementAndGet, SOON);
        running.unlimited();

        assertThat(running.cancel()).isTrue();
        awaitTimes(1);
    }

    @Test
    void beginsWithoutAnAlarmAfterTheEngineHasEnded() throws InterruptedException {
        alarms.close();
        running.begin(cancelled::incrementAndGet, SOON).close();

        assertNoMore();
        assertThat(cancelled).hasValue(0);
    }

    private void awaitTimes(int times) throws InterruptedException {
        while (cancelled.get() < times) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void assertNoMore() throws InterruptedException {
        int before = cancelled.get();
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(cancelled).hasValue(before);
    }
}
