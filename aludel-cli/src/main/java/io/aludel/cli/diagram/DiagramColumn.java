// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is drawn.
 *
 * @param type for people: {@code varchar(40)}
 * @param primaryKey whether it is the primary key or a part of it
 * @param unique whether no two rows have the same value, apart from NULL, as a unique constraint or index of this column alone says
 * @param references the table that the first foreign key over this column points at, which need not be in the picture; null where there is none
 */
public record DiagramColumn(
        String name,
        String type,
        boolean primaryKey,
        boolean unique,
        @Nullable TableName references,
        boolean nullable) {
    public DiagramColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    public boolean isForeignKey() {
        return references != null;
    }

    /** Whether it is part of a key of any kind. */
    public boolean isKey() {
        return primaryKey || unique || isForeignKey();
    }
}
