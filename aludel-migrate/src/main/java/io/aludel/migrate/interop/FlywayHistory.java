// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.schema.Table;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flyway's table: a row for each migration that was applied, undone, or failed, by {@code installed_rank}. */
final class FlywayHistory {
    /** Rows that say what Flyway itself has made: the schema, or its table. */
    private static final Set<String> MARKS = Set.of("SCHEMA", "TABLE");

    private static final Map<String, ValueType<?>> COLUMNS = columns();

    /** @param version null of a repeatable one, which runs again whenever its text has changed */
    private record Row(@Nullable String version, String description, String type, boolean success) {
        /** For people. */
        String words() {
            return version == null ? description + " (repeatable)" : version + " " + description;
        }

        /** What a later row may be about. */
        String key() {
            return version == null ? "R " + description : "V " + version;
        }

        boolean takesAway() {
            return type.startsWith("UNDO") || type.equals("DELETE");
        }
    }

    private FlywayHistory() {}

    private static Map<String, ValueType<?>> columns() {
        Map<String, ValueType<?>> columns = new LinkedHashMap<>();
        columns.put("version", ValueType.STRING);
        columns.put("description", ValueType.STRING);
        columns.put("type", ValueType.STRING);
        columns.put("success", ValueType.BOOLEAN);
        return columns;
    }

    static OtherHistory read(EngineConnection connection, Table table) {
        Map<String, String> applied = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Row row : new HistoryRows(table).list(connection, COLUMNS, "installed_rank", FlywayHistory::row)) {
            if (!row.success()) {
                faults.add("Migration " + row.words()
                        + " has failed. Undo by hand what it has done, then say: flyway repair");
            } else if (row.takesAway()) {
                applied.remove(row.key());
            } else if (!MARKS.contains(row.type())) {
                applied.remove(row.key()); // a repeatable one stands where it ran last
                applied.put(row.key(), row.words());
            }
        }
        return new OtherHistory(HistoryTool.FLYWAY, table.name(), List.copyOf(applied.values()), faults);
    }

    private static Row row(RowReader row) {
        return new Row(
                (String) row.get(0),
                String.valueOf(row.get(1)),
                String.valueOf(row.get(2)),
                Boolean.TRUE.equals(row.get(3)));
    }
}
