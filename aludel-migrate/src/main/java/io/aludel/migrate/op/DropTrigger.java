// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Trigger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger.
 *
 * @param former what it was; null where nobody said
 */
public record DropTrigger(
        TableName name, TableName table, @Nullable Trigger former) implements Operation {
    public DropTrigger {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Schema applyTo(Schema before) {
        Trigger found = present(before);
        return before.withTriggers(before.triggers().stream()
                .filter(candidate -> !candidate.equals(found))
                .toList());
    }

    private Trigger present(Schema before) {
        return found(before).orElseThrow(() -> new Fit(this, before).missing(ObjectKind.TRIGGER, before.triggers()));
    }

    private Optional<Trigger> found(Schema schema) {
        return schema.triggers().stream()
                .filter(candidate ->
                        candidate.name().equals(name) && candidate.table().equals(table))
                .findFirst();
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateTrigger(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropTrigger(name, table, found(before).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropTrigger(present(before));
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRIGGER;
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop trigger \"" + name + "\" of \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTrigger(this);
    }
}
