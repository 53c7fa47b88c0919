// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;

/** An index that goes, as a script describes it. */
public final class DroppedIndex {
    private final TableName table;
    private final String index;
    private boolean concurrently;

    DroppedIndex(TableName table, String index) {
        this.table = table;
        this.index = index;
    }

    /** Others go on writing to the table meanwhile, where the database can; then it is a step outside the transaction. */
    public DroppedIndex concurrently() {
        concurrently = true;
        return this;
    }

    Operation operation() {
        return new DropIndex(table, index, null, concurrently);
    }
}
