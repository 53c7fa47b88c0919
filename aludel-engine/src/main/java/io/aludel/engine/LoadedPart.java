// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.BulkLoader;
import io.aludel.core.dialect.RowChange;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.type.ValueType;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows on their way through the database's own {@link BulkLoader}. */
final class LoadedPart implements BulkPart {
    /** Characters of a text: many for one round trip, few for the memory. */
    private static final int FULL = 256 * 1_024;

    private final DialectAccess access;
    private final StatementRunner statements;
    private final BulkLoader loader;
    private final Object driver;
    private final InsertRows insert;
    private final List<ValueType<?>> types;
    private final String sql;
    private final @Nullable Object[] elements;

    private StringBuilder text = new StringBuilder();
    private long written;
    private long count;

    LoadedPart(
            DialectAccess access,
            StatementRunner statements,
            BulkLoader loader,
            Object driver,
            InsertRows insert,
            List<ValueType<?>> types) {
        this.access = access;
        this.statements = statements;
        this.loader = loader;
        this.driver = driver;
        this.insert = insert;
        this.types = types;
        this.sql = loader.sql(insert);
        this.elements = new Object[types.size()];
    }

    @Override
    public void add(@Nullable Object[] row) {
        for (int i = 0; i < elements.length; i++) {
            elements[i] = access.values().arrayElement(row[i], types.get(i), Inserts.place(insert, i));
        }
        loader.write(elements, text);
        count++;
    }

    @Override
    public boolean isFull() {
        return text.length() >= FULL;
    }

    @Override
    public void write() {
        if (count == 0) {
            return;
        }
        try {
            statements.load(sql, count, new StatementRunner.Loading() {
                @Override
                public void load() throws SQLException {
                    loader.load(driver, sql, text);
                }

                @Override
                public void cancel() throws SQLException {
                    loader.cancel(driver);
                }
            });
        } catch (SQLException e) {
            OptionalLong row = loader.rowOf(e, insert);
            throw access.errors()
                    .of(
                            row.isPresent()
                                    ? BulkPart.rows(written + row.getAsLong(), written + row.getAsLong())
                                    : BulkPart.rows(written + 1, written + count),
                            sql,
                            RowChange.insert(insert.table()),
                            e);
        }
        written += count;
        count = 0;
        if (text.length() > 2 * FULL) {
            text = new StringBuilder();
        } else {
            text.setLength(0);
        }
    }
}
