// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import static io.aludel.testkit.Expected.anyOrder;
import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.ExecutedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class StatementRecorderTest {
    private final StatementRecorder recorder = new StatementRecorder();

    @Test
    void acceptsExactlyWhatWasExecuted() {
        executed("select 1", List.of());
        executed("insert into pet values (?, ?)", Arrays.asList(1, null), List.of(2, "Rex"));

        recorder.assertStatements("select 1", "insert into pet values (?, ?)");
        recorder.assertStatements(
                statement("  select 1\n"),
                statement("insert into pet values (?, ?)").row(1, null).row(2, "Rex"));
        recorder.assertStatements(
                statement("select 1").batchOf(1),
                statement("insert into pet values (?, ?)").batchOf(2));
        recorder.assertCount(2);
        assertThat(recorder.sql()).containsExactly("select 1", "insert into pet values (?, ?)");
    }

    @Test
    void comparesBytesByContent() {
        executed("insert into photo values (?)", List.of(new byte[] {1, 2}));

        recorder.assertStatements(statement("insert into photo values (?)").row(new byte[] {1, 2}));
        assertThatThrownBy(() -> recorder.assertStatements(
                        statement("insert into photo values (?)").row(new byte[] {1, 3})))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("bytes [1, 2]");
    }

    @Test
    void showsBothSidesWhereAValueDiffers() {
        executed("select 1", List.of());
        executed("update pet set name = ?", List.of("Rex"), List.of("Max"));

        assertThatThrownBy(() -> recorder.assertStatements(
                        statement("select 1"),
                        statement("update pet set name = ?").row("Rex").row("Moritz")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        Statement 2 has another value.
                        expected:
                        1. select 1
                        2. update pet set name = ?
                           [Rex]
                           [Moritz]

                        but was:
                        1. select 1
                        2. update pet set name = ? (batch of 2)
                           [Rex]
                           [Max]
                        """);
    }

    @Test
    void saysWhichPartDiffers() {
        executed("select 1", List.of());

        assertMessage(() -> recorder.assertStatements("select 2"), "Statement 1 has another text.");
        assertMessage(
                () -> recorder.assertStatements(statement("select 1").batchOf(3)),
                "Statement 1 has another batch size: 1 instead of 3.");
        assertMessage(() -> recorder.assertStatements("select 1", "select 2"), "Statement 2 is missing.");
        assertMessage(recorder::assertNoStatements, "1 statement more than expected, from statement 1 on.");
        assertMessage(() -> recorder.assertCount(2), "Expected 2 statements, but there was 1:");
    }

    @Test
    void takesAGroupInAnyOrder() {
        executed("begin", List.of());
        executed("delete from toy where id = ?", List.of(2));
        executed("delete from pet where id = ?", List.of(1));
        executed("delete from toy where id = ?", List.of(1));
        executed("end", List.of());

        // The one with a value must not lose its only match to the one that takes any.
        recorder.assertStatements(
                statement("begin"),
                anyOrder(
                        statement("delete from toy where id = ?"),
                        statement("delete from toy where id = ?").row(2),
                        statement("delete from pet where id = ?")),
                statement("end"));
        assertMessage(
                () -> recorder.assertStatements(
                        statement("begin"),
                        anyOrder(
                                statement("delete from toy where id = ?"),
                                statement("delete from toy where id = ?"),
                                statement("delete from toy where id = ?")),
                        statement("end")),
                "Among statements 2 to 4 this one is missing: delete from toy where id = ?");
        assertMessage(
                () -> recorder.assertStatements(anyOrder(statement("begin"), statement("end"))),
                "Among statements 1 to 2");
    }

    @Test
    void printsGroupsWithTheirNumbers() {
        assertThatThrownBy(() ->
                        recorder.assertStatements(anyOrder(statement("a").batchOf(2), statement("b")), statement("c")))
                .hasMessage("""
                        Among statements 1 to 2 this one is missing: a
                        expected:
                        1 to 2 in any order:
                           - a (batch of 2)
                           - b
                        3. c

                        but was:
                        (no statements)
                        """);
    }

    @Test
    void forgetsWhatWasCleared() {
        executed("select 1", List.of());

        recorder.clear();

        recorder.assertNoStatements();
    }

    @Test
    void marksWhatFailed() {
        recorder.executed(new ExecutedStatement(
                "select x", List.of(List.of()), 0, Duration.ZERO, new IllegalStateException("no x")));

        assertThatThrownBy(recorder::assertNoStatements).hasMessageContaining("1. select x (failed)");
    }

    private void executed(String sql, List<?> row) {
        executed(sql, List.<List<?>>of(row), 1);
    }

    private void executed(String sql, List<?> row, List<?> other) {
        executed(sql, List.of(row, other), 2);
    }

    private void executed(String sql, List<List<?>> rows, long count) {
        List<List<Object>> values = rows.stream()
                .map(row -> Collections.<Object>unmodifiableList(row))
                .toList();
        recorder.executed(new ExecutedStatement(sql, values, count, Duration.ZERO, null));
    }

    private static void assertMessage(Runnable assertion, String message) {
        assertThatThrownBy(assertion::run)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(message);
    }
}
