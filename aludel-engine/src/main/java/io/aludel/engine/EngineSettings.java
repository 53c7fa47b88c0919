// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.schema.Schema;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How an engine goes about its connections. Unchangeable: each {@code with…} gives a new value.
 *
 * @param poolSize connections at the same time, at most; for servers only, files are not pooled
 * @param connectTimeout how long to wait for a connection, a quarter of a second at least
 * @param listeners told of every statement, in their order
 * @param slowQuery a statement that takes as long, or longer, is logged as a warning on {@code io.aludel.sql}, without its values; zero: none is
 * @param wrapper what each JDBC connection goes through before it is handed out, for tests and tools that watch what happens to it
 * @param schema what the program knows of the database, by which errors are completed; empty for nothing. Sessions know their model's without it
 */
public record EngineSettings(
        int poolSize,
        Duration connectTimeout,
        List<EngineListener> listeners,
        Duration slowQuery,
        UnaryOperator<Connection> wrapper,
        Schema schema) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

    /** Ten connections, eight seconds, no listener, nothing too slow. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            10, Duration.ofSeconds(8), List.of(), Duration.ZERO, UnaryOperator.identity(), Schema.EMPTY);

    public EngineSettings {
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(slowQuery, "slowQuery");
        Objects.requireNonNull(wrapper, "wrapper");
        Objects.requireNonNull(schema, "schema");
        listeners = List.copyOf(listeners);
        if (poolSize < 1) {
            throw new EngineException("The pool's size is " + poolSize + "; it must be at least 1.");
        }
        if (connectTimeout.compareTo(SHORTEST_TIMEOUT) < 0) {
            throw new EngineException("The timeout for connections is " + connectTimeout.toMillis()
                    + " ms; it must be at least " + SHORTEST_TIMEOUT.toMillis() + " ms.");
        }
    }

    public EngineSettings withPoolSize(int poolSize) {
        return new EngineSettings(poolSize, connectTimeout, listeners, slowQuery, wrapper, schema);
    }

    public EngineSettings withConnectTimeout(Duration connectTimeout) {
        return new EngineSettings(poolSize, connectTimeout, listeners, slowQuery, wrapper, schema);
    }

    /** The same, and this listener after the others. */
    public EngineSettings withListener(EngineListener listener) {
        List<EngineListener> all =
                Stream.concat(listeners.stream(), Stream.of(listener)).toList();
        return new EngineSettings(poolSize, connectTimeout, all, slowQuery, wrapper, schema);
    }

    public EngineSettings withSlowQuery(Duration slowQuery) {
        return new EngineSettings(poolSize, connectTimeout, listeners, slowQuery, wrapper, schema);
    }

    /** The same, and connections go through this wrapper after the others. */
    public EngineSettings withWrapper(UnaryOperator<Connection> wrapper) {
        return new EngineSettings(
                poolSize,
                connectTimeout,
                listeners,
                slowQuery,
                connection -> wrapper.apply(this.wrapper.apply(connection)),
                schema);
    }

    /**
     * The same, for a program that knows what the database holds: where the database does not tell all of a violated constraint, a {@link
     * ConstraintViolationException} has its name, table and columns from here.
     */
    public EngineSettings withSchema(Schema schema) {
        return new EngineSettings(poolSize, connectTimeout, listeners, slowQuery, wrapper, schema);
    }
}
