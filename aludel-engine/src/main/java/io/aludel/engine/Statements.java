// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.TransactionMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the listeners what was executed. The logger {@code io.aludel.sql} has one line for each statement at DEBUG, and its
 * values at TRACE. Where nobody listens, nothing is measured or copied.
 */
final class Statements {
    private static final Logger LOG = LoggerFactory.getLogger("io.aludel.sql");
    private static final int SHOWN_VALUES = 1_000;

    private final List<StatementListener> listeners;

    Statements(List<StatementListener> listeners) {
        this.listeners = listeners;
    }

    boolean watched() {
        return !listeners.isEmpty() || LOG.isDebugEnabled();
    }

    /** The time when a statement starts, 0 where nobody wants to know. */
    long start() {
        return watched() ? System.nanoTime() : 0;
    }

    /**
     * A statement is done.
     *
     * @param start what {@link #start} gave
     * @param rows asked for only if somebody wants them
     */
    void executed(
            String sql,
            Supplier<List<List<@Nullable Object>>> rows,
            long count,
            long start,
            @Nullable Throwable failure) {
        if (start == 0 || !watched()) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        if (LOG.isDebugEnabled()) {
            log(sql, rows, count, duration, failure);
        }
        if (!listeners.isEmpty()) {
            ExecutedStatement statement = new ExecutedStatement(sql, rows.get(), count, duration, failure);
            listeners.forEach(listener -> listener.executed(statement));
        }
    }

    void began(TransactionMode mode) {
        tell(mode == TransactionMode.READ_ONLY ? "begin read only" : "begin", listener -> listener.began(mode));
    }

    void committed() {
        tell("commit", StatementListener::committed);
    }

    void rolledBack() {
        tell("rollback", StatementListener::rolledBack);
    }

    private void tell(String event, Consumer<StatementListener> call) {
        LOG.debug(event);
        listeners.forEach(call);
    }

    private static void log(
            String sql,
            Supplier<List<List<@Nullable Object>>> rows,
            long count,
            Duration duration,
            @Nullable Throwable failure) {
        String line = sql.strip().replaceAll("\\s*\\R\\s*", " ");
        String time = String.format(Locale.ROOT, "%d.%03d ms", duration.toMillis(), duration.toNanos() / 1_000 % 1_000);
        int executions = LOG.isTraceEnabled() ? rows.get().size() : 1;
        String outcome =
                failure != null ? "failed" : count < 0 ? "rows unknown" : count == 1 ? "1 row" : count + " rows";
        LOG.debug("{} -- {}, {}", line, outcome, time);
        if (executions > 0 && LOG.isTraceEnabled()) {
            String values = rows.get().toString();
            LOG.trace("values {}", values.length() > SHOWN_VALUES ? values.substring(0, SHOWN_VALUES) + "…" : values);
        }
    }

    /** The values as a list, which may hold nulls. */
    static List<@Nullable Object> row(@Nullable Object[] values) {
        return Collections.unmodifiableList(Arrays.asList(values.clone()));
    }
}
