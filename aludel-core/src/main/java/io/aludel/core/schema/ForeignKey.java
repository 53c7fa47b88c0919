// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param columns in the order of {@code targetColumns}
 * @param deferrable checked when the transaction ends, if the transaction asks so or {@code initiallyDeferred} says so
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        boolean deferrable,
        boolean initiallyDeferred) {
    /** What happens to the row that points at a row which goes away or changes its key. */
    public enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public ForeignKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(target, "target");
        targetColumns = List.copyOf(targetColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new SchemaException("Foreign key \"" + name + "\" has " + columns.size() + " columns and points at "
                    + targetColumns.size() + "; it needs as many on both sides, at least one.");
        }
    }

    /** A key that does nothing when its target goes away, which the database then refuses. */
    public static ForeignKey of(String name, List<String> columns, TableName target, List<String> targetColumns) {
        return new ForeignKey(name, columns, target, targetColumns, Action.NO_ACTION, Action.NO_ACTION, false, false);
    }

    public ForeignKey onDelete(Action action) {
        return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, deferrable, initiallyDeferred);
    }

    public ForeignKey onUpdate(Action action) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, action, deferrable, initiallyDeferred);
    }

    public ForeignKey withTarget(TableName target, List<String> targetColumns) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, deferrable, initiallyDeferred);
    }
}
