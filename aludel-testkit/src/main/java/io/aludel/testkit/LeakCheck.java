// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a test that leaves connections, statements or result sets open, and says where each was opened:
 *
 * <pre>
 * &#64;RegisterExtension
 * final LeakCheck leaks = new LeakCheck();
 *
 * Engine engine = Engine.create(dsn, EngineSettings.DEFAULT.withWrapper(leaks));
 * </pre>
 *
 * <p>A statement or result set counts as left open too if only the closing of its connection has ended it: in a pool it would have stayed. The check is made
 * after {@code @AfterEach}; or call {@link #assertNoLeaks} by hand. Safe to share between threads.
 */
public final class LeakCheck implements UnaryOperator<Connection>, AfterEachCallback {
    private final Map<Watched, Throwable> open = new ConcurrentHashMap<>();

    /** A check that has seen nothing yet. */
    public LeakCheck() {}

    /** The connection, watched from now on. */
    @Override
    public Connection apply(Connection connection) {
        return Watched.wrap(Connection.class, connection, null, this);
    }

    /** What is open now: one line each, with the place in the program where it was opened, the earliest first. */
    public List<String> leaks() {
        return open.entrySet().stream()
                .sorted((one, other) ->
                        Long.compare(one.getKey().number(), other.getKey().number()))
                .map(entry -> entry.getKey() + ", opened " + place(entry.getValue()))
                .toList();
    }

    /** Nothing is open. What is, is forgotten, so that the next test is not blamed for it. */
    public void assertNoLeaks() {
        List<String> leaks = leaks();
        Throwable first = open.entrySet().stream()
                .min((one, other) ->
                        Long.compare(one.getKey().number(), other.getKey().number()))
                .map(Map.Entry::getValue)
                .orElse(null);
        open.clear();
        if (!leaks.isEmpty()) {
            throw new AssertionFailedError(
                    leaks.stream()
                            .collect(Collectors.joining(
                                    "\n  ", "Left open, close each where it was opened (try (…) { … }):\n  ", "")),
                    first);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertNoLeaks();
    }

    void opened(Watched watched) {
        open.put(watched, new Throwable("Opened here"));
    }

    void closed(Watched watched) {
        open.remove(watched);
    }

    /** The first place outside of Aludel and the JDK. */
    private static String place(Throwable opened) {
        for (StackTraceElement element : opened.getStackTrace()) {
            String type = element.getClassName();
            boolean ours = type.equals(LeakCheck.class.getName())
                    || type.equals(Watched.class.getName())
                    || type.startsWith("io.aludel.engine.")
                    || type.startsWith("io.aludel.orm.");
            boolean machinery = type.startsWith("java.") || type.startsWith("jdk.") || type.contains("$Proxy");
            if (!ours && !machinery) {
                return "at " + element;
            }
        }
        return "somewhere";
    }
}
