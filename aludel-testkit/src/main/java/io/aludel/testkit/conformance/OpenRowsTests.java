// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.engine.StatementTimeoutException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that a program has not closed when their time is up, or their transaction ends: SQLite and MariaDB cancel whatever their connection is doing. */
@Timeout(60)
abstract class OpenRowsTests extends ConformanceTests {
    private static final List<ValueType<Long>> NUMBER = List.of(ValueType.LONG);
    private static final RenderedSql NAMES = sql("select name from person");
    private static final RenderedSql PAIRS =
            sql("select count(*) from person a, person b where a.name < b.name and a.id < 31 and b.id < 31");
    /** Long for one of the small statements that are done meanwhile, on a busy machine too. */
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Engine engine = newEngine();
    private EngineConnection connection;

    OpenRowsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        insert(connection, IntStream.range(0, 300).mapToObj(n -> "person " + n).toArray(String[]::new));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void doNotHaveALaterStatementCancelledByTheirTimeout() {
        connection.begin(TransactionOptions.READ_ONLY.withStatementTimeout(LIMIT));
        try (Rows open = connection.query(NAMES, List.of(ValueType.STRING))) {
            assertThat(open.next()).isTrue();
            connection.commit();

            doOtherThings();
        }
    }

    /** Neither is anything else of their own transaction; each statement has the whole time for itself. */
    @Test
    void areRefusedThemselvesWhenTheirTimeIsUpAndNothingElseIs() {
        connection.begin(TransactionOptions.READ_ONLY.withStatementTimeout(LIMIT));
        try (Rows open = connection.query(NAMES, List.of(ValueType.STRING))) {
            assertThat(open.next()).isTrue();

            doOtherThings();

            assertThatThrownBy(open::next).isInstanceOf(StatementTimeoutException.class);
        }
        connection.rollback();
        doOtherThings();
    }

    private void doOtherThings() {
        long end = System.nanoTime() + LIMIT.plusMillis(200).toNanos();
        while (System.nanoTime() < end) {
            assertThat(connection.list(PAIRS, NUMBER, row -> row.getLong(0))).containsExactly(30L * 29 / 2);
        }
    }
}
