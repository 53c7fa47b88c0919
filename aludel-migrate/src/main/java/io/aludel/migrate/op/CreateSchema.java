// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;

/** Creates a named schema. */
public record CreateSchema(String name) implements Operation {
    public CreateSchema {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        if (before.schemaNames().contains(name)) {
            throw new Fit(this, before).refuse("it is there already.");
        }
        return before.withSchemaNames(Fit.with(name, before.schemaNames()));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropSchema(name));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        UnsupportedFeatureException.unless(
                dialect, Feature.SCHEMAS, "schemas (\"" + name + "\")", "Keep all tables in the one that there is.");
        return dialect.ddl().createSchema(name);
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
        return "create schema \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSchema(this);
    }
}
