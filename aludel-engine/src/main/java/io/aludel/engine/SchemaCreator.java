// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates and drops the objects of a schema by what of it is in the database. */
final class SchemaCreator {
    private final EngineConnection connection;
    private final DdlRunner runner;

    SchemaCreator(EngineConnection connection) {
        this.connection = connection;
        this.runner = new DdlRunner(connection);
    }

    void createAll(Schema schema) {
        runner.transaction(false, () -> {
            Set<String> live = described(live(schema));
            runner.apply(ddl().createAll(schema.only(object -> !live.contains(object.describe()))));
        });
    }

    /** What is dropped is dropped as the database has it: foreign keys may have other names there. */
    void dropAll(Schema schema) {
        runner.transaction(true, () -> {
            Set<String> wanted = described(schema);
            runner.apply(ddl().dropAll(live(schema).only(object -> wanted.contains(object.describe()))));
        });
    }

    private Schema live(Schema schema) {
        return connection.dialect().introspector().read(connection.catalog(), Scope.around(schema));
    }

    private static Set<String> described(Schema schema) {
        return schema.objects().map(SchemaObject::describe).collect(Collectors.toSet());
    }

    private Ddl ddl() {
        return connection.dialect().ddl();
    }
}
