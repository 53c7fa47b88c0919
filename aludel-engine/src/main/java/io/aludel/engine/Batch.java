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
    static final int SIZE = 1_024;

    private final DialectAccess access;
    private final StatementRunner statements;

    Batch(DialectAccess access, StatementRunner statements) {
        this.access = access;
        this.statements = statements;
    }

    int[] execute(RenderedSql sql, List<@Nullable Object[]> rows) {
        int[] counts = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += SIZE) {
            List<@Nullable Object[]> part = rows.subList(from, Math.min(from + SIZE, rows.size()));
            int[] done = statements.change(sql.sql(), sql.change(), () -> values(sql, part), new Part(sql, part));
            System.arraycopy(done, 0, counts, from, done.length);
        }
        return counts;
    }

    private final class Part implements StatementRunner.Work<int[]> {
        private final RenderedSql sql;
        private final List<Bind> binds;
        private final List<@Nullable Object[]> rows;

        Part(RenderedSql sql, List<@Nullable Object[]> rows) {
            this.sql = sql;
            this.binds = sql.binds();
            this.rows = rows;
        }

        @Override
        public int[] with(PreparedStatement statement) throws SQLException {
            Codec<Object>[] codecs =
                    access.values().codecs(binds.stream().map(Bind::type).toList());
            Codec<Object>[] storing =
                    access.values().storing(binds.stream().map(Bind::type).toList());
            for (Object[] row : rows) {
                for (int i = 0; i < codecs.length; i++) {
                    String column = sql.columns().get(i);
                    ValueBinder.bind(
                            column == null ? codecs[i] : storing[i],
                            statement,
                            i + 1,
                            ValueBinder.value(binds.get(i), row),
                            column);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }

        @Override
        public long count(int[] counts) {
            long sum = 0;
            for (int count : counts) {
                if (count < 0) {
                    return count;
                }
                sum += count;
            }
            return sum;
        }
    }

    private static List<List<@Nullable Object>> values(RenderedSql sql, List<@Nullable Object[]> rows) {
        return rows.stream()
                .map(row -> Statements.row(ValueBinder.values(sql.binds(), row)))
                .toList();
    }
}
