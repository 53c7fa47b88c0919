// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.DriverCancel;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;

/** What the driver can do beyond JDBC. It is asked by name, as this module does not need it. */
class PostgresDriver implements DriverCancel {
    @Override
    public String driverConnection() {
        return "org.postgresql.PGConnection";
    }

    /** A statement that has been cancelled counts as such for the driver, which does not say it again. */
    @Override
    public void cancel(Object connection) throws SQLException {
        driver(connection, "cancelQuery");
    }

    final Object driver(Object connection, String method) throws SQLException {
        try {
            Class<?> type = Class.forName(
                    driverConnection(), false, connection.getClass().getClassLoader());
            return call(type, connection, method, new Class<?>[0]);
        } catch (ClassNotFoundException e) {
            throw unknown(method, e);
        }
    }

    static Object call(Class<?> type, Object object, String method, Class<?>[] parameters, Object... arguments)
            throws SQLException {
        try {
            return type.getMethod(method, parameters).invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLException("The driver failed at " + method + ".", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unknown(method, e);
        }
    }

    private static SQLException unknown(String method, ReflectiveOperationException e) {
        return new SQLException("This driver has no " + method + "; use org.postgresql:postgresql.", e);
    }
}
