// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;

class FetchingTest {
    private static final RenderedSql NUMBERS = sql("select n from generate_series(1, 2000) as n");

    /** Rows that are not fetched yet are held by the server, in a portal that the driver names. */
    @OnEveryDatabase(POSTGRESQL)
    void fetchesSomeRowsAtATimeWhereThatIsAskedFor(FreshDatabase database) {
        List<ValueType<?>> number = List.of(ValueType.INTEGER);
        try (Engine engine = Engine.create(database.dsn());
                Engine inTens = Engine.create(database.dsn() + "?defaultRowFetchSize=10");
                EngineConnection usual = engine.connect();
                EngineConnection ten = inTens.connect()) {
            usual.begin();
            ten.begin();
            for (int again = 0; again < 2; again++) {
                assertThat(held(usual, usual.query(NUMBERS, number))).isZero();
                assertThat(held(usual, usual.stream(NUMBERS, number))).isEqualTo(1);
                assertThat(held(ten, ten.query(NUMBERS, number))).isEqualTo(1);
                assertThat(held(ten, ten.stream(NUMBERS, number))).isEqualTo(1);
            }
        }
    }

    private static int held(EngineConnection connection, Rows rows) {
        try (rows) {
            rows.next();
            return connection
                    .catalog()
                    .query("select name from pg_cursors where statement = ?", NUMBERS.sql())
                    .size();
        }
    }
}
