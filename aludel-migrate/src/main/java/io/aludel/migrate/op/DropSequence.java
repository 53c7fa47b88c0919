// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a sequence.
 *
 * @param former what it was; null where nobody said
 */
public record DropSequence(TableName name, @Nullable Sequence former) implements Operation {
    public DropSequence {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        new Fit(this, before).object(before.sequences(), name);
        return before.withSequences(Fit.without(name, before.sequences()));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateSequence(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropSequence(name, Fit.find(name, before.sequences()).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropSequence(new Fit(this, before).object(before.sequences(), name));
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(name);
    }

    @Override
    public String describe() {
        return "drop sequence \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSequence(this);
    }
}
