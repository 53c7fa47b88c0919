// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of a data source that somebody else made, pools and closes. */
final class GivenConnections implements ConnectionSource {
    private final DataSource source;

    GivenConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        return source.getConnection();
    }

    /** The class only: a data source's text may show its password. */
    @Override
    public String description() {
        return "the data source " + source.getClass().getTypeName();
    }

    @Override
    public Secrets secrets() {
        return Secrets.NONE;
    }

    @Override
    public void close() {}
}
