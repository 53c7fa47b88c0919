// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.type.Codec;
import io.aludel.core.type.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, one after the other. Columns are counted from 0. Close it: until then its statement stays open. One thread at a
 * time.
 */
public final class Rows implements RowReader, AutoCloseable {
    /** What is to happen when the rows are done with. */
    interface End {
        void ended(long count, @Nullable SQLException failure);
    }

    private final String sql;
    private final ResultSet result;
    private final Codec<Object>[] codecs;
    private final SqlErrors errors;
    private final Running.Execution execution;
    private final End end;
    /** Whether the query is cancelled if its rows are not wanted any more, as the driver would read all that are left. */
    private final boolean cancelled;

    private long count;
    private boolean done;
    private boolean closed;

    Rows(
            String sql,
            ResultSet result,
            Codec<Object>[] codecs,
            SqlErrors errors,
            Running.Execution execution,
            boolean cancelled,
            End end) {
        this.sql = sql;
        this.result = result;
        this.codecs = codecs;
        this.errors = errors;
        this.execution = execution;
        this.cancelled = cancelled;
        this.end = end;
    }

    /** Goes to the next row; false if there is none, and then the rows are closed. */
    public boolean next() {
        if (closed) {
            return false;
        }
        try {
            execution.requireGoing();
            execution.working();
            boolean more = result.next();
            execution.resting();
            if (more) {
                count++;
                return true;
            }
        } catch (SQLException e) {
            close(e);
            throw errors.of(sql, e);
        }
        done = true;
        close();
        return false;
    }

    @Override
    public @Nullable Object get(int column) {
        try {
            return codecs[column].read(result, column + 1);
        } catch (SQLException e) {
            throw errors.of(sql, e);
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    "Column " + column + " of a row cannot be read: " + e.getMessage() + " SQL: "
                            + SqlErrors.shortened(sql),
                    sql,
                    e);
        }
    }

    @Override
    public boolean isNull(int column) {
        try {
            result.getObject(column + 1);
            return result.wasNull();
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    // Asking wasNull() after each column costs a fifth of the whole on SQLite; NULL reads as 0, so only 0 needs the
    // question.

    @Override
    public long getLong(int column) {
        try {
            long value = result.getLong(column + 1);
            if ((value == Long.MAX_VALUE || value == Long.MIN_VALUE)
                    && result.getObject(column + 1) instanceof Double beyond) {
                throw tooLarge(column, beyond, "long");
            }
            return value == 0 && result.wasNull() ? missing(column) : value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    @Override
    public int getInt(int column) {
        try {
            long value = result.getLong(column + 1);
            if ((int) value != value) {
                throw tooLarge(column, value, "int");
            }
            return value == 0 && result.wasNull() ? missing(column) : (int) value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    @Override
    public short getShort(int column) {
        try {
            long value = result.getLong(column + 1);
            if ((short) value != value) {
                throw tooLarge(column, value, "short");
            }
            return value == 0 && result.wasNull() ? (short) missing(column) : (short) value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    @Override
    public double getDouble(int column) {
        try {
            double value = result.getDouble(column + 1);
            return value == 0 && result.wasNull() ? missing(column) : value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    @Override
    public float getFloat(int column) {
        try {
            float value = result.getFloat(column + 1);
            return value == 0 && result.wasNull() ? missing(column) : value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    @Override
    public boolean getBoolean(int column) {
        try {
            boolean value = result.getBoolean(column + 1);
            return !value && result.wasNull() ? missing(column) != 0 : value;
        } catch (SQLException e) {
            throw errors.of(sql, e);
        }
    }

    /** Gives up the rows that were not read. A second call does nothing. */
    @Override
    public void close() {
        close(null);
    }

    private void close(@Nullable SQLException failure) {
        if (closed) {
            return;
        }
        closed = true;
        boolean abandoned = cancelled && !done && failure == null;
        if (abandoned) {
            execution.abandon();
        }
        execution.close();
        SQLException failed = failure;
        try {
            result.close();
        } catch (SQLException e) {
            failed = failure != null ? failure : abandoned ? null : e; // that it was cancelled, which is no news
        }
        end.ended(count, failed);
        if (failed != null && failure == null) {
            throw errors.of(sql, failed);
        }
    }

    /** SQLite calculates on in floating point where integers end, and its driver cuts what does not fit in silence. */
    private EngineException tooLarge(int column, Number value, String type) {
        return new EngineException(
                "Column " + column + " of a row holds " + value + ", which does not fit into " + type
                        + "; read it as a larger type. SQL: "
                        + SqlErrors.shortened(sql),
                sql,
                null);
    }

    private int missing(int column) {
        throw new NullValueException(
                "Column " + column
                        + " of a row is NULL, for which there is no primitive value; read it as an object. SQL: "
                        + SqlErrors.shortened(sql),
                sql);
    }
}
