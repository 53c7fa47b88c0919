// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where an engine's JDBC connections come from. Safe to share between threads. */
interface ConnectionSource extends AutoCloseable {
    /** A connection in auto-commit mode that its dialect's setup has been run on; closing it gives it back. */
    Connection open() throws SQLException;

    /** The place for people, without secrets. */
    String description();

    Secrets secrets();

    /** False where a connection would make the database. */
    default boolean exists() {
        return true;
    }

    /** What to look at where no connection is to be had; empty where the error says it. */
    default Optional<String> advice(SqlError.Kind kind, SQLException error) {
        return Optional.of("Check that the database is there, and the user and password.");
    }

    @Override
    void close();
}
