// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCost.Waiting;
import io.aludel.core.dialect.ChangeCost.Work;
import io.aludel.core.dialect.StandardChangeCosts;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;

/**
 * What changes in place cost on SQLite, where one transaction writes at a time and all others wait for it. Source: sqlite.org, "ALTER TABLE" and
 * "File Locking And Concurrency".
 */
final class SqliteChangeCosts extends StandardChangeCosts {
    private static final String SOURCE = "sqlite.org, ALTER TABLE";

    SqliteChangeCosts() {
        super(SOURCE);
    }

    private static ChangeCost alone(Work work) {
        return new ChangeCost(work, Waiting.WRITERS, "the file's one writer", SOURCE);
    }

    @Override
    public ChangeCost addColumn(Table before, Column column) {
        return alone(Work.NOTHING);
    }

    /** "DROP COLUMN … rewrites … to purge the data". */
    @Override
    public ChangeCost dropColumn(Table before, Column column) {
        return alone(Work.REWRITE);
    }

    /** Only nullability and default, from the version on that can. */
    @Override
    public ChangeCost alterColumn(Table before, Column from, Column to) {
        return alone(from.nullable() && !to.nullable() ? Work.SCAN : Work.NOTHING);
    }

    @Override
    public ChangeCost addUniqueKey(Table before, UniqueKey key) {
        return alone(Work.BUILD);
    }

    @Override
    public ChangeCost addForeignKey(Table before, ForeignKey key) {
        return alone(Work.SCAN);
    }

    @Override
    public ChangeCost addCheck(Table before, Check check) {
        return alone(Work.SCAN);
    }

    @Override
    public ChangeCost createIndex(Table before, Index index, boolean concurrently) {
        return alone(Work.BUILD);
    }
}
