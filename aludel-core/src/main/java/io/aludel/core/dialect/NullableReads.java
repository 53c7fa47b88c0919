// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and truth values of a row, null for SQL's NULL. JDBC gives 0 and false for it, so that only these need the question, which costs some drivers
 * as much as the value.
 */
public final class NullableReads {
    private NullableReads() {}

    public static @Nullable Boolean bool(ResultSet row, int index) throws SQLException {
        boolean value = row.getBoolean(index);
        return !value && row.wasNull() ? null : value;
    }

    public static @Nullable Short shortNumber(ResultSet row, int index) throws SQLException {
        short value = row.getShort(index);
        return value == 0 && row.wasNull() ? null : value;
    }

    public static @Nullable Integer integer(ResultSet row, int index) throws SQLException {
        int value = row.getInt(index);
        return value == 0 && row.wasNull() ? null : value;
    }

    public static @Nullable Long longNumber(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        return value == 0 && row.wasNull() ? null : value;
    }

    public static @Nullable Float floatNumber(ResultSet row, int index) throws SQLException {
        float value = row.getFloat(index);
        return value == 0 && row.wasNull() ? null : value;
    }

    public static @Nullable Double doubleNumber(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return value == 0 && row.wasNull() ? null : value;
    }
}
