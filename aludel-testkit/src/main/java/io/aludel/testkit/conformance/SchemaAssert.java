// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import java.util.Map;
import java.util.TreeMap;

/** Compares schemas object by object, so that a failure shows the object and not everything. */
public final class SchemaAssert {
    private SchemaAssert() {}

    public static void assertSame(Schema actual, Schema expected) {
        Map<String, SchemaObject> found = byName(actual);
        assertThat(found.keySet()).isEqualTo(byName(expected).keySet());
        byName(expected)
                .forEach((name, object) -> assertThat(found.get(name)).as(name).isEqualTo(object));
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, SchemaObject> byName(Schema schema) {
        Map<String, SchemaObject> objects = new TreeMap<>();
        schema.objects().forEach(object -> objects.put(object.describe(), object));
        return objects;
    }
}
