// SPDX-License-Identifier: Apache-2.0
package io.aludel.micrometer;

import io.aludel.engine.EngineListener;
import io.aludel.engine.ExecutedStatement;
import io.aludel.engine.RetryEvent;
import io.aludel.engine.TransactionEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what an engine does into a registry: give it to {@link io.aludel.engine.EngineSettings#withListener}. All of its meters are there from the
 * beginning, tagged with the engine's name. Safe to share between threads; one for each engine.
 */
public final class EngineMetrics implements EngineListener {
    private final Map<StatementKind, Timer> succeeded = new EnumMap<>(StatementKind.class);
    private final Map<StatementKind, Timer> failed = new EnumMap<>(StatementKind.class);
    private final Timer committed;
    private final Timer rolledBack;
    private final Timer waiting;
    private final Timer used;
    private final Counter retries;
    private final AtomicInteger active = new AtomicInteger();

    /** @param engine the engine's name, the value of the tag {@code engine} */
    public EngineMetrics(MeterRegistry registry, String engine) {
        Tags tags = Tags.of("engine", Objects.requireNonNull(engine, "engine"));
        for (StatementKind kind : StatementKind.values()) {
            Tags ofKind = tags.and("kind", kind.tag());
            succeeded.put(kind, statements(registry, ofKind.and("outcome", "success")));
            failed.put(kind, statements(registry, ofKind.and("outcome", "failure")));
        }
        committed = transactions(registry, tags.and("outcome", "commit"));
        rolledBack = transactions(registry, tags.and("outcome", "rollback"));
        waiting = Timer.builder("aludel.connections.wait")
                .description("How long it took to get a connection")
                .tags(tags)
                .register(registry);
        used = Timer.builder("aludel.connections.used")
                .description("How long connections were in use")
                .tags(tags)
                .register(registry);
        retries = Counter.builder("aludel.retries")
                .description("Work that was done again")
                .tags(tags)
                .register(registry);
        Gauge.builder("aludel.connections.active", active, AtomicInteger::get)
                .description("Connections in use now")
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private static Timer statements(MeterRegistry registry, Tags tags) {
        return Timer.builder("aludel.statements")
                .description("Statements, from binding the values to the last row read")
                .tags(tags)
                .register(registry);
    }

    private static Timer transactions(MeterRegistry registry, Tags tags) {
        return Timer.builder("aludel.transactions")
                .description("Transactions, from their beginning to their end")
                .tags(tags)
                .register(registry);
    }

    @Override
    public void executed(ExecutedStatement statement) {
        Timer timer = (statement.failure() == null ? succeeded : failed).get(StatementKind.of(statement.sql()));
        Objects.requireNonNull(timer, "timer").record(statement.duration());
    }

    @Override
    public void committed(TransactionEvent transaction) {
        committed.record(transaction.lasted());
    }

    @Override
    public void rolledBack(TransactionEvent transaction) {
        rolledBack.record(transaction.lasted());
    }

    @Override
    public void acquired(Duration waited) {
        active.incrementAndGet();
        waiting.record(waited);
    }

    @Override
    public void released(Duration held) {
        active.decrementAndGet();
        used.record(held);
    }

    @Override
    public void retrying(RetryEvent retry) {
        retries.increment();
    }
}
