// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure or aggregate, as text. Several may have one name, with other parameters.
 *
 * @param signature the types of its parameters, as the database tells it from others of its name ({@code integer, text}); empty where names
 *     are enough
 * @param definition the whole statement that makes it
 * @param comment null where there is none
 */
public record Routine(
        Kind type,
        TableName name,
        String signature,
        Definition definition,
        @Nullable String comment) implements SchemaObject {
    /** As {@code drop} has to name it. */
    public enum Kind {
        FUNCTION("function"),
        PROCEDURE("procedure"),
        AGGREGATE("aggregate");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public Routine {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROUTINE;
    }

    @Override
    public String describe() {
        return type.sql() + " \"" + name + "(" + signature + ")\"";
    }

    public Routine withComment(@Nullable String comment) {
        return new Routine(type, name, signature, definition, comment);
    }
}
