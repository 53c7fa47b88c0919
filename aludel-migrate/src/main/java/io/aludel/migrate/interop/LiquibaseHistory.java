// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Liquibase's table: a row for each changeset that was applied, by {@code orderexecuted}; what is rolled back has none. */
final class LiquibaseHistory {
    private static final Map<String, ValueType<?>> COLUMNS = columns();

    private LiquibaseHistory() {}

    private static Map<String, ValueType<?>> columns() {
        Map<String, ValueType<?>> columns = new LinkedHashMap<>();
        columns.put("author", ValueType.STRING);
        columns.put("id", ValueType.STRING);
        columns.put("filename", ValueType.STRING);
        columns.put("exectype", ValueType.STRING);
        return columns;
    }

    static OtherHistory read(EngineConnection connection, Table table) {
        List<String> applied = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        new HistoryRows(table).list(connection, COLUMNS, "orderexecuted", row -> {
            String changeSet = row.get(0) + ":" + row.get(1) + " in " + row.get(2);
            if ("FAILED".equals(row.get(3))) {
                faults.add("Changeset " + changeSet
                        + " has failed. Undo by hand what it has done, and run Liquibase again.");
            } else {
                applied.add(changeSet);
            }
            return changeSet;
        });
        if (isLocked(connection, table)) {
            faults.add(
                    "Liquibase is at work, or was ended while it was. If nobody runs it, say: liquibase release-locks");
        }
        return new OtherHistory(HistoryTool.LIQUIBASE, table.name(), applied, faults);
    }

    /** Its lock is a row of a table beside it, which has another name where somebody gave it one: then nobody can tell. */
    private static boolean isLocked(EngineConnection connection, Table history) {
        String schema = history.name().schema();
        Scope scope = Scope.of(schema == null ? Set.of() : Set.of(schema));
        return connection.dialect().introspector().read(connection.catalog(), scope).tables().stream()
                .filter(table -> table.name().toString().equalsIgnoreCase(history.name() + "lock"))
                .findFirst()
                .map(lock -> new HistoryRows(lock)
                        .list(
                                connection,
                                Map.of("locked", ValueType.BOOLEAN),
                                "id",
                                row -> Boolean.TRUE.equals(row.get(0))))
                .orElse(List.of())
                .contains(true);
    }
}
