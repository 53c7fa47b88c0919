// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.name.TableName;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long the statements of a migration wait for others who use the same tables. A change of a table that waits lets nobody else at it meanwhile, so it is
 * better given up, and tried again later.
 *
 * @param undo the statement that sets the connection back; null where nothing was set
 */
record Patience(EngineConnection connection, @Nullable String undo) implements AutoCloseable {
    static final Duration LONG = Duration.ofDays(1);

    /** @param patience zero for as long as it takes */
    static Patience of(EngineConnection connection, Duration patience) {
        TransactionSetting setting = patience.isZero()
                ? null
                : connection.dialect().ddlLockTimeout(patience).orElse(null);
        if (setting == null) {
            return new Patience(connection, null);
        }
        String query = setting.undoQuery();
        String undo = query == null ? null : first(connection, query).get(0);
        connection.execute(setting.sql());
        return new Patience(connection, undo);
    }

    private static List<String> first(EngineConnection connection, String query) {
        List<String> texts = new ArrayList<>();
        for (CatalogRow row : connection.catalog().query(query)) {
            String text = row.nullableText(row.values().keySet().iterator().next());
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** Who uses the tables of an operation, for people; empty where nobody does any more, or nobody can tell. */
    static List<String> holders(EngineConnection connection, Operation operation) {
        Set<TableName> tables = new LinkedHashSet<>(operation.tables());
        if (operation instanceof AddForeignKey add) {
            tables.add(add.key().target());
        }
        if (operation instanceof CreateTable create) {
            create.table().foreignKeys().forEach(key -> tables.add(key.target()));
        }
        try {
            return connection
                    .dialect()
                    .lockHolders(List.copyOf(tables))
                    .map(query -> first(connection, query))
                    .orElse(List.of());
        } catch (EngineException e) {
            return List.of(); // without the right to ask, or without a connection
        }
    }

    @Override
    public void close() {
        if (undo == null || connection.isClosed()) {
            return;
        }
        if (connection.inTransaction()) {
            connection.rollback();
        }
        try {
            connection.execute(undo);
        } catch (EngineException e) {
            // What kept it from being set back has ended the connection as well, and with it the setting.
            System.getLogger(Patience.class.getName()).log(System.Logger.Level.DEBUG, "Setting back failed", e);
        }
    }
}
