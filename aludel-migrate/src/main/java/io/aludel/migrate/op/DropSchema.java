// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Drops a named schema, which must be empty. */
public record DropSchema(String name) implements Operation {
    public DropSchema {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        if (!before.schemaNames().contains(name)) {
            throw fit.refuse("there is no such schema; there are " + Fit.listed(before.schemaNames().stream()) + ".");
        }
        Optional<SchemaObject> inside = before.objects()
                .filter(object -> name.equals(object.name().schema()))
                .findFirst();
        if (inside.isPresent()) {
            throw fit.refuse(inside.get().describe() + " is in it. Drop that first.");
        }
        return before.withSchemaNames(before.schemaNames().stream()
                .filter(other -> !other.equals(name))
                .toList());
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new CreateSchema(name));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropSchema(name);
    }

    @Override
    public List<String> schemas() {
        return List.of(name);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SCHEMA;
    }

    @Override
    public List<TableName> tables() {
        return List.of();
    }

    @Override
    public String describe() {
        return "drop schema \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSchema(this);
    }
}
