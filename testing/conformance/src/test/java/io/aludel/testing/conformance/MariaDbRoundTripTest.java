// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A schema that has one of everything is read, made in another database, and read again. */
@OnEveryDatabase(MARIADB)
class MariaDbRoundTripTest {
    private final FreshDatabase database;

    MariaDbRoundTripTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void readsWhatItHasMadeElsewhereAsItWas() throws IOException, SQLException {
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = MARIADB.fresh();
                Engine to = Engine.create(copy.dsn())) {
            loadEverything(from);
            Schema schema = read(from);
            assertThat(schema.unreadable()).isEmpty();
            assertThat(schema.objects()).hasSize(20);

            to.createAll(schema);

            SchemaAssert.assertSame(read(to), schema);
            assertThat(MariaDbWords.of(copy))
                    .hasSizeGreaterThan(80)
                    .containsExactlyElementsOf(MariaDbWords.of(database));
            try (ScratchPlace place = from.scratch()) {
                Schema said = from.dialect().scratch().readBack(place, schema);
                SchemaAssert.assertSame(Schema.of(said.tables(), said.sequences()), tables(schema));
            }
            to.dropAll(schema);
            assertThat(read(to).objects().map(SchemaObject::describe)).isEmpty();
        }
    }

    private static Schema tables(Schema schema) {
        return Schema.of(schema.tables(), schema.sequences());
    }

    static Schema read(Engine engine) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), Scope.everything(Set.of())));
    }

    /** By an engine, as what is made keeps the mode of the session that made it. */
    static void loadEverything(Engine engine) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(MariaDbRoundTripTest.class.getResourceAsStream("/mariadb-everything.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            try (EngineConnection connection = engine.connect()) {
                for (String statement : text.strip().split(";\n\n")) {
                    connection.execute(statement);
                }
            }
        }
    }
}
