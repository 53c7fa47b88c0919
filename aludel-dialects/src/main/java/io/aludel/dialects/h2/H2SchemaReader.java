// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One reading of a schema: the rows of the catalogue, put together object by object. */
final class H2SchemaReader {
    private final H2Reading reading;
    private final String nullOrdering;

    /**
     * @param nullOrdering the setting by which NULLs stand in an index where nothing is said
     */
    H2SchemaReader(H2Reading reading, String nullOrdering) {
        this.reading = reading;
        this.nullOrdering = nullOrdering;
    }

    Schema read() {
        Scope scope = reading.scope();
        Schema schema = new H2RelationReader(reading, nullOrdering).read();
        if (reading.isOfAll()) {
            schema = withOthers(schema, new H2ObjectReader(reading), scope);
        }
        return schema.withUnreadable(reading.unreadable());
    }

    private Schema withOthers(Schema relations, H2ObjectReader objects, Scope scope) {
        Schema schema = relations;
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
            schema = schema.withSchemaNames(schemaNames());
        }
        return schema;
    }

    /** Those that are there, but for the default one. */
    private List<String> schemaNames() {
        return reading.query(H2Catalog.SCHEMAS).stream()
                .map((CatalogRow row) -> row.text("schema_name"))
                .filter(reading.schemas()::contains)
                .flatMap(name -> Stream.ofNullable(reading.modelName(name)))
                .map(Objects::requireNonNull)
                .toList();
    }
}
