// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.name.TableName;
import java.util.Objects;

/** What stands in {@code from} and {@code join}. */
public sealed interface TableSource permits TableSource.TableRef, TableSource.DerivedTable, EntitySource {
    /** The name that columns are qualified with. */
    String alias();

    /** A table under an alias. */
    record TableRef(TableName table, String alias) implements TableSource {
        public TableRef {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(alias, "alias");
        }
    }

    /** A select under an alias. Each of its items has an alias, so that its columns can be named from outside. */
    record DerivedTable(Select select, String alias) implements TableSource {
        public DerivedTable {
            Objects.requireNonNull(select, "select");
            Objects.requireNonNull(alias, "alias");
        }
    }
}
