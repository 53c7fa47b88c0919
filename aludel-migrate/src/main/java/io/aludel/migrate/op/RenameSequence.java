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

/** Renames a sequence within its schema; the number that comes next stays. */
public record RenameSequence(TableName from, TableName to) implements Operation {
    public RenameSequence {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Sequence found = fit.object(before.sequences(), from);
        fit.isWithinItsSchema(from, to);
        Sequence renamed = found.withName(to);
        fit.isFree(before.sequences(), renamed);
        return fit.building(() -> before.withSequences(Fit.with(renamed, Fit.without(from, before.sequences()))));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameSequence(to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().renameSequence(new Fit(this, before).object(before.sequences(), from), to);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(from, to);
    }

    @Override
    public String describe() {
        return "rename sequence \"" + from + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameSequence(this);
    }
}
