// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.core.schema.ForeignKey.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key as a script describes it. */
public final class ForeignKeyDefinition {
    private final String name;
    private final List<String> columns;
    private @Nullable TableName target;
    private List<String> targetColumns = List.of();
    private Action onDelete = Action.NO_ACTION;
    private Action onUpdate = Action.NO_ACTION;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private Match match = Match.SIMPLE;
    private boolean validated = true;

    ForeignKeyDefinition(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    public ForeignKeyDefinition references(String table, String... columns) {
        target = TableName.of(table);
        targetColumns = List.of(columns);
        return this;
    }

    public ForeignKeyDefinition referencesIn(String schema, String table, String... columns) {
        target = TableName.of(schema, table);
        targetColumns = List.of(columns);
        return this;
    }

    public ForeignKeyDefinition onDelete(Action action) {
        onDelete = action;
        return this;
    }

    public ForeignKeyDefinition onUpdate(Action action) {
        onUpdate = action;
        return this;
    }

    /** Can be checked when the transaction ends. */
    public ForeignKeyDefinition deferrable() {
        deferral = Deferral.DEFERRABLE;
        return this;
    }

    /** Checked when the transaction ends. */
    public ForeignKeyDefinition initiallyDeferred() {
        deferral = Deferral.DEFERRED;
        return this;
    }

    /** Either all its columns are NULL or none. */
    public ForeignKeyDefinition matchFull() {
        match = Match.FULL;
        return this;
    }

    /** Rows that are there already are not looked at; it holds for new ones only. */
    public ForeignKeyDefinition notValid() {
        validated = false;
        return this;
    }

    ForeignKey foreignKey() {
        if (target == null) {
            throw new IllegalStateException(
                    "Foreign key \"" + name + "\" says not what it points at; add references(…).");
        }
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, match, deferral, validated);
    }
}
