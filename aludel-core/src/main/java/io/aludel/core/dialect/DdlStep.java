// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.schema.Table;
import java.util.Map;
import java.util.Objects;

/** A step of a change to the schema. */
public sealed interface DdlStep permits DdlStep.Sql, DdlStep.Rebuild {
    /** Whether the database refuses it within a transaction: it is executed, and lasts, by itself. */
    default boolean isOutsideTransaction() {
        return false;
    }

    /**
     * One statement.
     *
     * @param isOutsideTransaction whether the database refuses it within a transaction
     */
    record Sql(String sql, boolean isOutsideTransaction) implements DdlStep {
        public Sql {
            Objects.requireNonNull(sql, "sql");
        }

        /** A statement that may belong to a transaction. */
        public Sql(String sql) {
            this(sql, false);
        }
    }

    /**
     * The table is made anew and its rows are copied, because the database cannot change it in place. Whoever runs it follows {@link
     * Ddl#rebuildProtocol}, or rows of other tables are lost.
     *
     * @param sources where a column of {@code after} takes its values from, if not from the column of its own name: the name of a column of
     *     {@code before}
     * @param conversions by column of {@code after}, the expression over {@code before}, in the database's own words, that its values are computed by
     */
    record Rebuild(Table before, Table after, Map<String, String> sources, Map<String, String> conversions)
            implements DdlStep {
        public Rebuild {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            sources = Map.copyOf(sources);
            conversions = Map.copyOf(conversions);
        }

        /** One that copies its values, converted by the database at most. */
        public Rebuild(Table before, Table after, Map<String, String> sources) {
            this(before, after, sources, Map.of());
        }
    }
}
