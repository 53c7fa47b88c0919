// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.migrate.diff.RenameProposal;
import java.util.Optional;

/** Whom to ask, while a revision is written, what no comparison can know: a person at a terminal, or nobody. */
public interface Questions {
    /** There is nobody to ask. */
    Questions NOBODY = proposal -> Optional.empty();

    /** Whether it was renamed; empty where there is no answer. What was not is dropped and added. */
    Optional<Boolean> isRenamed(RenameProposal proposal);

    /**
     * What rows that are there get in a column that refuses NULL; empty where there is no answer.
     *
     * @param column as it becomes
     */
    default Optional<String> fill(TableName table, Column column) {
        return Optional.empty();
    }
}
