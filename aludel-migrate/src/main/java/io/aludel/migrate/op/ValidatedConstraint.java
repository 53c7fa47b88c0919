// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;

/** A foreign key or check that comes to hold for all rows, and when. */
public final class ValidatedConstraint {
    private final TableName table;
    private final String name;
    private boolean outsideTransaction;

    ValidatedConstraint(TableName table, String name) {
        this.table = table;
        this.name = name;
    }

    /**
     * It is executed by itself: what comes before in the revision is committed, so that its locks are gone while the rows are read. If a row is in the
     * way, the constraint stays as it was, and the next upgrade goes on from here.
     */
    public ValidatedConstraint outsideTransaction() {
        outsideTransaction = true;
        return this;
    }

    Operation operation() {
        return new ValidateConstraint(table, name, true, outsideTransaction);
    }
}
