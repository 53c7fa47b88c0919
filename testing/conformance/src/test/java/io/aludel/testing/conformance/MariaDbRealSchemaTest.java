// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Schemas that others have written: read, made elsewhere, and read again. Skipped without the folder that {@code -Daludel.schemas} names. */
@OnEveryDatabase(MARIADB)
class MariaDbRealSchemaTest {
    private static final String DELIMITER = "DELIMITER ";

    private final FreshDatabase database;

    MariaDbRealSchemaTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void makesChinookElsewhere() throws IOException, SQLException {
        Schema chinook = roundTrip("chinook-mysql.sql");

        assertThat(numbers(chinook)).isEqualTo(Map.of(ObjectKind.TABLE, 11));
        assertThat(chinook.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum())
                .isEqualTo(11);
    }

    @Test
    void makesSakilaElsewhere() throws IOException, SQLException {
        Schema sakila = roundTrip("sakila-mysql-schema.sql");

        assertThat(numbers(sakila))
                .isEqualTo(
                        Map.of(ObjectKind.TABLE, 16, ObjectKind.VIEW, 7, ObjectKind.ROUTINE, 6, ObjectKind.TRIGGER, 3));
    }

    private static Map<ObjectKind, Integer> numbers(Schema schema) {
        return schema.objects().collect(Collectors.toMap(SchemaObject::kind, object -> 1, Integer::sum, TreeMap::new));
    }

    private Schema roundTrip(String file) throws IOException, SQLException {
        List<String> statements = statements(text(file));
        try (Engine from = Engine.create(database.dsn());
                FreshDatabase copy = MARIADB.fresh();
                Engine to = Engine.create(copy.dsn())) {
            try (EngineConnection connection = from.connect()) {
                statements.forEach(connection::execute);
            }
            Schema schema = MariaDbRoundTripTest.read(from);
            assertThat(schema.unreadable()).isEmpty();
            to.createAll(schema);
            SchemaAssert.assertSame(MariaDbRoundTripTest.read(to), schema);
            assertThat(MariaDbWords.of(copy)).containsExactlyElementsOf(MariaDbWords.of(database));
            to.dropAll(schema);
            assertThat(MariaDbRoundTripTest.read(to).objects()).isEmpty();
            return schema;
        }
    }

    /** The database that it would make is left out, and so are rows. */
    private static String text(String file) throws IOException {
        String folder = System.getProperty("aludel.schemas", "");
        assumeTrue(!folder.isEmpty(), "no folder with real schemas was given");
        return Files.readString(Path.of(folder, file))
                .replace("\uFEFF", "")
                .replaceAll("\\bsakila\\.", "")
                .replaceAll("(?im)^(DROP|CREATE) (SCHEMA|DATABASE) .*$|^USE .*$", "")
                .replaceAll("(?ms)^INSERT INTO .*?\\);$", "");
    }

    /** As the client cuts them: by a semicolon at the end of a line, or by what a line with {@code DELIMITER} says. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        String delimiter = ";";
        StringBuilder statement = new StringBuilder();
        for (String line : script.lines().toList()) {
            if (line.startsWith(DELIMITER)) {
                delimiter = line.substring(DELIMITER.length()).strip();
            } else if (!statement.toString().isBlank() || !line.startsWith("--")) {
                statement.append(line).append("\n");
                String text = statement.toString().strip();
                if (text.endsWith(delimiter)) {
                    statements.add(text.substring(0, text.length() - delimiter.length()));
                    statement.setLength(0);
                }
            }
        }
        return statements.stream().filter(text -> !text.isBlank()).toList();
    }
}
