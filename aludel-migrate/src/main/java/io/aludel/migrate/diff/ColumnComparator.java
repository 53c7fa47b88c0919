// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;

/**
 * A program's own say in whether the types or defaults of a column that is on both sides are the same: for types of an extension, say, or for two
 * spellings that no rule of ours knows. What it has no opinion about is compared as usual.
 */
public interface ColumnComparator {
    enum Verdict {
        EQUAL,
        DIFFERENT,
        NO_OPINION
    }

    /** Has no opinion about anything. */
    ColumnComparator NONE = new ColumnComparator() {};

    /**
     * About their types.
     *
     * @param model the column as the model has it, but in the database's own words as far as these are known by now: it is asked again when they are
     * @param live the column as the database has it
     */
    default Verdict types(TableName table, Column model, Column live) {
        return Verdict.NO_OPINION;
    }

    /** About their defaults; the parameters are as those of {@link #types}. */
    default Verdict defaults(TableName table, Column model, Column live) {
        return Verdict.NO_OPINION;
    }
}
