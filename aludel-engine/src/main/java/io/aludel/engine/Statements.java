// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

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
 * Tells the log and the listeners what happens. The logger {@code io.aludel.sql} has one line for each statement at DEBUG, its values at
 * TRACE, and slow statements at WARN. Where nobody listens, no statement is measured or copied.
 */
final class Statements {
    private static final Logger LOG = LoggerFactory.getLogger("io.aludel.sql");
    private static final Logger ENGINE_LOG = LoggerFactory.getLogger("io.aludel.engine");
    private static final int SHOWN_VALUES = 1_000;

    private final List<EngineListener> listeners;
    private final Duration slow;

    /** @param slow what takes as long is warned of; zero: nothing is */
    Statements(List<EngineListener> listeners, Duration slow) {
        this.listeners = listeners;
        this.slow = slow;
    }

    boolean watched() {
        return !listeners.isEmpty() || !slow.isZero() || LOG.isDebugEnabled();
    }

    /** A statement is about to be executed: the time, 0 where nobody wants to know. */
    long start(String sql) {
        if (!watched()) {
            return 0;
        }
        tell(listener -> listener.executing(sql));
        return System.nanoTime();
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
        if (!slow.isZero() && duration.compareTo(slow) >= 0) {
            LOG.warn("slow: {} -- {}, {}", oneLine(sql), outcome(count, failure), time(duration));
        }
        if (LOG.isDebugEnabled()) {
            log(sql, rows, count, duration, failure);
        }
        if (!listeners.isEmpty()) {
            ExecutedStatement statement = new ExecutedStatement(sql, rows.get(), count, duration, failure);
            tell(listener -> listener.executed(statement));
        }
    }

    void began(TransactionEvent event) {
        LOG.debug(event.options().readOnly() ? "begin read only" : "begin");
        tell(listener -> listener.began(event));
    }

    void committed(TransactionEvent event) {
        LOG.debug("commit");
        tell(listener -> listener.committed(event));
    }

    void rolledBack(TransactionEvent event) {
        LOG.debug("rollback");
        tell(listener -> listener.rolledBack(event));
    }

    void acquired(Duration waited) {
        tell(listener -> listener.acquired(waited));
    }

    void released(Duration held) {
        tell(listener -> listener.released(held));
    }

    void retrying(RetryEvent event) {
        LOG.debug(
                "retry after attempt {} in {}: {}",
                event.attempt(),
                time(event.pause()),
                event.failure().toString());
        tell(listener -> listener.retrying(event));
    }

    /** A listener is a guest: what it throws must not pass for a failure of the database. */
    private void tell(Consumer<EngineListener> call) {
        for (EngineListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                ENGINE_LOG.warn("A listener failed: {}", listener.getClass().getName(), e);
            }
        }
    }

    private static void log(
            String sql,
            Supplier<List<List<@Nullable Object>>> rows,
            long count,
            Duration duration,
            @Nullable Throwable failure) {
        int executions = LOG.isTraceEnabled() ? rows.get().size() : 1;
        LOG.debug("{} -- {}, {}", oneLine(sql), outcome(count, failure), time(duration));
        if (executions > 0 && LOG.isTraceEnabled()) {
            String values = rows.get().toString();
            LOG.trace("values {}", values.length() > SHOWN_VALUES ? values.substring(0, SHOWN_VALUES) + "…" : values);
        }
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String outcome(long count, @Nullable Throwable failure) {
        return failure != null ? "failed" : count < 0 ? "rows unknown" : count == 1 ? "1 row" : count + " rows";
    }

    private static String time(Duration duration) {
        return String.format(Locale.ROOT, "%d.%03d ms", duration.toMillis(), duration.toNanos() / 1_000 % 1_000);
    }

    /** The values as a list, which may hold nulls. */
    static List<@Nullable Object> row(@Nullable Object[] values) {
        return Collections.unmodifiableList(Arrays.asList(values.clone()));
    }
}
