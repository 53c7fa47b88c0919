// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, column by column, counted from 0. Primitives come without boxing; which Java type a column has was said
 * when the query was executed. One thread at a time.
 */
public interface RowReader {
    /** The column's value in the Java type that was asked for; null for SQL's NULL. */
    @Nullable
    Object get(int column);

    boolean isNull(int column);

    /**
     * The column's number.
     *
     * @throws RuntimeException if it is NULL, as no primitive stands for that; the message says which column
     */
    long getLong(int column);

    /** As {@link #getLong}. */
    int getInt(int column);

    /** As {@link #getLong}. */
    short getShort(int column);

    /** As {@link #getLong}. */
    double getDouble(int column);

    /** As {@link #getLong}. */
    float getFloat(int column);

    /** As {@link #getLong}. */
    boolean getBoolean(int column);
}
