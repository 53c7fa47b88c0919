// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.schema.Table;
import java.util.Map;
import java.util.Objects;

/** A step of a change to the schema. */
public sealed interface DdlStep permits DdlStep.Sql, DdlStep.Rebuild {
    /** One statement. */
    record Sql(String sql) implements DdlStep {
        public Sql {
            Objects.requireNonNull(sql, "sql");
        }
    }

    /**
     * The table is made anew and its rows are copied, because the database cannot change it in place. Whoever runs it follows {@link
     * Ddl#rebuildProtocol}, or rows of other tables are lost.
     *
     * @param sources where a column of {@code after} takes its values from, if not from the column of its own name: the name of a column of
     *     {@code before}
     */
    record Rebuild(Table before, Table after, Map<String, String> sources) implements DdlStep {
        public Rebuild {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            sources = Map.copyOf(sources);
        }
    }
}
