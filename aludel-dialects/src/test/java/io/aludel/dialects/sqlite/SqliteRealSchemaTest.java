// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas that others have written. Skipped without the folder that {@code -Daludel.schemas} names. */
class SqliteRealSchemaTest {
    @ParameterizedTest
    @CsvSource({"chinook-sqlite.sql, 11, 0, 0", "sakila-sqlite-schema.sql, 16, 5, 30"})
    void readsRebuildsAndCreatesAgainWhatOthersWrote(String file, int tables, int views, int triggers)
            throws IOException, SQLException {
        String folder = System.getProperty("aludel.schemas", "");
        assumeTrue(!folder.isEmpty(), "no folder with real schemas was given");
        try (TestConnection database = TestConnection.inMemory();
                TestConnection copy = TestConnection.inMemory()) {
            load(database, Path.of(folder, file));
            Schema read = database.everything();
            assertThat(read.unreadable()).isEmpty();
            assertThat(read.tables()).hasSize(tables);
            assertThat(read.views()).hasSize(views);
            assertThat(read.triggers()).hasSize(triggers);
            copy.run(copy.dialect.ddl().createAll(read));
            assertThat(copy.everything()).isEqualTo(read);
            Map<String, Object> rows = counts(database, read);
            for (Table table : read.tables()) {
                Table after = table.withColumn(Column.nullable("added", SqlType.text()));
                database.rebuild(new DdlStep.Rebuild(table, after, Map.of()));
                database.rebuild(new DdlStep.Rebuild(after, table, Map.of()));
            }
            assertThat(database.everything()).isEqualTo(read);
            assertThat(counts(database, read)).isEqualTo(rows);
        }
    }

    private static void load(TestConnection database, Path file) throws IOException, SQLException {
        database.execute("pragma foreign_keys = off");
        try (Statement statement = database.jdbc.createStatement()) {
            statement.executeUpdate(Files.readString(file).replace("\uFEFF", ""));
        }
        database.execute("pragma foreign_keys = on");
    }

    private static Map<String, Object> counts(TestConnection database, Schema schema) {
        Map<String, Object> counts = new TreeMap<>();
        for (Table table : schema.tables()) {
            List<Object> count = database.values("select count(*) from "
                    + database.dialect.quote(table.name().name()));
            counts.put(table.name().name(), count.get(0));
        }
        return counts;
    }
}
