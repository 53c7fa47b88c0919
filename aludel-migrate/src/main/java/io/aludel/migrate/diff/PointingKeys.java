// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Set;

/**
 * Foreign keys that do not change themselves, but point at a key that is dropped, perhaps to come back over other columns: they step aside
 * meanwhile, or the database would not let that key go.
 */
record PointingKeys(Schema model, Schema live) {
    void stepAside(Changes changes) {
        List<Operation> found = changes.inOrder();
        for (Operation operation : found) {
            if (operation instanceof DropPrimaryKey drop && drop.former() != null) {
                stepAside(drop.table(), drop.former().columns(), changes);
            }
            if (operation instanceof DropUniqueKey drop && drop.former() != null) {
                stepAside(drop.table(), drop.former().columns(), changes);
            }
        }
    }

    private void stepAside(TableName target, List<String> columns, Changes changes) {
        for (Table table : model.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.target().equals(target)
                        && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns))
                        && isThere(table, key)
                        && !isDropped(table, key, changes)) {
                    changes.add(Phase.DROP_FOREIGN_KEYS, new DropForeignKey(table.name(), key.name(), key));
                    changes.add(Phase.ADD_FOREIGN_KEYS, new AddForeignKey(table.name(), key));
                }
            }
        }
    }

    private boolean isThere(Table table, ForeignKey key) {
        return live.table(table.name()).stream()
                .flatMap(found -> found.foreignKeys().stream())
                .anyMatch(found -> found.name().equals(key.name()));
    }

    private static boolean isDropped(Table table, ForeignKey key, Changes changes) {
        return changes.inOrder().stream()
                .anyMatch(operation -> operation instanceof DropForeignKey drop
                        && drop.table().equals(table.name())
                        && drop.name().equals(key.name()));
    }
}
