// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;

/**
 * What tables and columns of a model were called before, as {@link io.aludel.mapping.annotation.RenamedFrom} says: a migration renames what still has
 * such a name, in place of dropping and adding.
 *
 * @param tables in the order of the entities
 * @param columns in the order of the entities and their members
 */
public record FormerNames(List<OfTable> tables, List<OfColumn> columns) {
    public static final FormerNames NONE = new FormerNames(List.of(), List.of());

    /** That a table was called otherwise, in the same schema. */
    public record OfTable(TableName table, String formerName) {
        public OfTable {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(formerName, "formerName");
        }
    }

    /** That a column was called otherwise; the table is called as it is in the model. */
    public record OfColumn(TableName table, String column, String formerName) {
        public OfColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(formerName, "formerName");
        }
    }

    public FormerNames {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }
}
