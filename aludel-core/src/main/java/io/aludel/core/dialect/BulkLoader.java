// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.InsertRows;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A database's own way to take many rows, where it has one that is faster than statements with parameters. Rows are written into a text, which is then
 * loaded by one command; whoever gives the rows meets an idle connection. Safe to share between threads.
 */
public interface BulkLoader extends DriverCancel {
    /** The command that announces the rows. */
    String sql(InsertRows insert);

    /**
     * Appends one row to the text.
     *
     * @param values for each column what {@link Types#arrayElement} gives, or null for SQL's NULL
     */
    void write(@Nullable Object[] values, StringBuilder text);

    /** The class of the driver's own connection; behind another driver rows are inserted by statements. */
    @Override
    String driverConnection();

    /**
     * Loads the rows, all or none.
     *
     * @param connection the driver's own, of the class that {@link #driverConnection} names
     * @param text what {@link #write} has written
     */
    void load(Object connection, String sql, CharSequence text) throws SQLException;

    /** Which row of the text, counted from 1, the error is about; empty where the database does not tell. */
    OptionalLong rowOf(SQLException error, InsertRows insert);
}
