// SPDX-License-Identifier: Apache-2.0
package io.aludel.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.RetryEvent;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a real engine on SQLite. */
class EngineMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EngineMetrics metrics = new EngineMetrics(registry, "school");
    private final Engine engine = Engine.create("sqlite::memory:", EngineSettings.DEFAULT.withListener(metrics));
    private EngineConnection connection;

    @BeforeEach
    void connect() {
        connection = engine.connect();
        connection.execute("create table t (a integer not null)");
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    @Test
    void timesStatementsByKindAndOutcome() {
        connection.update(sql("insert into t values (1)"));
        connection.update(sql("insert into t values (2)"));
        connection.list(sql("select a from t"), List.of(ValueType.LONG), row -> row.getLong(0));
        connection.update(sql("delete from t"));
        assertThatThrownBy(() -> connection.update(sql("insert into t values (null)")));

        assertThat(statements("insert", "success").count()).isEqualTo(2);
        assertThat(statements("insert", "failure").count()).isEqualTo(1);
        assertThat(statements("select", "success").count()).isPositive();
        assertThat(statements("delete", "success").count()).isEqualTo(1);
        assertThat(statements("update", "success").count()).isZero();
        assertThat(statements("other", "success").count()).isEqualTo(1);
        assertThat(statements("insert", "success").totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
    }

    @Test
    void timesTransactionsByTheirEnd() {
        connection.begin();
        connection.commit();
        connection.begin();
        connection.rollback();
        connection.begin();
        connection.rollback();

        assertThat(timer("aludel.transactions", "outcome", "commit").count()).isEqualTo(1);
        assertThat(timer("aludel.transactions", "outcome", "rollback").count()).isEqualTo(2);
    }

    @Test
    void countsConnectionsInUse() {
        assertThat(active()).isEqualTo(1);
        EngineConnection another = engine.connect();
        assertThat(active()).isEqualTo(2);
        another.close();
        another.close();
        assertThat(active()).isEqualTo(1);
        connection.close();
        assertThat(active()).isZero();
        assertThat(timer("aludel.connections.wait").count()).isEqualTo(2);
        assertThat(timer("aludel.connections.used").count()).isEqualTo(2);
    }

    @Test
    void countsNoConnectionOfAnEngineThatIsClosed() {
        engine.connect();
        assertThat(active()).isEqualTo(2);
        engine.close();
        assertThat(active()).isZero();
        connection.close();
        assertThat(active()).isZero();
    }

    @Test
    void countsRetries() {
        metrics.retrying(new RetryEvent(1, Duration.ZERO, new IllegalStateException("conflict")));

        assertThat(registry.get("aludel.retries")
                        .tag("engine", "school")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsStatementsAndValuesOutOfTags() {
        connection.update(sql("insert into t values (4711)"));

        assertThat(registry.getMeters()).hasSize(16).allSatisfy(meter -> {
            assertThat(meter.getId().getTag("engine")).isEqualTo("school");
            assertThat(meter.getId().getTags().toString())
                    .doesNotContain("4711")
                    .doesNotContain("into");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\n  Select 1', SELECT",
        "'(select 1) union select 2', SELECT",
        "with x as (select 1) select 2, SELECT",
        "'select id from final table (insert into t values (1))', INSERT",
        "COPY t from stdin, INSERT",
        "update t set a = 1, UPDATE",
        "delete from t, DELETE",
        "create table selected (a integer), OTHER",
        "'', OTHER"
    })
    void tellsKindsByTheFirstWord(String sql, StatementKind kind) {
        assertThat(StatementKind.of(sql)).isEqualTo(kind);
    }

    private Timer statements(String kind, String outcome) {
        return timer("aludel.statements", "kind", kind, "outcome", outcome);
    }

    private Timer timer(String name, String... tags) {
        return registry.get(name).tag("engine", "school").tags(tags).timer();
    }

    private double active() {
        return registry.get("aludel.connections.active").gauge().value();
    }

    private static RenderedSql sql(String sql) {
        return new RenderedSql(sql, List.of());
    }
}
