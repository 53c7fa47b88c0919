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
import org.jspecify.annotations.Nullable;

/**
 * Drops a type whose values are listed, on databases that have such types.
 *
 * @param former what it was; null where nobody said
 */
public record DropEnumType(TableName name, @Nullable EnumType former) implements Operation {
    public DropEnumType {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        new Fit(this, before).object(before.enumTypes(), name);
        return before.withEnumTypes(Fit.without(name, before.enumTypes()));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateEnumType(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropEnumType(name, Fit.find(name, before.enumTypes()).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropEnumType(new Fit(this, before).object(before.enumTypes(), name));
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
        return List.of(name);
    }

    @Override
    public String describe() {
        return "drop enum type \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropEnumType(this);
    }
}
