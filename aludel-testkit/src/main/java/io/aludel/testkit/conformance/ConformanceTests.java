// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import io.aludel.testkit.TestedDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** Tests of one subject. Each has a database of its own, which is closed after everything else. */
abstract class ConformanceTests {
    final TestedDatabase database;

    private final Supplier<? extends TestedDatabase> databases;
    private final Deque<TestedDatabase> opened = new ArrayDeque<>();

    ConformanceTests(Supplier<? extends TestedDatabase> databases) {
        this.databases = databases;
        this.database = another();
    }

    /** One more empty database, closed after the test too. */
    final TestedDatabase another() {
        TestedDatabase other = databases.get();
        opened.push(other);
        return other;
    }

    /** JUnit comes here when the tests' own class has closed what it opened. */
    @AfterEach
    final void closeDatabases() {
        AssertionError leaks = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (AssertionError e) {
                if (leaks == null) leaks = e;
                else leaks.addSuppressed(e);
            }
        }
        if (leaks != null) throw leaks;
    }
}
