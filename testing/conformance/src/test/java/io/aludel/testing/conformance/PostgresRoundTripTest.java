// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A schema that has one of everything is read, made in another database, and read again. */
@OnEveryDatabase(POSTGRESQL)
@Tag("server-version")
class PostgresRoundTripTest {
    private static final Scope ALL = Scope.everything(Set.of("O'x \"Y", "empty"));

    private final FreshDatabase database;

    PostgresRoundTripTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void readsWhatItHasMadeElsewhereAsItWas() throws IOException, SQLException {
        loadEverything(database);
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = POSTGRESQL.fresh();
                Engine to = Engine.create(copy.dsn())) {
            copy.execute("create extension pg_trgm");
            Schema schema = read(from);
            assertThat(schema.unreadable()).isEmpty();

            to.createAll(schema);

            SchemaAssert.assertSame(read(to), schema);
            assertThat(ServerWords.of(copy)).hasSizeGreaterThan(200).isEqualTo(ServerWords.of(database));
            to.dropAll(schema);
            assertThat(read(to).objects().map(SchemaObject::describe)).isEmpty();
        }
    }

    private static Schema read(Engine engine) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), ALL));
    }

    static void loadEverything(FreshDatabase database) throws IOException, SQLException {
        database.execute(resource("postgresql-everything.sql"));
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            if (connection.dialect().version().isAtLeast(15, 0)) {
                database.execute(resource("postgresql-everything-15.sql"));
            }
            if (connection.dialect().version().isAtLeast(18, 0)) {
                database.execute(resource("postgresql-everything-18.sql"));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PostgresRoundTripTest.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
