// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.SqlError;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryingTest {
    private static final Retry QUICK = Retry.upTo(3).withPauses(Duration.ZERO, Duration.ZERO);

    private final List<RetryEvent> events = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void triesAgainUntilItMeetsNobody() {
        assertThat(this.<String>run(QUICK, () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw conflict(null);
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(events).extracting(RetryEvent::attempt).containsExactly(1, 2);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.failure()).isInstanceOf(TransactionConflictException.class));
    }

    @Test
    void givesUpWithTheLastFailureAndHowOftenItWasTried() {
        assertThatThrownBy(() -> failing(QUICK, () -> conflict(null)))
                .isInstanceOfSatisfying(
                        TransactionConflictException.class,
                        e -> assertThat(e.attempts()).isEqualTo(3))
                .hasMessage("ENG-014: Two met. It was tried 3 times.");
        assertThat(attempts).hasValue(3);
        assertThat(events).hasSize(2);
    }

    @Test
    void triesOnceUnlessItIsToldTo() {
        assertThatThrownBy(() -> failing(Retry.NONE, () -> conflict(null))).hasMessage("ENG-014: Two met.");
        assertThat(attempts).hasValue(1);
        assertThat(events).isEmpty();
    }

    @Test
    void seesAConflictThatTheWorkHasWrapped() {
        assertThatThrownBy(() -> failing(QUICK, () -> new IllegalStateException("Not now.", conflict(null))))
                .hasMessage("Not now.")
                .hasRootCauseInstanceOf(SQLException.class)
                .cause()
                .hasMessage("ENG-014: Two met. It was tried 3 times.");
        assertThat(attempts).hasValue(3);
    }

    /** What was written may be there: done again, it would be there twice. */
    @Test
    void neverTriesAgainWhereItIsUnknownWhatWasWritten() {
        ConnectionFailureException lost = new ConnectionFailureException(
                "ENG-006", "Lost.", EngineException.Outcome.UNKNOWN, null, new SQLException("Gone", "40001"));
        assertThatThrownBy(() -> failing(QUICK, () -> conflict(lost))).hasMessage("ENG-014: Two met.");
        assertThatThrownBy(() -> failing(QUICK, () -> lost)).isSameAs(lost);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void doesNotTryOtherFailuresAgain() {
        assertThatThrownBy(() -> failing(QUICK, () -> new LockTimeoutException("Busy.", null, new SQLException())))
                .hasMessage("Busy.");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void endsWhereTheThreadIsToEnd() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> failing(
                        Retry.upTo(5).withPauses(Duration.ofSeconds(20), Duration.ofSeconds(20)), () -> conflict(null)))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void pausesTwiceAsLongEachTimeLessARandomPart() {
        Retry retry = Retry.upTo(100).withPauses(Duration.ofMillis(10), Duration.ofMillis(100));
        for (int trial = 0; trial < 200; trial++) {
            assertThat(retry.pauseAfter(1)).isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
            assertThat(retry.pauseAfter(2)).isBetween(Duration.ofMillis(10), Duration.ofMillis(20));
            assertThat(retry.pauseAfter(4)).isBetween(Duration.ofMillis(40), Duration.ofMillis(80));
            assertThat(retry.pauseAfter(5)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(retry.pauseAfter(99)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        }
        assertThat(retry.pauseAfter(1)).isNotEqualTo(retry.pauseAfter(1));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Retry.upTo(0))
                .isInstanceOf(EngineException.class)
                .hasMessage("The number of attempts is 0; it must be at least 1.");
        assertThatThrownBy(() -> QUICK.withPauses(Duration.ofMillis(2), Duration.ofMillis(1)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The pauses between attempts go from 2 ms to 1 ms; the first must not be negative, nor"
                        + " longer than the longest.");
        assertThatThrownBy(() -> TransactionOptions.READ_WRITE.withLockTimeout(Duration.ofNanos(5)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The lock timeout is PT0.000000005S; it must be a millisecond at least, or zero for none.");
    }

    private void failing(Retry retry, Supplier<RuntimeException> failure) {
        run(retry, () -> {
            attempts.incrementAndGet();
            throw failure.get();
        });
    }

    private <R> R run(Retry retry, Supplier<R> work) {
        return new Retrying(retry, events::add).run(work);
    }

    private static TransactionConflictException conflict(Throwable cause) {
        return new TransactionConflictException(
                "Two met.",
                null,
                cause == null ? new SQLException("Two met", "40001") : cause,
                SqlError.Kind.SERIALIZATION_FAILURE);
    }
}
