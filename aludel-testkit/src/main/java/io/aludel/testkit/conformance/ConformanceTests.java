// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.testkit.TestedDatabase;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** Tests of one subject. Each has a database of its own, which is closed after everything else. */
abstract class ConformanceTests {
    final TestedDatabase database;

    private final Supplier<? extends TestedDatabase> databases;
    private final Queue<Opened> opened = new ArrayDeque<>();

    ConformanceTests(Supplier<? extends TestedDatabase> databases) {
        this.databases = databases;
        this.database = another();
    }

    /** One more empty database, closed after the test too. */
    final TestedDatabase another() {
        TestedDatabase other = databases.get();
        opened.add(other::close);
        return other;
    }

    /** An engine on the test's database, closed after the test. */
    final Engine newEngine() {
        return newEngine(EngineSettings.DEFAULT);
    }

    final Engine newEngine(EngineSettings settings) {
        Engine engine = Engine.create(database.dsn(), settings);
        opened.add(engine::close);
        return engine;
    }

    /** JUnit comes here when the tests' own class has closed what it opened. What was opened first is closed last, whatever fails. */
    @AfterEach
    final void closeAll() {
        try (Opened first = opened.poll()) {
            if (first != null) closeAll();
        }
    }

    private interface Opened extends AutoCloseable {
        @Override
        void close();
    }
}
