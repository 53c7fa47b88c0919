// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.state.Entry;
import java.util.List;
import java.util.Set;

/** Rows of one table that are written by the same statement. */
sealed interface FlushStep permits FlushStep.Insert, FlushStep.Update, FlushStep.Link, FlushStep.Delete {
    /** What it does, for messages: {@code inserting 2 rows of Pet}. */
    String doing();

    private static String rows(List<Entry> entries, EntityMapping mapping) {
        return (entries.size() == 1 ? "a row" : entries.size() + " rows") + " of " + mapping.name();
    }

    /**
     * Inserts rows.
     *
     * @param columns those that are given
     * @param postponed keys that are NULL at first and linked later
     */
    record Insert(EntityMapping mapping, List<MappedColumn> columns, List<Entry> entries, Set<Key> postponed)
            implements FlushStep {
        @Override
        public String doing() {
            return "inserting " + rows(entries, mapping);
        }
    }

    /** Writes the columns that have changed. */
    record Update(EntityMapping mapping, List<MappedColumn> columns, List<Entry> entries) implements FlushStep {
        @Override
        public String doing() {
            return "updating " + rows(entries, mapping);
        }
    }

    /** Sets a key that was postponed, or clears one so that rows on a circle can be deleted; no change of the object's own. */
    record Link(ToOne toOne, List<Entry> entries, boolean clear) implements FlushStep {
        @Override
        public String doing() {
            return "updating " + rows(entries, toOne.owner());
        }
    }

    record Delete(EntityMapping mapping, List<Entry> entries) implements FlushStep {
        @Override
        public String doing() {
            return "deleting " + rows(entries, mapping);
        }
    }

    /** The key of one row. */
    record Key(Entry entry, ToOne toOne) {}
}
