// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** There is no database, only a dialect. */
final class NoConnections implements ConnectionSource {
    private final String dialect;

    NoConnections(String dialect) {
        this.dialect = dialect;
    }

    @Override
    public Connection open() throws SQLException {
        throw new SQLException("There is none.");
    }

    @Override
    public String description() {
        return "a " + dialect + " database that is not known";
    }

    @Override
    public Secrets secrets() {
        return Secrets.NONE;
    }

    @Override
    public Optional<String> advice(SqlError.Kind kind, SQLException error) {
        return Optional.of("This engine was made without a database; make one with its DSN.");
    }

    @Override
    public void close() {}
}
