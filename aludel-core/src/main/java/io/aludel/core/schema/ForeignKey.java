// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param columns in the order of {@code targetColumns}
 * @param validated whether rows that were there before it were looked at; otherwise it holds for new ones only
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        Match match,
        Deferral deferral,
        boolean validated) {
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

    /** Which rows with a NULL among several columns point at nothing (SQL standard, 11.8). */
    public enum Match {
        /** Those with any NULL. */
        SIMPLE,
        /** Those with NULLs only; some NULL is refused. */
        FULL
    }

    public ForeignKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(target, "target");
        targetColumns = List.copyOf(targetColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(deferral, "deferral");
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new SchemaException("Foreign key \"" + name + "\" has " + columns.size() + " columns and points at "
                    + targetColumns.size() + "; it needs as many on both sides, at least one.");
        }
    }

    /** A key that does nothing when its target goes away, which the database then refuses. */
    public static ForeignKey of(String name, List<String> columns, TableName target, List<String> targetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                Action.NO_ACTION,
                Action.NO_ACTION,
                Match.SIMPLE,
                Deferral.NOT_DEFERRABLE,
                true);
    }

    public ForeignKey withColumns(List<String> columns) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKey onDelete(Action action) {
        return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, match, deferral, validated);
    }

    public ForeignKey onUpdate(Action action) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, action, match, deferral, validated);
    }

    public ForeignKey withTarget(TableName target, List<String> targetColumns) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKey withMatch(Match match) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKey withDeferral(Deferral deferral) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKey withValidated(boolean validated) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }

    public ForeignKey withName(String name) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }
}
