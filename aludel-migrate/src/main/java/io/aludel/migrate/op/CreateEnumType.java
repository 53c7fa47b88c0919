// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;

/** Creates a type whose values are listed, on databases that have such types. */
public record CreateEnumType(EnumType type) implements Operation {
    public CreateEnumType {
        Objects.requireNonNull(type, "type");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.enumTypes(), type);
        return fit.building(() -> before.withEnumTypes(Fit.with(type, before.enumTypes())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropEnumType(type.name(), type));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createEnumType(type);
    }

    /** Elsewhere a column of such a type is text, so that there is nothing to do. */
    @Override
    public boolean isFor(Dialect dialect) {
        return dialect.capabilities().has(Feature.ENUM_TYPES);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ENUM_TYPE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(type.name());
    }

    @Override
    public String describe() {
        return "create " + type.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createEnumType(this);
    }
}
