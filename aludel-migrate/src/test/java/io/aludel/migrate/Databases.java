// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.run.LedgerTables;
import java.util.Set;

/** What tests ask of a live database. */
public final class Databases {
    private Databases() {}

    public static Schema live(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            return connection.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA);
        }
    }

    /** Objects of every kind. */
    public static Schema everything(Engine engine) {
        return everything(engine, Set.of());
    }

    /** The same of the default schema and of these. */
    private static Schema everything(Engine engine, Set<String> schemas) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            return connection.dialect().introspector().read(connection.catalog(), Scope.everything(schemas));
        }
    }

    public static SchemaDifference difference(Engine engine, Schema model) {
        boolean plain = model.schemaNames().isEmpty()
                && !engine.dialect().capabilities().has(Feature.ENUM_TYPES);
        Schema live = plain ? live(engine) : everything(engine, Set.copyOf(model.schemaNames()));
        return new SchemaDiffer(engine.dialect(), engine::scratch).diff(model, live, LedgerTables.NAMES);
    }
}
