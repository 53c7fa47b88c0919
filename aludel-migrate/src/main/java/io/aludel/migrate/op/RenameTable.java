// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import java.util.List;
import java.util.Objects;

/** Renames a table within its schema; foreign keys that point at it, its triggers and its sequences follow. */
public record RenameTable(TableName from, TableName to) implements Operation {
    public RenameTable {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table table = fit.table(from);
        if (!Objects.equals(from.schema(), to.schema())) {
            throw fit.refuse("a table is renamed within its schema only. Create a new one and copy the rows.");
        }
        fit.isFree(to);
        List<Table> tables = before.without(from).with(table.withName(to)).tables().stream()
                .map(this::followed)
                .toList();
        return before.withTables(tables)
                .withTriggers(before.triggers().stream().map(this::followed).toList())
                .withSequences(before.sequences().stream().map(this::followed).toList());
    }

    private Trigger followed(Trigger trigger) {
        return trigger.table().equals(from) ? new Trigger(trigger.name(), to, trigger.definition()) : trigger;
    }

    private Sequence followed(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner != null && owner.table().equals(from)
                ? sequence.withOwner(new Sequence.Owner(to, owner.column()))
                : sequence;
    }

    private Table followed(Table table) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> key.target().equals(from) ? key.withTarget(to, key.targetColumns()) : key)
                .toList());
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new RenameTable(to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().renameTable(new Fit(this, before).table(from), to);
    }

    @Override
    public List<TableName> tables() {
        return List.of(from, to);
    }

    @Override
    public String describe() {
        return "rename table \"" + from + "\" to \"" + to + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
