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

/**
 * Changes how a sequence counts, its type, its owner or its comment. The number that comes next stays.
 *
 * @param from the sequence as it was, in full
 * @param to the sequence as it becomes, in full
 */
public record AlterSequence(Sequence from, Sequence to) implements Operation {
    public AlterSequence {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException(
                    "AlterSequence keeps the name, but got \"" + from.name() + "\" and \"" + to.name() + "\".");
        }
    }

    @Override
    public Schema applyTo(Schema before) {
        new Fit(this, before).object(before.sequences(), to.name());
        return before.withSequences(Fit.with(to, Fit.without(to.name(), before.sequences())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new AlterSequence(to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().alterSequence(new Fit(this, before).object(before.sequences(), to.name()), to);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(to.name());
    }

    @Override
    public String describe() {
        return "alter " + to.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterSequence(this);
    }
}
