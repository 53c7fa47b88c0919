// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How values of one Java type are bound to and read from JDBC by one dialect. Stateless, safe to share between threads. */
public interface Codec<T> {
    /** Binds the value, or SQL's NULL for null, to the parameter at {@code index}, counted from 1. */
    void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException;

    /** The value of the column at {@code index}, counted from 1; null for SQL's NULL. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;
}
