// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a function, procedure or aggregate.
 *
 * @param former what it was; null where nobody said
 */
public record DropRoutine(
        Routine.Kind type,
        TableName name,
        String signature,
        @Nullable Routine former) implements Operation {
    public DropRoutine {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(signature, "signature");
    }

    @Override
    public Schema applyTo(Schema before) {
        Routine found = present(before);
        return before.withRoutines(before.routines().stream()
                .filter(candidate -> !candidate.equals(found))
                .toList());
    }

    private Routine present(Schema before) {
        return found(before).orElseThrow(() -> new Fit(this, before).missing(ObjectKind.ROUTINE, before.routines()));
    }

    private Optional<Routine> found(Schema schema) {
        return schema.routines().stream()
                .filter(candidate -> candidate.type() == type
                        && candidate.name().equals(name)
                        && candidate.signature().equals(signature))
                .findFirst();
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateRoutine(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropRoutine(type, name, signature, found(before).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropRoutine(present(before));
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROUTINE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(name);
    }

    @Override
    public String describe() {
        return "drop " + type.sql() + " \"" + name + "(" + signature + ")\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropRoutine(this);
    }
}
