// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that others wrote, drawn from the database. */
class RealSchemaDiagramTest {
    @ParameterizedTest
    @CsvSource({
        "SQLITE, chinook-sqlite.sql, 11, 11",
        "SQLITE, sakila-sqlite-schema.sql, 16, 22",
        "POSTGRESQL, chinook-postgresql.sql, 11, 11",
        "POSTGRESQL, northwind-postgresql.sql, 14, 13",
        "POSTGRESQL, pagila-postgresql-schema.sql, 16, 19"
    })
    void isDrawnInEveryFormat(TestDatabase kind, String file, int tables, int relationships)
            throws IOException, SQLException {
        String schemas = System.getProperty("aludel.schemas", "");
        assumeTrue(!schemas.isEmpty(), "no folder with real schemas was given");
        assumeTrue(TestDatabase.selected().contains(kind), "the database is not among those selected");
        try (FreshDatabase database = kind.fresh();
                Engine engine = Engine.create(database.dsn())) {
            assumeTrue(
                    !file.startsWith("pagila") || version(engine).isAtLeast(18, 0),
                    "Pagila has columns that are computed when read, from PostgreSQL 18 on");
            load(database, Path.of(schemas, file));

            Diagram diagram = Diagram.of(read(engine), engine.dialect().types()::declaration);

            assertThat(diagram.tables()).hasSize(tables);
            assertThat(diagram.relationships()).hasSize(relationships);
            DrawnSvg drawn = new DrawnSvg(DiagramFormat.SVG.write(diagram));
            assertThat(drawn.boxes()).hasSize(tables);
            assertThat(drawn.lines()).hasSize(relationships);
            assertThat(drawn.hrefs()).allMatch(href -> drawn.ids().contains(href.substring(1)));
            for (DiagramFormat format : DiagramFormat.values()) {
                assertThat(format.write(diagram))
                        .contains(diagram.tables().stream()
                                .map(table -> table.name().name())
                                .toList());
            }
        }
    }

    private static ServerVersion version(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            return connection.dialect().version();
        }
    }

    private static Schema read(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            return engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA);
        }
    }

    /** Without what psql itself would do, up to connecting to a database of its own, and without an extension that does not come with the server. */
    private static void load(FreshDatabase database, Path file) throws IOException, SQLException {
        String text = Files.readString(file).replace("\uFEFF", "");
        int start = text.indexOf("\\c ");
        String sql = (start < 0 ? text : text.substring(text.indexOf('\n', start)))
                .replaceAll("(CREATE|COMMENT ON) EXTENSION[^;]*;", "")
                .replace("public.vector(20)", "real[]")
                .replaceAll("CREATE INDEX film_embedding_embedding_hnsw_idx[^;]*;", "")
                .replace("REVOKE USAGE ON SCHEMA public FROM PUBLIC;", "");
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
