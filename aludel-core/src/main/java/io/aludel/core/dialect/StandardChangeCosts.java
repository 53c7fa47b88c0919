// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.dialect.ChangeCost.Waiting;
import io.aludel.core.dialect.ChangeCost.Work;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;

/** The worst that can be: everybody waits while all rows are written, read or sorted. A dialect that knows better says so. */
public class StandardChangeCosts implements ChangeCosts {
    private final String source;

    /** @param source where the manual of the database says how it locks */
    public StandardChangeCosts(String source) {
        this.source = source;
    }

    private ChangeCost worst(Work work) {
        return new ChangeCost(work, Waiting.EVERYBODY, "exclusive lock", source);
    }

    @Override
    public ChangeCost addColumn(Table before, Column column) {
        return worst(Work.REWRITE);
    }

    @Override
    public ChangeCost dropColumn(Table before, Column column) {
        return worst(Work.REWRITE);
    }

    @Override
    public ChangeCost alterColumn(Table before, Column from, Column to) {
        return worst(Work.REWRITE);
    }

    @Override
    public ChangeCost convertColumn(Table before, Column from, Column to) {
        return worst(Work.REWRITE);
    }

    @Override
    public ChangeCost addPrimaryKey(Table before, PrimaryKey key) {
        return worst(Work.REWRITE);
    }

    @Override
    public ChangeCost addUniqueKey(Table before, UniqueKey key) {
        return worst(Work.BUILD);
    }

    @Override
    public ChangeCost addForeignKey(Table before, ForeignKey key) {
        return worst(Work.SCAN);
    }

    @Override
    public ChangeCost addCheck(Table before, Check check) {
        return worst(Work.SCAN);
    }

    @Override
    public ChangeCost addExclusion(Table before, Exclusion exclusion) {
        return worst(Work.BUILD);
    }

    @Override
    public ChangeCost createIndex(Table before, Index index, boolean concurrently) {
        return worst(Work.BUILD);
    }

    @Override
    public boolean indexesForeignKeys() {
        return false;
    }
}
