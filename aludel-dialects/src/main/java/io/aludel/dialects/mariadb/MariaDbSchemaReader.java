// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One reading of a schema: the rows of the catalogue, put together object by object. */
final class MariaDbSchemaReader {
    private MariaDbSchemaReader() {}

    static Schema read(MariaDbDialect dialect, CatalogReader catalog, Scope scope) {
        MariaDbReading reading = new MariaDbReading(dialect, catalog, scope);
        Schema schema = Schema.EMPTY;
        if (scope.has(ObjectKind.TABLE) || scope.has(ObjectKind.SEQUENCE)) {
            schema = new MariaDbTableReader(reading).read();
        }
        MariaDbObjectReader objects = new MariaDbObjectReader(reading);
        if (scope.has(ObjectKind.VIEW)) {
            schema = schema.withViews(objects.views());
        }
        if (scope.has(ObjectKind.TRIGGER)) {
            schema = schema.withTriggers(objects.triggers());
        }
        if (scope.names() == null && scope.has(ObjectKind.ROUTINE)) {
            schema = schema.withRoutines(new MariaDbRoutineReader(reading).read());
        }
        if (scope.names() == null && scope.has(ObjectKind.SCHEMA)) {
            schema = schema.withSchemaNames(schemaNames(reading, schema));
            objects.events();
        }
        return schema.withUnreadable(reading.unreadable());
    }

    /** Those that are there, but for the default one. */
    private static List<String> schemaNames(MariaDbReading reading, Schema schema) {
        return Stream.concat(
                        schema.schemaNames().stream(),
                        reading.rows(MariaDbCatalog.SCHEMAS_AMONG, "schema_name").stream()
                                .map(row -> reading.modelName(row.text("schema_name")))
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
    }
}
