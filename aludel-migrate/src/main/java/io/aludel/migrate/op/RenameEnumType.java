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

/** Renames a type whose values are listed, on databases that have such types; columns of it follow. */
public record RenameEnumType(TableName from, TableName to) implements Operation {
    public RenameEnumType {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        EnumType found = fit.object(before.enumTypes(), from);
        fit.isWithinItsSchema(from, to);
        EnumType renamed = new EnumType(to, found.values(), found.comment());
        fit.isFree(before.enumTypes(), renamed);
        return fit.building(() -> new EnumTypeChange(from, renamed).applied(before));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameEnumType(to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().renameEnumType(new Fit(this, before).object(before.enumTypes(), from), to);
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
        return List.of(from, to);
    }

    @Override
    public String describe() {
        return "rename enum type \"" + from + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnumType(this);
    }
}
