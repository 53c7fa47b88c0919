// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a type whose values are listed another one, on databases that have such types. On PostgreSQL the revision that adds a value cannot use it:
 * it is there when that transaction is committed.
 *
 * @param before the value that it comes before; null where it comes last
 */
public record AddEnumValue(
        TableName type, String value, @Nullable String before) implements Operation {
    public AddEnumValue {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public Schema applyTo(Schema schema) {
        Fit fit = new Fit(this, schema);
        EnumType found = fit.object(schema.enumTypes(), type);
        if (found.values().contains(value)) {
            throw fit.refuse("it has that value already.");
        }
        if (before != null && !found.values().contains(before)) {
            throw fit.refuse("it has no value \"" + before + "\" before which that one could stand; it has "
                    + Fit.listed(found.values().stream()) + ".");
        }
        return new EnumTypeChange(type, new EnumType(type, with(found.values()), found.comment())).applied(schema);
    }

    private List<String> with(List<String> values) {
        List<String> more = new ArrayList<>(values);
        more.add(before == null ? values.size() : values.indexOf(before), value);
        return more;
    }

    /** It is taken away again as long as no row has it. */
    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropEnumValue(type, value, null, this));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema schema) {
        return dialect.ddl().addEnumValue(new Fit(this, schema).object(schema.enumTypes(), type), value, before);
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
        return "add value \"" + value + "\" to enum type \"" + type + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addEnumValue(this);
    }
}
