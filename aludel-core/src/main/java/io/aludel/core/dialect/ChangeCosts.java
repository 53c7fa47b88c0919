// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;

/**
 * What the changes of {@link Ddl} cost on a table with many rows. Each method is given the table as it stands before the change. What comes as a
 * {@link DdlStep.Rebuild} is not asked for here.
 */
public interface ChangeCosts {
    ChangeCost addColumn(Table before, Column column);

    ChangeCost dropColumn(Table before, Column column);

    /** Of type, nullability, default, generation, collation or comment, values converted by the database if at all. */
    ChangeCost alterColumn(Table before, Column from, Column to);

    /** The same with values converted by an expression of the user's. */
    ChangeCost convertColumn(Table before, Column from, Column to);

    ChangeCost addPrimaryKey(Table before, PrimaryKey key);

    ChangeCost addUniqueKey(Table before, UniqueKey key);

    ChangeCost addForeignKey(Table before, ForeignKey key);

    ChangeCost addCheck(Table before, Check check);

    ChangeCost addExclusion(Table before, Exclusion exclusion);

    /**
     * Of building an index.
     *
     * @param concurrently as in {@link Ddl#createIndexConcurrently}
     */
    ChangeCost createIndex(Table before, Index index, boolean concurrently);

    /** Whether a foreign key gets an index by itself where none begins with its columns. */
    boolean indexesForeignKeys();
}
