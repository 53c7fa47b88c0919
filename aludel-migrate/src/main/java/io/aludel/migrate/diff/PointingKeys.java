// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropForeignKey;
import io.aludel.migrate.op.DropIndex;
import io.aludel.migrate.op.DropPrimaryKey;
import io.aludel.migrate.op.DropUniqueKey;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Set;

/**
 * Foreign keys that stand in the way because they point at a key that is dropped, perhaps to come back over other columns: the database
 * would not let that key go. Those that stay step aside meanwhile; those of tables that are dropped go before their tables.
 */
record PointingKeys(Schema model, Schema live) {

    void stepAside(Changes changes) {
        List<Operation> found = changes.inOrder();
        for (Table table : live.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (found.stream().anyMatch(operation -> drops(operation, key)) && !isDropped(found, table, key)) {
                    changes.add(Phase.DROP_FOREIGN_KEYS, new DropForeignKey(table.name(), key.name(), key));
                    model.table(table.name())
                            .map(wanted -> new AddForeignKey(table.name(), inTheModelsWords(wanted, key)))
                            .ifPresent(operation -> changes.add(Phase.ADD_FOREIGN_KEYS, operation));
                }
            }
        }
    }

    /** Whether the key that it points at comes or comes back by one of these operations, so that nothing can point at it before. */
    static boolean waits(ForeignKey key, Changes changes) {
        return changes.inOrder().stream().anyMatch(operation -> adds(operation, key));
    }

    private static boolean adds(Operation operation, ForeignKey key) {
        return operation instanceof AddPrimaryKey add
                        && isPointedAt(add.table(), add.key().columns(), key)
                || operation instanceof AddUniqueKey unique
                        && isPointedAt(unique.table(), unique.key().columns(), key)
                || operation instanceof CreateIndex index
                        && index.index().unique()
                        && isPointedAt(index.table(), index.index().columnNames(), key);
    }

    private static boolean drops(Operation operation, ForeignKey key) {
        if (operation instanceof DropPrimaryKey drop && drop.former() != null) {
            return isPointedAt(drop.table(), drop.former().columns(), key);
        }
        if (operation instanceof DropUniqueKey drop && drop.former() != null) {
            return isPointedAt(drop.table(), drop.former().columns(), key);
        }
        return operation instanceof DropIndex drop
                && drop.former() != null
                && drop.former().unique()
                && isPointedAt(drop.table(), drop.former().columnNames(), key);
    }

    private static boolean isPointedAt(TableName table, List<String> columns, ForeignKey key) {
        return key.target().equals(table) && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns));
    }

    private static boolean isDropped(List<Operation> found, Table table, ForeignKey key) {
        return found.stream()
                .anyMatch(operation -> operation instanceof DropForeignKey drop
                        && drop.table().equals(table.name())
                        && drop.name().equals(key.name()));
    }

    /** A key that does not change is the same on both sides, but for a name that the database made up or cut. */
    private static ForeignKey inTheModelsWords(Table wanted, ForeignKey key) {
        return wanted.foreignKeys().stream()
                .filter(other -> other.columns().equals(key.columns())
                        && other.target().equals(key.target())
                        && other.targetColumns().equals(key.targetColumns()))
                .findFirst()
                .orElse(key);
    }
}
