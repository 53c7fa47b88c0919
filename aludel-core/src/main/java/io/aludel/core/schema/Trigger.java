// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Objects;

/**
 * A trigger, as text.
 *
 * @param table the table or view whose changes it answers
 * @param definition the whole statement that makes it
 */
public record Trigger(TableName name, TableName table, Definition definition) implements SchemaObject {
    public Trigger {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRIGGER;
    }

    @Override
    public String describe() {
        return "trigger \"" + name + "\" of \"" + table + "\"";
    }
}
