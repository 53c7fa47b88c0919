// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.StatementTimeoutException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.PetWorld;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** A server that is told to cancel a statement before it has the statement takes no notice. It is told again. */
@Timeout(60)
class LateCancelTest {
    @OnEveryDatabase({POSTGRESQL, MARIADB})
    void endsAStatementThatTheServerGetsAfterItsTimeIsUp(FreshDatabase database) throws IOException {
        URI dsn = URI.create(database.dsn());
        try (Door door = new Door(dsn.getPort());
                Engine engine = Engine.create(database.dsn().replace(":" + dsn.getPort(), ":" + door.port()))) {
            engine.createAll(PetWorld.SCHEMA);
            try (EngineConnection connection = engine.connect()) {
                PetWorld.insert(
                        connection,
                        IntStream.range(0, 300).mapToObj(n -> "person " + n).toArray(String[]::new));
                connection.begin(TransactionOptions.READ_WRITE.withStatementTimeout(Duration.ofMillis(100)));
                connection.execute("select 1");
                door.delay(400);

                assertThatThrownBy(() -> connection.list(
                                PetWorld.sql("select count(*) from person a, person b, person c, person d"
                                        + " where a.name < b.name and c.name <> d.name"),
                                List.of(ValueType.LONG),
                                row -> row.getLong(0)))
                        .isInstanceOf(StatementTimeoutException.class);

                door.delay(0);
                connection.rollback();
            }
        }
    }
}
