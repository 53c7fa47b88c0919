// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.DriverCancel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Ends a statement: first as JDBC has it, then, if it took no notice, by the driver's own means where there are such. */
record StatementCancel(Statement statement, Connection jdbc, DialectAccess access) implements Running.Cancel {
    @Override
    public void now() throws SQLException {
        statement.cancel();
    }

    @Override
    public void again() throws SQLException {
        DriverCancel own = access.dialect().driverCancel().orElse(null);
        Object driver = own == null ? null : DriverConnection.of(jdbc, own.driverConnection());
        if (own == null || driver == null) {
            statement.cancel();
        } else {
            own.cancel(driver);
        }
    }
}
