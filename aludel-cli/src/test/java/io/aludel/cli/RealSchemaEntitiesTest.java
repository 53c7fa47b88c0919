// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that others wrote: their classes are written, compiled, and their model does not differ from the database. */
class RealSchemaEntitiesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SQLITE, chinook-sqlite.sql",
        "SQLITE, sakila-sqlite-schema.sql",
        "POSTGRESQL, chinook-postgresql.sql",
        "POSTGRESQL, northwind-postgresql.sql",
        "POSTGRESQL, sakila-postgresql-schema.sql",
        "POSTGRESQL, pagila-postgresql-schema.sql",
        "MARIADB, chinook-mysql.sql",
        "MARIADB, sakila-mysql-schema.sql"
    })
    void becomesClassesThatDoNotDiffer(TestDatabase kind, String file) throws IOException, SQLException {
        assumeTrue(TestDatabase.selected().contains(kind), "the database is not among those selected");
        try (FreshDatabase database = kind.fresh();
                Engine engine = Engine.create(database.dsn())) {
            RealSchema.load(database, file);

            Adoption adopted = Adoption.of(engine, folder);
            assertThat(adopted.surprises()).isEmpty();
        }
    }
}
