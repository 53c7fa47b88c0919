// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.OneConnection;
import io.aludel.testkit.conformance.PetWorld;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** A data source, such as some proxies, that does not tell its URL; then the dialect has to be given. */
class UntoldUrlTest {
    @OnEveryDatabase
    void takesADataSourceThatDoesNotTellItsUrl(FreshDatabase database) throws SQLException {
        try (Connection connection = database.openConnection();
                Engine finding = Engine.create(database.dsn())) {
            DatabaseMetaData silent = (DatabaseMetaData) Proxy.newProxyInstance(
                    UntoldUrlTest.class.getClassLoader(),
                    new Class<?>[] {DatabaseMetaData.class},
                    (proxy, method, args) -> null);
            OneConnection source = new OneConnection(connection, silent);

            assertThatThrownBy(() -> Engine.create(source).connect())
                    .isInstanceOf(EngineException.class)
                    .hasMessage("ENG-005: A connection of the data source " + OneConnection.class.getName()
                            + " does not tell its JDBC URL, so its dialect is unknown; give one.");
            try (Engine given = Engine.create(source, finding.dialect())) {
                given.createAll(PetWorld.SCHEMA);
            }
        }
    }
}
