// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.RowChange;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.type.Codec;
import io.aludel.core.type.ValueType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows by few statements, and finds each row's generated key.
 *
 * <p>Rows that are laid out one after the other go in chunks whose sizes are powers of two, so that there are few texts to prepare. Keys
 * that come back are matched after sorting, never by their position: no database promises their order.
 */
final class Inserts {
    /** More rows to a statement gain nothing: the text grows, and with it what preparing costs. */
    static final int MOST_ROWS = 128;
    /** Rows whose columns are bound as arrays: bounds memory only, as the text is the same for any number. */
    private static final int MOST_ARRAY_ROWS = 8_192;

    private static final String LAST_ROWID = "select last_insert_rowid()";
    private static final String FIRST_ID = "select last_insert_id()";

    private final Connection jdbc;
    private final DialectAccess access;
    private final StatementRunner statements;

    Inserts(Connection jdbc, DialectAccess access, StatementRunner statements) {
        this.jdbc = jdbc;
        this.access = access;
        this.statements = statements;
    }

    long[] insert(InsertRows insert, List<@Nullable Object[]> rows) {
        boolean keys = insert.generatedKey() != null;
        long[] generated = new long[keys ? rows.size() : 0];
        List<ValueType<?>> types = new ArrayList<>();
        for (ColumnRef column : insert.columns()) {
            types.add(column.type());
        }
        requireWidth(insert, rows);
        RenderedInsert single = access.insert(insert, 1);
        boolean arrays = single.layout() == RenderedInsert.Layout.COLUMN_ARRAYS;
        for (int from = 0; from < rows.size(); ) {
            int left = rows.size() - from;
            int size = arrays ? Math.min(left, MOST_ARRAY_ROWS) : chunk(types.size(), left);
            List<@Nullable Object[]> part = rows.subList(from, from + size);
            long[] some = insertChunk(insert, arrays || size == 1 ? single : access.insert(insert, size), types, part);
            if (keys) {
                System.arraycopy(some, 0, generated, from, size);
            }
            from += size;
        }
        return generated;
    }

    /** How many of the rows that are left go into the next statement. */
    int chunk(int columns, int left) {
        if (columns == 0) {
            return 1;
        }
        int most = Math.min(MOST_ROWS, access.dialect().capabilities().maxParameters() / columns);
        return Integer.highestOneBit(Math.max(1, Math.min(left, most)));
    }

    private long[] insertChunk(
            InsertRows insert, RenderedInsert sql, List<ValueType<?>> types, List<@Nullable Object[]> rows) {
        long[] keys = statements.change(
                sql.sql(),
                RowChange.insert(insert.table()),
                () -> List.of(values(sql.layout(), types.size(), rows)),
                new StatementRunner.Work<long[]>() {
                    @Override
                    public long[] with(PreparedStatement statement) throws SQLException {
                        List<Array> arrays = bind(insert, sql, statement, types, rows);
                        long[] generated = execute(sql, statement, rows.size());
                        for (Array array : arrays) {
                            array.free();
                        }
                        return generated;
                    }

                    @Override
                    public long count(long[] generated) {
                        return rows.size();
                    }
                });
        return switch (sql.keys()) {
            case NONE, RETURNED -> keys;
            case LAST_ROWID -> consecutive(statements.number(LAST_ROWID) - rows.size() + 1, rows.size());
            case FIRST_ID -> consecutive(statements.number(FIRST_ID), rows.size());
        };
    }

    private List<Array> bind(
            InsertRows insert,
            RenderedInsert sql,
            PreparedStatement statement,
            List<ValueType<?>> types,
            List<@Nullable Object[]> rows)
            throws SQLException {
        List<Array> arrays = new ArrayList<>();
        if (sql.layout() == RenderedInsert.Layout.COLUMN_ARRAYS) {
            for (int column = 0; column < types.size(); column++) {
                Array array = array(types.get(column), column, place(insert, column), rows);
                statement.setArray(column + 1, array);
                arrays.add(array);
            }
            return arrays;
        }
        Codec<Object>[] codecs = access.values().storing(types);
        String[] places = new String[codecs.length];
        Arrays.setAll(places, column -> place(insert, column));
        int index = 1;
        for (Object[] row : rows) {
            for (int column = 0; column < codecs.length; column++) {
                ValueBinder.bind(codecs[column], statement, index++, row[column], places[column]);
            }
        }
        return arrays;
    }

    static String place(InsertRows insert, int column) {
        return insert.table().name() + "." + insert.columns().get(column).column();
    }

    private Array array(ValueType<?> type, int column, String place, List<@Nullable Object[]> rows)
            throws SQLException {
        Object[] elements = new Object[rows.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = access.values().arrayElement(rows.get(i)[column], type, place);
        }
        return jdbc.createArrayOf(access.values().arrayElementType(type), elements);
    }

    private static long[] execute(RenderedInsert sql, PreparedStatement statement, int rows) throws SQLException {
        if (sql.keys() != RenderedInsert.Keys.RETURNED) {
            int count = statement.executeUpdate();
            if (sql.keys() != RenderedInsert.Keys.NONE && count != rows) {
                throw keysUnknown(sql, rows, count + " rows changed");
            }
            return new long[0];
        }
        long[] keys = new long[rows];
        int count = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                if (count < rows) {
                    keys[count] = result.getLong(1);
                }
                count++;
            }
        }
        if (count != rows) {
            throw keysUnknown(sql, rows, count + " keys came back");
        }
        return inRowOrder(keys);
    }

    /** Rows are numbered one after the other: upwards, or downwards if all keys came back falling. */
    static long[] inRowOrder(long[] keys) {
        boolean falling = keys.length > 1;
        for (int i = 1; i < keys.length; i++) {
            falling &= keys[i] < keys[i - 1];
        }
        if (!falling) {
            Arrays.sort(keys);
        }
        return keys;
    }

    private static EngineException keysUnknown(RenderedInsert sql, int rows, String happened) {
        return new EngineException(
                "Of an insert of " + rows + " rows " + happened
                        + ", so that it is unknown which key belongs to which row; is there a trigger or a rule that drops or adds rows? SQL: "
                        + SqlErrors.shortened(sql.sql()),
                sql.sql(),
                null);
    }

    /** What one statement of a single writer, or of listed rows, inserts has consecutive ids. */
    private static long[] consecutive(long first, int rows) {
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = first + i;
        }
        return keys;
    }

    private static void requireWidth(InsertRows insert, List<@Nullable Object[]> rows) {
        for (Object[] row : rows) {
            if (row.length != insert.columns().size()) {
                throw new EngineException("A row for \"" + insert.table() + "\" has " + row.length + " values for "
                        + insert.columns().size() + " columns; give one for each.");
            }
        }
    }

    private static List<@Nullable Object> values(
            RenderedInsert.Layout layout, int columns, List<@Nullable Object[]> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        if (layout == RenderedInsert.Layout.COLUMN_ARRAYS) {
            for (int column = 0; column < columns; column++) {
                List<@Nullable Object> array = new ArrayList<>();
                for (Object[] row : rows) {
                    array.add(row[column]);
                }
                values.add(Collections.unmodifiableList(array));
            }
        } else {
            for (Object[] row : rows) {
                values.addAll(Arrays.asList(row));
            }
        }
        return Collections.unmodifiableList(values);
    }
}
