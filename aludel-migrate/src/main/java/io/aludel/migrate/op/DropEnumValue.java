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
 * Takes a value from a type, on databases that have such types. Where a row has it and there is no replacement, it fails before it changes anything.
 *
 * @param replacement what rows get that have it; null where none may
 * @param former what adds it again; null where nobody said
 */
public record DropEnumValue(
        TableName type,
        String value,
        @Nullable String replacement,
        @Nullable AddEnumValue former) implements Operation {
    public DropEnumValue {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        EnumType found = fit.enumTypeWith(type, value);
        if (replacement != null && (replacement.equals(value) || !found.values().contains(replacement))) {
            throw fit.refuse("it has no other value \"" + replacement + "\" that rows could get; it has "
                    + Fit.listed(found.values().stream()) + ".");
        }
        if (found.values().size() == 1) {
            throw fit.refuse("it is the only one. Drop the type, after the columns of it.");
        }
        List<String> values =
                found.values().stream().filter(other -> !other.equals(value)).toList();
        return new EnumTypeChange(type, new EnumType(type, values, found.comment())).applied(before);
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(former);
    }

    @Override
    public Operation withFormer(Schema before) {
        return Fit.find(type, before.enumTypes())
                .map(found -> found.values())
                .filter(values -> values.contains(value))
                .map(values -> {
                    int next = values.indexOf(value) + 1;
                    String follower = next < values.size() ? values.get(next) : null;
                    return new DropEnumValue(type, value, replacement, new AddEnumValue(type, value, follower));
                })
                .orElse(this);
    }

    /** Which rows had the value is lost where they get another. */
    @Override
    public boolean isDestructive() {
        return replacement != null;
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropEnumValue(new Fit(this, before).enumTypeWith(type, value), value, replacement);
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
        return "drop value \"" + value + "\" of enum type \"" + type + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropEnumValue(this);
    }
}
