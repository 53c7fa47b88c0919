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

/** Gives a value of a type another word, on databases that have such types; rows that have it follow. */
public record RenameEnumValue(TableName type, String from, String to) implements Operation {
    public RenameEnumValue {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        EnumType found = fit.enumTypeWith(type, from);
        if (found.values().contains(to)) {
            throw fit.refuse("it has a value \"" + to + "\" already.");
        }
        List<String> values = found.values().stream()
                .map(value -> value.equals(from) ? to : value)
                .toList();
        return new EnumTypeChange(type, new EnumType(type, values, found.comment())).applied(before);
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameEnumValue(type, to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().renameEnumValue(new Fit(this, before).object(before.enumTypes(), type), from, to);
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
        return List.of(type);
    }

    @Override
    public String describe() {
        return "rename value \"" + from + "\" of enum type \"" + type + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnumValue(this);
    }
}
