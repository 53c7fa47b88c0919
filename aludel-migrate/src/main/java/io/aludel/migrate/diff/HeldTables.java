// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables that the model does not have and that cannot go, because a table that is left alone points at them.
 *
 * @param hidden tables of the database that are left alone
 */
record HeldTables(List<Table> hidden) {
    /** The live schema without them, each of them told. What stays may hold others. */
    Schema leftOut(Schema model, Schema live, List<Undecided> undecided) {
        List<Table> holders = new ArrayList<>(hidden);
        Schema rest = live;
        for (int i = 0; i < holders.size(); i++) {
            Table holder = holders.get(i);
            for (ForeignKey key : holder.foreignKeys()) {
                Table held = rest.table(key.target()).orElse(null);
                if (held != null && model.table(held.name()).isEmpty()) {
                    undecided.add(new Undecided(held.describe(), reason(key, holder.name())));
                    holders.add(held);
                    rest = rest.without(held.name());
                }
            }
        }
        return rest;
    }

    /** The schema and those that are left alone. */
    Schema with(Schema live) {
        return live.withTables(
                Stream.concat(live.tables().stream(), hidden.stream()).toList());
    }

    private static String reason(ForeignKey key, TableName holder) {
        return "the model does not have it, but foreign key \"" + key.name() + "\" of table \"" + holder
                + "\", which is left alone, points at it. Drop that key, or leave this table alone, too.";
    }
}
