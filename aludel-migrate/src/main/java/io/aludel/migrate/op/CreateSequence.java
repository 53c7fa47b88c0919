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
import java.util.stream.Stream;

/** Creates a sequence of numbers; the column that it belongs to must be there. */
public record CreateSequence(Sequence sequence) implements Operation {
    public CreateSequence {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.sequences(), sequence);
        Sequence.Owner owner = sequence.owner();
        if (owner != null) {
            fit.column(fit.table(owner.table()), owner.column());
        }
        return fit.building(() -> before.withSequences(Fit.with(sequence, before.sequences())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return Stream.concat(
                        dialect.ddl().createSequence(sequence).stream(), dialect.ddl().giveSequence(sequence).stream())
                .toList();
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(sequence.name());
    }

    @Override
    public String describe() {
        return "create " + sequence.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSequence(this);
    }
}
