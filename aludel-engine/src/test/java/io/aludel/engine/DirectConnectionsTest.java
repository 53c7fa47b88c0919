// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.SqlError;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DirectConnectionsTest {
    private static final String IN_MEMORY = "jdbc:sqlite:file:kept?mode=memory&cache=shared";

    /** A thread that asks for a connection while another one closes the engine: a file of H2 would stay open, and others be told that it is in use. */
    @Test
    void keepsNothingOpenAfterItsEnd() throws SQLException {
        Dialect dialect = DialectFinder.byJdbcUrl(IN_MEMORY);
        DirectConnections connections = new DirectConnections(new TargetDriver(dialect, dialect.target(IN_MEMORY)));
        connections.open().close();
        connections.close();

        assertThatThrownBy(connections::open)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(connections.advice(SqlError.Kind.CONNECTION_FAILURE, e))
                                .isEmpty())
                .hasMessage("the engine was closed");
    }
}
