// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.dialect.Scope;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import java.util.List;

/** The tables that a database has. */
final class Tables {
    private Tables() {}

    static List<String> of(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            return engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA).tables().stream()
                    .map(table -> table.name().name())
                    .sorted()
                    .toList();
        }
    }
}
