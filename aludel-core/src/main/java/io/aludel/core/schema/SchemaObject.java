// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;

/** What has a name of its own in a schema. */
public sealed interface SchemaObject permits EnumType, Domain, Sequence, Table, View, Routine, Trigger {
    TableName name();

    ObjectKind kind();

    /** For people, and different for any two objects of a schema: {@code sequence "pet_seq"}. */
    default String describe() {
        return kind().words() + " \"" + name() + "\"";
    }
}
