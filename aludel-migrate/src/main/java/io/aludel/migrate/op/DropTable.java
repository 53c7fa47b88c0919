// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table with all its rows, its triggers, and the sequences that belong to its columns.
 *
 * @param former what it was; null where nobody said
 */
public record DropTable(TableName table, @Nullable Table former) implements Operation {
    public DropTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.table(table);
        for (Table other : before.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.target().equals(table) && !other.name().equals(table)) {
                    throw fit.refuse("foreign key \"" + key.name() + "\" of table \"" + other.name()
                            + "\" points at it. Drop that key or that table first.");
                }
            }
        }
        return before.without(table)
                .withTriggers(before.triggers().stream()
                        .filter(trigger -> !trigger.table().equals(table))
                        .toList())
                .withSequences(before.sequences().stream()
                        .filter(sequence -> sequence.owner() == null
                                || !sequence.owner().table().equals(table))
                        .toList());
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateTable(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropTable(table, before.table(table).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropTable(new Fit(this, before).table(table));
    }

    @Override
    public Optional<String> loss() {
        return Optional.of("loses the rows of table \"" + table + "\"");
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
