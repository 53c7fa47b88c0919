// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.Parameter;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.NullValueException;
import io.aludel.engine.PreparedQuery;
import io.aludel.engine.Rows;
import io.aludel.testkit.TestedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A query that is made ready once, and executed by several connections with other values. */
abstract class PreparedQueryTests extends ConformanceTests {
    private static final List<Bind> PARAMETERS =
            List.of(new Parameter(0, ValueType.LONG), new Parameter(1, ValueType.LONG));

    private final Engine engine = newEngine();

    PreparedQueryTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void isExecutedByEachConnectionOfTheEngine() {
        PreparedQuery query;
        try (EngineConnection connection = engine.connect()) {
            query = connection.prepare(
                    new RenderedSql("select 7 where 1 between ? and ?", PARAMETERS), List.of(ValueType.LONG));
            assertThat(read(connection.query(query, 0L, 2L))).containsExactly(7L);
        }
        try (EngineConnection connection = engine.connect()) {
            assertThat(read(connection.query(query, 2L, 3L))).isEmpty();
            assertThat(read(connection.stream(query, 1L, 1L))).containsExactly(7L);
        }
    }

    @Test
    void saysThatNullIsNoPrimitive() {
        try (EngineConnection connection = engine.connect();
                Rows rows = connection.query(
                        connection.prepare(new RenderedSql("select null", List.of()), List.of(ValueType.LONG)))) {
            rows.next();

            assertThatThrownBy(() -> rows.getLong(0))
                    .isInstanceOf(NullValueException.class)
                    .hasMessage(
                            "Column 0 of a row is NULL, for which there is no primitive value; read it as an object."
                                    + " SQL: select null");
        }
    }

    private static List<Long> read(Rows rows) {
        List<Long> read = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                read.add(rows.getLong(0));
            }
        }
        return read;
    }
}
