// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.Column;
import java.util.Objects;

/**
 * A column of a foreign key.
 *
 * @param column as the schema has it; its type is that of the column it refers to
 * @param referencedColumn the column of the target's table
 */
public record JoinColumnModel(Column column, String referencedColumn, boolean insertable, boolean updatable) {
    public JoinColumnModel {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(referencedColumn, "referencedColumn");
    }
}
