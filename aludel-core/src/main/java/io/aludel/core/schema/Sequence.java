// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of numbers.
 *
 * @param type of its numbers; null for the database's usual one
 * @param owner the column with which it goes, as PostgreSQL's {@code serial} has it; null where it stands for itself
 * @param comment null where there is none
 */
public record Sequence(
        TableName name,
        @Nullable SqlType type,
        Numbering numbering,
        @Nullable Owner owner,
        @Nullable String comment) implements SchemaObject {
    /** A column of a table. */
    public record Owner(TableName table, String column) {
        public Owner {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }
    }

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(numbering, "numbering");
    }

    /** A sequence that stands for itself and goes as far as its type does. */
    public Sequence(TableName name, long start, long increment) {
        this(name, null, Numbering.of(start, increment), null, null);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    public long start() {
        return numbering.start();
    }

    public long increment() {
        return numbering.increment();
    }

    public Sequence withName(TableName name) {
        return new Sequence(name, type, numbering, owner, comment);
    }

    public Sequence withType(@Nullable SqlType type) {
        return new Sequence(name, type, numbering, owner, comment);
    }

    public Sequence withNumbering(Numbering numbering) {
        return new Sequence(name, type, numbering, owner, comment);
    }

    public Sequence withOwner(@Nullable Owner owner) {
        return new Sequence(name, type, numbering, owner, comment);
    }

    public Sequence withComment(@Nullable String comment) {
        return new Sequence(name, type, numbering, owner, comment);
    }
}
