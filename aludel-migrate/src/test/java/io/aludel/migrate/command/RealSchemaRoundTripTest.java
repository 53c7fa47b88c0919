// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that others wrote: read from a database, written as a script, applied to an empty one, and compared. */
class RealSchemaRoundTripTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SQLITE, chinook-sqlite.sql, 11",
        "SQLITE, sakila-sqlite-schema.sql, 16",
        "POSTGRESQL, chinook-postgresql.sql, 11",
        "POSTGRESQL, northwind-postgresql.sql, 14"
    })
    void goesThroughAScriptAndComesBack(TestDatabase kind, String file, int tables) throws IOException, SQLException {
        String schemas = System.getProperty("aludel.schemas", "");
        assumeTrue(!schemas.isEmpty(), "no folder with real schemas was given");
        assumeTrue(TestDatabase.selected().contains(kind), "the database is not among those selected");
        try (FreshDatabase original = kind.fresh();
                FreshDatabase copy = kind.fresh();
                Engine from = Engine.create(original.dsn());
                Engine to = Engine.create(copy.dsn())) {
            load(original, Path.of(schemas, file));
            Schema schema = Databases.live(from);
            assertThat(schema.tables()).hasSize(tables);
            Migrations migrations = Migrations.of(to, () -> schema, new ScriptFolder(folder, List.of()));
            migrations.autogenerate("all of " + file, new ScriptPlace(folder, "", ""));

            migrations.upgrade("head");

            assertThat(migrations.check()).isEqualTo(NOTHING);
            migrations.downgrade("base");
            assertThat(Databases.live(to).tables())
                    .extracting(table -> table.name())
                    .containsExactlyElementsOf(
                            LedgerTables.NAMES.stream().sorted().toList());
        }
    }

    /** What psql itself would do, up to connecting to a database of its own, is left out. */
    private static void load(FreshDatabase database, Path file) throws IOException, SQLException {
        String text = Files.readString(file).replace("\uFEFF", "");
        int start = text.indexOf("\\c ");
        String sql = start < 0 ? text : text.substring(text.indexOf('\n', start));
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            if (database.database() == TestDatabase.SQLITE) {
                statement.executeUpdate(sql); // execute() stops after the first statement
            } else {
                statement.execute(sql);
            }
        }
    }
}
