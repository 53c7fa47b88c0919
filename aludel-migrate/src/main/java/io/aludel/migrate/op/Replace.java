// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A view, routine or trigger in the place of the one of its name. The former goes first, so that the new one may be whatever it likes; unless a
 * routine's statement says itself that it replaces, which what depends on it outlives.
 *
 * @param drop what takes the former away
 * @param create what makes the new one
 */
public record Replace(Operation drop, Operation create) implements Operation {
    public Replace {
        Objects.requireNonNull(drop, "drop");
        Objects.requireNonNull(create, "create");
    }

    @Override
    public Schema applyTo(Schema before) {
        return create.applyTo(drop.applyTo(before));
    }

    @Override
    public Reversal reverse() {
        return drop.reverse() instanceof Reversal.By former && create.reverse() instanceof Reversal.By back
                ? new Reversal.By(new Replace(back.operation(), former.operation()))
                : Reversal.formerUnknown(this);
    }

    @Override
    public Operation withFormer(Schema before) {
        return new Replace(drop.withFormer(before), create);
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        List<DdlStep> dropped = drop.render(dialect, before);
        List<DdlStep> created = create.render(dialect, drop.applyTo(before));
        return replacesItself()
                ? created
                : Stream.concat(dropped.stream(), created.stream()).toList();
    }

    private boolean replacesItself() {
        return create instanceof CreateRoutine routine
                && List.of(routine.routine()
                                .definition()
                                .text()
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .split("\\s+", 4))
                        .stream()
                        .limit(3)
                        .toList()
                        .equals(List.of("create", "or", "replace"));
    }

    @Override
    public boolean isFor(Dialect dialect) {
        return create.isFor(dialect);
    }

    @Override
    public ObjectKind kind() {
        return create.kind();
    }

    @Override
    public List<TableName> tables() {
        return create.tables();
    }

    @Override
    public String describe() {
        return create.describe().replaceFirst("^create ", "replace ");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.replace(this);
    }
}
