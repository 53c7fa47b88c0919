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
import java.util.List;
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

    /** The same tables, made elsewhere: what was read there. */
    @ParameterizedTest
    @CsvSource({"H2, SQLITE, chinook-sqlite.sql", "H2, POSTGRESQL, northwind-postgresql.sql"})
    void becomesClassesAlsoWhereItWasNotWrittenFor(TestDatabase kind, TestDatabase from, String file)
            throws IOException, SQLException {
        assumeTrue(
                TestDatabase.selected().containsAll(List.of(kind, from)), "the database is not among those selected");
        try (FreshDatabase original = from.fresh();
                FreshDatabase database = kind.fresh();
                Engine source = Engine.create(original.dsn());
                Engine engine = Engine.create(database.dsn())) {
            RealSchema.load(original, file);
            engine.createAll(Adoption.read(source));

            assertThat(Adoption.of(engine, folder).surprises()).isEmpty();
        }
    }
}
