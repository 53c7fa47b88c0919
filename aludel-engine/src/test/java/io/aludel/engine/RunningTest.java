// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
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

    /** Some databases would end whatever the connection does. */
    @Test
    void cancelsRowsOnlyWhileTheNextOneIsAskedFor() throws InterruptedException {
        Running.Execution rows = running.begin(cancelled::incrementAndGet, SOON);
        rows.resting();

        assertNoMore();
        assertThat(cancelled).hasValue(0);
        assertThatThrownBy(rows::requireGoing).isInstanceOf(SQLTimeoutException.class);

        rows.working();
        awaitTimes(2);
        rows.close();
        assertNoMore();
    }

    @Test
    void saysItOtherwiseFromTheSecondTimeOn() throws InterruptedException {
        AtomicInteger again = new AtomicInteger();
        Running.Execution execution = running.begin(
                new Running.Cancel() {
                    @Override
                    public void now() {
                        cancelled.incrementAndGet();
                    }

                    @Override
                    public void again() {
                        again.incrementAndGet();
                    }
                },
                SOON);
        while (again.get() < 2) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        execution.close();

        assertThat(cancelled).hasValue(1);
    }

    @Test
    void cancelsTheOthersWhereOneFails() {
        AtomicInteger failed = new AtomicInteger();
        running.begin(cancelled::incrementAndGet, Running.ENDLESS);
        running.begin(
                () -> {
                    failed.incrementAndGet();
                    throw new SQLException("gone");
                },
                Running.ENDLESS);
        running.begin(cancelled::incrementAndGet, Running.ENDLESS);

        assertThatThrownBy(running::cancel).hasMessage("gone");
        assertThat(cancelled).hasValue(2);
        assertThat(failed).hasValue(1);
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
