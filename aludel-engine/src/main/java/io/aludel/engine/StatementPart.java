// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.RowChange;
import io.aludel.core.expr.InsertRows;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way through insert statements. */
final class StatementPart implements BulkPart {
    private final DialectAccess access;
    private final Inserts inserts;
    private final InsertRows insert;
    /** As many as one statement takes. */
    private final HeldRows held = new HeldRows(Inserts.MOST_ROWS);

    private long written;

    StatementPart(DialectAccess access, Inserts inserts, InsertRows insert) {
        this.access = access;
        this.inserts = inserts;
        this.insert = insert;
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
        for (int from = 0; from < rows.size(); ) {
            int size = inserts.chunk(insert.columns().size(), rows.size() - from);
            writeAtOnce(rows.subList(from, from + size));
            from += size;
        }
        held.clear();
    }

    /** By one statement. */
    private void writeAtOnce(List<@Nullable Object[]> some) {
        try {
            inserts.insert(insert, some);
        } catch (EngineException e) {
            throw e.getCause() instanceof SQLException cause ? located(some, e, cause) : e;
        }
        written += some.size();
    }

    /** Says which row it was, which a statement of many does not tell: by trying each, where a failure leaves the transaction as it was. */
    private EngineException located(List<@Nullable Object[]> some, EngineException failure, SQLException cause) {
        boolean ofARow = BulkPart.isOfARow(failure);
        boolean goesOn = access.insert(insert, 1).layout() == RenderedInsert.Layout.ROWS;
        for (int i = 0; ofARow && goesOn && i < some.size(); i++) {
            try {
                inserts.insert(insert, some.subList(i, i + 1));
            } catch (EngineException e) {
                boolean same = e.getClass() == failure.getClass() && e.getCause() instanceof SQLException;
                return same ? failed(i, i, (SQLException) e.getCause(), e.sql()) : failure;
            }
        }
        return failed(0, some.size() - 1, cause, failure.sql());
    }

    private EngineException failed(int first, int last, SQLException cause, @Nullable String sql) {
        return access.errors()
                .of(
                        BulkPart.rows(written + first + 1, written + last + 1),
                        sql,
                        RowChange.insert(insert.table()),
                        cause);
    }
}
