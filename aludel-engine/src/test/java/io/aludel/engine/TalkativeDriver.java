// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver that never connects, and says all it knows in each text of its exception, as some do. */
public final class TalkativeDriver implements Driver {
    public TalkativeDriver() {}

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        SQLException next = new SQLException("next: " + info);
        SQLException error = new SQLException(
                "Connection refused: " + url + " " + info,
                "08001",
                17,
                new IllegalStateException("cause: " + url + info));
        error.setNextException(next);
        error.addSuppressed(new SQLException("suppressed: " + info));
        throw error;
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
