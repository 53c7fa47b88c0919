// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a type with conditions.
 *
 * @param former what it was; null where nobody said
 */
public record DropDomain(TableName name, @Nullable Domain former) implements Operation {
    public DropDomain {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        new Fit(this, before).object(before.domains(), name);
        return before.withDomains(Fit.without(name, before.domains()));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateDomain(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropDomain(name, Fit.find(name, before.domains()).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropDomain(new Fit(this, before).object(before.domains(), name));
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.DOMAIN;
    }

    @Override
    public List<TableName> tables() {
        return List.of(name);
    }

    @Override
    public String describe() {
        return "drop domain \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropDomain(this);
    }
}
