// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How an engine goes about its connections. Unchangeable: each {@code with…} gives a new value.
 *
 * @param poolSize connections at the same time, at most; for servers only, files are not pooled
 * @param connectTimeout how long to wait for a connection, a quarter of a second at least
 * @param listeners told of every statement, in their order
 */
public record EngineSettings(int poolSize, Duration connectTimeout, List<StatementListener> listeners) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

    /** Ten connections, eight seconds, no listener. */
    public static final EngineSettings DEFAULT = new EngineSettings(10, Duration.ofSeconds(8), List.of());

    public EngineSettings {
        Objects.requireNonNull(connectTimeout, "connectTimeout");
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
        return new EngineSettings(poolSize, connectTimeout, listeners);
    }

    public EngineSettings withConnectTimeout(Duration connectTimeout) {
        return new EngineSettings(poolSize, connectTimeout, listeners);
    }

    /** The same, and this listener after the others. */
    public EngineSettings withListener(StatementListener listener) {
        return new EngineSettings(
                poolSize,
                connectTimeout,
                Stream.concat(listeners.stream(), Stream.of(listener)).toList());
    }
}
