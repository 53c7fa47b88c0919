// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.expr.InsertRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way through insert statements. */
final class StatementPart implements BulkPart {
    /** As many as one statement takes. */
    private static final int ROWS = Inserts.MOST_ROWS;
    /** Characters and bytes of large values that are held. */
    private static final int WEIGHT = 1_024 * 1_024;

    private final DialectAccess access;
    private final Inserts inserts;
    private final InsertRows insert;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int weight;
    private long written;

    StatementPart(DialectAccess access, Inserts inserts, InsertRows insert) {
        this.access = access;
        this.inserts = inserts;
        this.insert = insert;
    }

    /** Whoever gives the rows may give the same array again, with other values. */
    @Override
    public void add(@Nullable Object[] row) {
        rows.add(row.clone());
        for (Object value : row) {
            weight += value instanceof String text ? text.length() : value instanceof byte[] bytes ? bytes.length : 0;
        }
    }

    @Override
    public boolean isFull() {
        return rows.size() == ROWS || weight >= WEIGHT;
    }

    @Override
    public void write() {
        for (int from = 0; from < rows.size(); ) {
            int size = inserts.chunk(insert.columns().size(), rows.size() - from);
            writeAtOnce(rows.subList(from, from + size));
            from += size;
        }
        rows.clear();
        weight = 0;
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
        boolean ofARow = failure instanceof ConstraintViolationException || failure.getClass() == EngineException.class;
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
        return access.errors().of(BulkPart.rows(written + first + 1, written + last + 1), sql, cause);
    }
}
