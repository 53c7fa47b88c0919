// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation for some databases only; on others it is left out.
 *
 * @param dialects the names of their dialects
 */
public record OnDialects(List<String> dialects, Operation operation) implements Operation {
    public OnDialects {
        dialects = List.copyOf(dialects);
        Objects.requireNonNull(operation, "operation");
        if (dialects.isEmpty()) {
            throw new IllegalArgumentException("\"" + operation.describe() + "\" is for no database; name one.");
        }
    }

    @Override
    public Operation bare() {
        return operation.bare();
    }

    @Override
    public boolean isFor(Dialect dialect) {
        return dialects.contains(dialect.name()) && operation.isFor(dialect);
    }

    @Override
    public Optional<List<DdlStep>> clearance(Dialect dialect, Schema live) {
        return operation.clearance(dialect, live);
    }

    @Override
    public Schema applyTo(Schema before) {
        return operation.applyTo(before);
    }

    @Override
    public Reversal reverse() {
        return operation.reverse() instanceof Reversal.By by
                ? new Reversal.By(new OnDialects(dialects, by.operation()))
                : operation.reverse();
    }

    @Override
    public Operation withFormer(Schema before) {
        return new OnDialects(dialects, operation.withFormer(before));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return operation.render(dialect, before);
    }

    @Override
    public Optional<String> loss() {
        return operation.loss();
    }

    @Override
    public Optional<TableName> requiresEmptyTable() {
        return operation.requiresEmptyTable();
    }

    @Override
    public List<String> schemas() {
        return operation.schemas();
    }

    @Override
    public ObjectKind kind() {
        return operation.kind();
    }

    @Override
    public List<TableName> tables() {
        return operation.tables();
    }

    @Override
    public String describe() {
        return operation.describe() + " on " + String.join(" and ", dialects);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.onDialects(this);
    }
}
