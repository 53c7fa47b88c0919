// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
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
        Sequence found = present(before);
        return before.withSequences(before.sequences().stream()
                .filter(sequence -> !sequence.equals(found))
                .toList());
    }

    private Sequence present(Schema before) {
        return before.sequence(name).orElseThrow(() -> new Fit(this, before).refuse("there is no such sequence."));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateSequence(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropSequence(name, before.sequence(name).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropSequence(present(before));
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
