// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Creates a sequence of numbers. */
public record CreateSequence(Sequence sequence) implements Operation {
    public CreateSequence {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public Schema applyTo(Schema before) {
        if (before.sequence(sequence.name()).isPresent()) {
            throw new Fit(this, before).refuse("it is there already.");
        }
        return before.withSequences(
                Stream.concat(before.sequences().stream(), Stream.of(sequence)).toList());
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createSequence(sequence);
    }

    @Override
    public List<TableName> tables() {
        return List.of(sequence.name());
    }

    @Override
    public String describe() {
        return "create sequence \"" + sequence.name() + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createSequence(this);
    }
}
