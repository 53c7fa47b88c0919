// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.ScratchConnection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place to try out schemas, of which nothing stays: a database in memory of its own where the dialect has such a thing, otherwise a
 * transaction that is rolled back, or inside an open one a savepoint that is gone back to. Close it. One thread at a time.
 */
public final class ScratchPlace implements ScratchConnection, AutoCloseable {
    private final EngineConnection connection;
    private final CatalogReader catalog;
    private final Runnable undo;
    private boolean closed;

    private ScratchPlace(EngineConnection connection, Runnable undo) {
        this.connection = connection;
        this.catalog = connection.catalog();
        this.undo = undo;
    }

    /**
     * The place that belongs to a connection.
     *
     * @param owned whether the connection is closed with the place
     */
    static ScratchPlace on(EngineConnection connection, boolean owned) {
        Optional<String> url = connection.dialect().scratch().url(connection.catalog());
        if (url.isPresent()) {
            return apart(connection, url.get(), owned);
        }
        if (connection.inTransaction()) {
            Savepoint savepoint = connection.savepoint();
            return new ScratchPlace(connection, () -> {
                connection.rollbackTo(savepoint);
                connection.release(savepoint);
            });
        }
        connection.begin();
        return new ScratchPlace(connection, () -> {
            try {
                connection.rollback();
            } finally {
                if (owned) {
                    connection.close();
                }
            }
        });
    }

    private static ScratchPlace apart(EngineConnection live, String url, boolean owned) {
        if (owned) {
            live.close();
        }
        Engine memory = Engine.inMemory(url, live.dialect());
        try {
            EngineConnection connection = memory.connect();
            return new ScratchPlace(connection, () -> {
                try (memory) {
                    connection.close();
                }
            });
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    @Override
    public List<CatalogRow> query(String sql, @Nullable Object... parameters) {
        return catalog.query(sql, parameters);
    }

    @Override
    public void execute(String sql) {
        connection.execute(sql);
    }

    /** Undoes all. A second call does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            undo.run();
        }
    }
}
