// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A program's own say in what takes part, asked when both sides have been read. What it hides, on whichever side, stays as it is: nothing is created,
 * changed or dropped. It is asked about all tables and sequences, and about parts of tables that are on both sides where they differ.
 */
@FunctionalInterface
public interface ObjectFilter {
    /** Hides nothing. */
    ObjectFilter ALL = object -> true;

    /** Whether it takes part. */
    boolean takes(Candidate object);

    enum Kind {
        TABLE,
        SEQUENCE,
        COLUMN,
        PRIMARY_KEY,
        UNIQUE_KEY,
        FOREIGN_KEY,
        CHECK,
        EXCLUSION,
        INDEX
    }

    /**
     * One object on one side.
     *
     * @param name its name on that side
     * @param table the table that it is a part of; for a table or sequence its own name
     * @param live whether it is the database's, otherwise the model's
     * @param object a {@code Table}, {@code Column}, {@code Index} and so on of {@code io.aludel.core.schema}
     * @param counterpart the object of that name on the other side; null where there is none
     */
    record Candidate(
            Kind kind,
            String name,
            TableName table,
            boolean live,
            Object object,
            @Nullable Object counterpart) {
        public Candidate {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(object, "object");
        }
    }
}
