// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.InsertRows;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way through JDBC's batches, where the driver makes one message of them. */
final class BatchedPart implements BulkPart {
    private final EngineConnection connection;
    private final DialectAccess access;
    private final Batch batch;
    private final RenderedSql sql;
    private final HeldRows held = new HeldRows(Batch.SIZE);
    private long written;

    BatchedPart(EngineConnection connection, DialectAccess access, StatementRunner statements, InsertRows insert) {
        this.connection = connection;
        this.access = access;
        this.batch = new Batch(access, statements);
        this.sql = access.dialect().toSql(insert);
    }

    @Override
    public void add(@Nullable Object[] row) {
        held.add(row);
    }

    @Override
    public boolean isFull() {
        return held.isFull();
    }

    @Override
    public void write() {
        List<@Nullable Object[]> rows = held.rows();
        if (rows.isEmpty()) {
            return;
        }
        Savepoint before = connection.savepoint();
        try {
            batch.execute(sql, rows);
        } catch (EngineException e) {
            throw e.getCause() instanceof SQLException cause && BulkPart.isOfARow(e)
                    ? located(rows, before, e, cause)
                    : e;
        }
        connection.release(before);
        written += rows.size();
        held.clear();
    }

    /** A batch that fails does not tell by which row, and some of them are written: each is tried alone. */
    private EngineException located(
            List<@Nullable Object[]> rows, Savepoint before, EngineException failure, SQLException cause) {
        connection.rollbackTo(before);
        for (int i = 0; i < rows.size(); i++) {
            try {
                batch.execute(sql, rows.subList(i, i + 1));
            } catch (EngineException e) {
                return e.getClass() == failure.getClass() && e.getCause() instanceof SQLException again
                        ? failed(i, i, again)
                        : failure;
            }
        }
        return failed(0, rows.size() - 1, cause);
    }

    private EngineException failed(int first, int last, SQLException cause) {
        return access.errors()
                .of(BulkPart.rows(written + first + 1, written + last + 1), sql.sql(), sql.change(), cause);
    }
}
