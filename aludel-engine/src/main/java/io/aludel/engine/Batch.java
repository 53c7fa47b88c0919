// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Bind;
import io.aludel.core.type.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement executed for many rows, by JDBC's batches. */
final class Batch {
    /** Rows that are sent together: drivers hold them in memory. */
    private static final int SIZE = 1_024;

    private final DialectAccess access;
    private final StatementCache statements;

    Batch(DialectAccess access, StatementCache statements) {
        this.access = access;
        this.statements = statements;
    }

    int[] execute(RenderedSql sql, List<@Nullable Object[]> rows) {
        int[] counts = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += SIZE) {
            List<@Nullable Object[]> part = rows.subList(from, Math.min(from + SIZE, rows.size()));
            int[] done = executePart(sql, part);
            System.arraycopy(done, 0, counts, from, done.length);
        }
        return counts;
    }

    private int[] executePart(RenderedSql sql, List<@Nullable Object[]> rows) {
        long start = access.statements().start();
        List<Bind> binds = sql.binds();
        Codec<Object>[] codecs =
                access.values().codecs(binds.stream().map(Bind::type).toList());
        try {
            PreparedStatement statement = statements.take(sql.sql());
            int[] counts;
            try {
                for (Object[] row : rows) {
                    for (int i = 0; i < codecs.length; i++) {
                        codecs[i].bind(statement, i + 1, ValueBinder.value(binds.get(i), row));
                    }
                    statement.addBatch();
                }
                counts = statement.executeBatch();
            } catch (SQLException | RuntimeException e) {
                EngineConnection.closeAfter(e, statement);
                throw e;
            }
            statements.release(sql.sql(), statement);
            executed(sql, rows, sum(counts), start, null);
            return counts;
        } catch (SQLException e) {
            executed(sql, rows, 0, start, e);
            throw access.errors().of(sql.sql(), e);
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                return count;
            }
            sum += count;
        }
        return sum;
    }

    private void executed(
            RenderedSql sql, List<@Nullable Object[]> rows, long count, long start, @Nullable SQLException failure) {
        access.statements()
                .executed(
                        sql.sql(),
                        () -> rows.stream()
                                .map(row -> Statements.row(ValueBinder.values(sql.binds(), row)))
                                .toList(),
                        count,
                        start,
                        failure);
    }
}
