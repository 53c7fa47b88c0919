// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Objects;

/**
 * That a table holds a part of another one's rows, as PostgreSQL has it. Its columns, and the keys and indexes that come from the other table, are
 * that table's.
 *
 * @param of the table that is divided
 * @param bound which rows it holds, in the database's own words: {@code for values in ('a')}, {@code default}
 */
public record Partition(TableName of, String bound) {
    public Partition {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(bound, "bound");
    }
}
