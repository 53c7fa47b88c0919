// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.name.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the classes do not say of the database.
 *
 * @param table the table; null where it is no table's
 * @param what for people: {@code table "film_actor"}, {@code exclusion constraint "ex" of table "booking"}
 * @param reason why, a sentence
 * @param whole whether there is no class for the table at all
 */
public record LeftOut(@Nullable TableName table, String what, String reason, boolean whole) {
    public LeftOut {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(reason, "reason");
    }

    static LeftOut table(TableName table, String reason) {
        return new LeftOut(table, "table \"" + table + "\"", reason, true);
    }

    static LeftOut part(TableName table, String part, String reason) {
        return new LeftOut(table, part + " of table \"" + table + "\"", reason, false);
    }

    @Override
    public String toString() {
        return what + ": " + reason;
    }
}
