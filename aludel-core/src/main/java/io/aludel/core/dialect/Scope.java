// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a database is read.
 *
 * @param schemas besides the connection's default schema, which is always read
 * @param names only the tables and views of these names, and the triggers on them; nothing else then. Null for all
 * @param kinds only objects of these kinds
 */
public record Scope(Set<String> schemas, @Nullable Set<TableName> names, Set<ObjectKind> kinds) {
    /** Tables and sequences, which the model of a program has. */
    private static final Set<ObjectKind> OF_A_MODEL = Set.of(ObjectKind.TABLE, ObjectKind.SEQUENCE);

    /** The tables and sequences of the default schema. */
    public static final Scope DEFAULT_SCHEMA = of(Set.of());

    public Scope {
        schemas = Set.copyOf(schemas);
        names = names == null ? null : Set.copyOf(names);
        kinds = Set.copyOf(kinds);
    }

    /** Tables and sequences of the default schema and of these. */
    public static Scope of(Set<String> schemas) {
        return new Scope(schemas, null, OF_A_MODEL);
    }

    /** Only these tables, wherever they are. */
    public static Scope tables(TableName... tables) {
        return new Scope(
                Stream.of(tables)
                        .map(TableName::schema)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()),
                Set.of(tables),
                Set.of(ObjectKind.TABLE));
    }

    /** The same and objects of this kind. */
    public Scope and(ObjectKind kind) {
        Set<ObjectKind> more = EnumSet.of(kind);
        more.addAll(kinds);
        return new Scope(schemas, names, more);
    }

    /** Everything of the default schema and of these. */
    public static Scope everything(Set<String> schemas) {
        return new Scope(schemas, null, EnumSet.allOf(ObjectKind.class));
    }

    /** Where the schema's objects would be found: all of the schemas and kinds that it has. */
    public static Scope around(Schema schema) {
        return new Scope(
                Set.copyOf(schema.schemaNames()),
                null,
                schema.objects().map(SchemaObject::kind).collect(Collectors.toSet()));
    }

    public boolean has(ObjectKind kind) {
        return kinds.contains(kind);
    }

    /** Whether a table or view of this name is read, as far as names go. */
    public boolean hasName(TableName name) {
        return names == null || names.contains(name);
    }
}
