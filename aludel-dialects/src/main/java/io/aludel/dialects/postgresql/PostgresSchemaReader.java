// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Types;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One reading of a schema: the rows of the catalogue, put together object by object. */
final class PostgresSchemaReader {
    private final Types types;
    private final Map<String, @Nullable String> modelNames;
    private final int version;

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     * @param version as {@code server_version_num} has it
     */
    PostgresSchemaReader(Types types, Map<String, @Nullable String> modelNames, int version) {
        this.types = types;
        this.modelNames = modelNames;
        this.version = version;
    }

    Schema read(CatalogReader catalog, Scope scope) {
        PostgresReading reading = new PostgresReading(types, modelNames);
        Schema schema = new PostgresRelationReader(reading, catalog, scope, version).read();
        if (scope.names() == null) {
            schema = withOthers(schema, new PostgresObjectReader(reading, catalog), scope);
            if (scope.has(ObjectKind.SCHEMA)) {
                schema = schema.withSchemaNames(schemaNames(catalog));
            }
        }
        return schema.withUnreadable(reading.unreadable());
    }

    private static Schema withOthers(Schema relations, PostgresObjectReader objects, Scope scope) {
        Schema schema = relations;
        if (scope.has(ObjectKind.ENUM_TYPE)) {
            schema = schema.withEnumTypes(objects.enumTypes());
        }
        if (scope.has(ObjectKind.DOMAIN)) {
            schema = schema.withDomains(objects.domains());
        }
        if (scope.has(ObjectKind.SEQUENCE)) {
            schema = schema.withSequences(objects.sequences());
        }
        if (scope.has(ObjectKind.ROUTINE)) {
            schema = schema.withRoutines(objects.routines());
        }
        if (scope.has(ObjectKind.SCHEMA)) {
            objects.others();
        }
        return schema;
    }

    /** Those that are there, but for the default one. */
    private List<String> schemaNames(CatalogReader catalog) {
        List<String> names = new ArrayList<>();
        for (CatalogRow row : catalog.query(PostgresCatalog.SCHEMAS_AMONG, List.copyOf(modelNames.keySet()))) {
            String name = modelNames.get(row.text("name"));
            if (name != null) {
                names.add(Objects.requireNonNull(name));
            }
        }
        return names;
    }
}
