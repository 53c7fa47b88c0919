// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** To ask for one table is to read it, only cheaper. */
abstract class TablePresenceTests extends ConformanceTests {
    TablePresenceTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void isWhatReadingTheTableFinds() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            connection.begin();
            for (String sql : List.of(
                    "create table pets (id integer)",
                    "create table " + connection.dialect().quote("O'Hara_%") + " (id integer)",
                    "create view pet_names as select id from pets",
                    "create index toys on pets (id)")) {
                connection.execute(sql);
            }
            Introspector introspector = connection.dialect().introspector();
            for (String name : List.of("pets", "O'Hara_%", "O'HaraXY", "pet_names", "toys", "nothing", "pg_class")) {
                TableName table = TableName.of(name);
                boolean read = introspector
                        .read(connection.catalog(), Scope.tables(table))
                        .table(table)
                        .isPresent();
                assertThat(introspector.hasTable(connection.catalog(), table))
                        .as(name)
                        .isEqualTo(read)
                        .isEqualTo(name.equals("pets") || name.startsWith("O'Hara_"));
            }
        }
    }
}
