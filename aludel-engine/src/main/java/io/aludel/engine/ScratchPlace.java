// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.dialect.ScratchDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place to try out schemas, of which nothing stays: a database in memory of its own where the dialect has such a thing, or one beside the live
 * one that is dropped; otherwise a transaction that is rolled back, or inside an open one a savepoint that is gone back to. Close it. One thread at a time.
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
        Optional<ScratchDatabase> database = connection.dialect().scratch().database(connection.catalog());
        if (database.isPresent()) {
            return inside(owned ? connection : connection.engine().connect(), database.get());
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

    /** What is done there commits: so not on a connection that may be in a transaction. */
    private static ScratchPlace inside(EngineConnection own, ScratchDatabase database) {
        Runnable undo = () -> {
            try (own) {
                database.leave().forEach(own::execute);
            }
        };
        try {
            database.enter().forEach(own::execute);
        } catch (RuntimeException | Error e) {
            try {
                undo.run();
            } catch (EngineException leaving) {
                e.addSuppressed(leaving);
            }
            throw e;
        }
        return new ScratchPlace(own, undo);
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
