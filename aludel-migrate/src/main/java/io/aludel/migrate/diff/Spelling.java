// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import java.util.Objects;

/**
 * Two pieces of SQL at the same place of a table, which may mean the same although nobody could tell: a check, a default, a computed column, a part of an index
 * or its predicate.
 *
 * @param dialect the name of the dialect whose words they are
 * @param object of what they are part, by its name within the table: {@code ck_grades_value}
 * @param stored as the database has it
 * @param model as the database says what the model has
 */
public record Spelling(String dialect, TableName table, String object, String stored, String model) {
    public Spelling {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(model, "model");
    }

    /** What it is called where one of several is meant: {@code grades.ck_grades_value}. */
    public String name() {
        return table + "." + object;
    }
}
