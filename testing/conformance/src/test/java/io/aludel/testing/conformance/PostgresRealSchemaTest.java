// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Unreadable;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Schemas that others have written: read, made elsewhere, and read again. Skipped without the folder that {@code -Daludel.schemas} names. */
@OnEveryDatabase(POSTGRESQL)
class PostgresRealSchemaTest {
    private final FreshDatabase database;

    PostgresRealSchemaTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void makesChinookElsewhere() throws IOException, SQLException {
        Schema chinook = roundTrip(text("chinook-postgresql.sql"));

        assertThat(chinook.unreadable()).isEmpty();
        assertThat(numbers(chinook)).isEqualTo(Map.of(ObjectKind.TABLE, 11));
        assertThat(chinook.tables().stream()
                        .mapToInt(table -> table.indexes().size())
                        .sum())
                .isEqualTo(11);
    }

    @Test
    void makesNorthwindElsewhere() throws IOException, SQLException {
        Schema northwind = roundTrip(text("northwind-postgresql.sql"));

        assertThat(northwind.unreadable()).isEmpty();
        assertThat(numbers(northwind)).isEqualTo(Map.of(ObjectKind.TABLE, 14));
        assertThat(northwind.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum())
                .isEqualTo(13);
    }

    /** Its tables by month are heirs of one that rules guard. */
    @Test
    void makesSakilaElsewhereButForItsRules() throws IOException, SQLException {
        Schema sakila = roundTrip(text("sakila-postgresql-schema.sql"));

        assertThat(sakila.unreadable().stream().map(Unreadable::toString))
                .hasSize(6)
                .allMatch(text -> text.matches(
                        "rule \"payment_insert_p2007_0[1-6]\" of table \"payment\": It has no place in a schema here\\."
                                + " Make and change it by SQL of your own\\."));
        assertThat(numbers(sakila))
                .isEqualTo(Map.of(
                        ObjectKind.ENUM_TYPE, 1,
                        ObjectKind.DOMAIN, 1,
                        ObjectKind.SEQUENCE, 13,
                        ObjectKind.TABLE, 21,
                        ObjectKind.VIEW, 7,
                        ObjectKind.ROUTINE, 10,
                        ObjectKind.TRIGGER, 15));
    }

    /** It needs a server of version 18, and, for one of its tables, an extension that does not come with the server. */
    @Test
    void makesPagilaElsewhere() throws IOException, SQLException {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            assumeTrue(
                    connection.dialect().version().isAtLeast(18, 0), "Pagila has columns that are computed when read");
        }
        Schema pagila = roundTrip(text("pagila-postgresql-schema.sql")
                .replaceAll("(CREATE|COMMENT ON) EXTENSION[^;]*;", "")
                .replace("public.vector(20)", "real[]")
                .replaceAll("CREATE INDEX film_embedding_embedding_hnsw_idx[^;]*;", "")
                .replace("REVOKE USAGE ON SCHEMA public FROM PUBLIC;", ""));

        assertThat(pagila.unreadable()).isEmpty();
        assertThat(numbers(pagila))
                .isEqualTo(Map.of(
                        ObjectKind.ENUM_TYPE, 1,
                        ObjectKind.DOMAIN, 2,
                        ObjectKind.SEQUENCE, 13,
                        ObjectKind.TABLE, 71,
                        ObjectKind.VIEW, 8,
                        ObjectKind.ROUTINE, 10,
                        ObjectKind.TRIGGER, 16));
        assertThat(pagila.tables().stream().filter(table -> table.partition() != null))
                .hasSize(55);
    }

    private static Map<ObjectKind, Integer> numbers(Schema schema) {
        return schema.objects().collect(Collectors.toMap(SchemaObject::kind, object -> 1, Integer::sum, TreeMap::new));
    }

    private Schema roundTrip(String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = POSTGRESQL.fresh();
                Engine to = Engine.create(copy.dsn())) {
            Schema schema = read(from);
            Schema known = schema.withUnreadable(List.of());
            to.createAll(known);
            SchemaAssert.assertSame(read(to), known);
            assertThat(ServerWords.of(copy)).isEqualTo(ServerWords.of(database));
            to.dropAll(known);
            assertThat(read(to).objects()).isEmpty();
            return schema;
        }
    }

    private static Schema read(Engine engine) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), Scope.everything(Set.of())));
    }

    /** What psql itself would do, up to connecting to a database of its own, is left out, and so are rows and owners. */
    private static String text(String file) throws IOException {
        String folder = System.getProperty("aludel.schemas", "");
        assumeTrue(!folder.isEmpty(), "no folder with real schemas was given");
        String text = Files.readString(Path.of(folder, file)).replace("\uFEFF", "");
        int start = text.indexOf("\\c ");
        return (start < 0 ? text : text.substring(text.indexOf('\n', start)))
                .replaceAll("(?m)^ALTER [^;\n]* OWNER TO [^;]*;", "")
                .replaceAll("(?ms)^INSERT INTO .*?\\);$", "");
    }
}
