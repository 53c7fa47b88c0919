// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that a program has not closed when their transaction ends. */
@Timeout(60)
abstract class OpenRowsTests extends ConformanceTests {
    private static final List<ValueType<Long>> NUMBER = List.of(ValueType.LONG);
    private static final RenderedSql NAMES = sql("select name from person");
    private static final RenderedSql PAIRS = sql("select count(*) from person a, person b where a.name < b.name");
    private static final Duration LIMIT = Duration.ofMillis(150);

    private final Engine engine = newEngine();

    OpenRowsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    /** SQLite and MariaDB cancel whatever their connection is doing. */
    @Test
    void doNotHaveALaterStatementCancelledByTheirTimeout() {
        try (engine) {
            engine.createAll(PetWorld.SCHEMA);
            try (EngineConnection connection = engine.connect()) {
                insert(
                        connection,
                        IntStream.range(0, 300).mapToObj(n -> "person " + n).toArray(String[]::new));
                connection.begin(TransactionOptions.READ_ONLY.withStatementTimeout(LIMIT));
                try (Rows open = connection.query(NAMES, List.of(ValueType.STRING))) {
                    assertThat(open.next()).isTrue();
                    connection.commit();

                    long end = System.nanoTime() + LIMIT.multipliedBy(3).toNanos();
                    while (System.nanoTime() < end) {
                        assertThat(connection.list(PAIRS, NUMBER, row -> row.getLong(0)))
                                .containsExactly(300L * 299 / 2);
                    }
                }
            }
        }
    }
}
