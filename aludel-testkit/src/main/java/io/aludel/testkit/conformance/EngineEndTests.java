// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineListener;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that is closed while a thread is at work on one of its connections. */
@Timeout(120)
abstract class EngineEndTests extends ConformanceTests {
    /** Three hundred people, each with each other, and again. */
    private static final RenderedSql ENDLESS = sql(
            "select count(*) from person a, person b, person c, person d where a.name < b.name and c.name <> d.name");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Engine engine;

    EngineEndTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = newEngine(EngineSettings.DEFAULT.withListener(new EngineListener() {
            @Override
            public void executing(String sql) {
                if (sql.equals(ENDLESS.sql())) {
                    begun.countDown();
                }
            }

            @Override
            public void executed(ExecutedStatement statement) {}
        }));
    }

    @Test
    void doesNotWaitForWhatIsBeingExecuted() throws InterruptedException {
        engine.createAll(PetWorld.SCHEMA);
        try (EngineConnection connection = engine.connect()) {
            insert(
                    connection,
                    IntStream.range(0, 300).mapToObj(n -> "person " + n).toArray(String[]::new));
        }
        FutureTask<List<Long>> query = new FutureTask<>(() -> {
            try (EngineConnection connection = engine.connect()) {
                return connection.list(ENDLESS, List.of(ValueType.LONG), row -> row.getLong(0));
            }
        });
        Thread endless = new Thread(query, "endless");
        endless.setDaemon(true);
        endless.start();
        begun.await();
        TimeUnit.MILLISECONDS.sleep(300); // so that it is at work, not about to be
        long start = System.nanoTime();
        engine.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(failure(query)).isInstanceOf(EngineException.class);
    }

    private static Throwable failure(FutureTask<?> task) throws InterruptedException {
        try {
            return new AssertionError("It gave " + task.get());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
