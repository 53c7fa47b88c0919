// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import io.aludel.core.type.RowReader;
import java.util.Objects;

/** A row as an array. */
record Row(Object... values) implements RowReader {
    @Override
    public Object get(int column) {
        return values[column];
    }

    @Override
    public boolean isNull(int column) {
        return values[column] == null;
    }

    @Override
    public long getLong(int column) {
        return (long) notNull(column);
    }

    @Override
    public int getInt(int column) {
        return (int) notNull(column);
    }

    @Override
    public short getShort(int column) {
        return (short) notNull(column);
    }

    @Override
    public double getDouble(int column) {
        return (double) notNull(column);
    }

    @Override
    public float getFloat(int column) {
        return (float) notNull(column);
    }

    @Override
    public boolean getBoolean(int column) {
        return (boolean) notNull(column);
    }

    private Object notNull(int column) {
        return Objects.requireNonNull(values[column], "column " + column + " is NULL");
    }
}
