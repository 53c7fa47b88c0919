// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.schema.Table;
import io.aludel.engine.EngineConnection;

/** Another tool that keeps a history of migrations in the database. */
public enum HistoryTool {
    FLYWAY("Flyway", "flyway_schema_history", "version") {
        @Override
        OtherHistory read(EngineConnection connection, Table table) {
            return FlywayHistory.read(connection, table);
        }
    },
    LIQUIBASE("Liquibase", "databasechangelog", "md5sum") {
        @Override
        OtherHistory read(EngineConnection connection, Table table) {
            return LiquibaseHistory.read(connection, table);
        }
    };

    private final String words;
    private final String usualTable;
    private final String ownColumn;

    HistoryTool(String words, String usualTable, String ownColumn) {
        this.words = words;
        this.usualTable = usualTable;
        this.ownColumn = ownColumn;
    }

    abstract OtherHistory read(EngineConnection connection, Table table);

    /** Whether the table has what only this tool's has. */
    boolean isItsOwn(Table table) {
        return new HistoryRows(table).has(ownColumn);
    }

    /** Its name, for people. */
    public String words() {
        return words;
    }

    /** The name of its table if nobody says otherwise; case may be another. */
    public String usualTable() {
        return usualTable;
    }
}
