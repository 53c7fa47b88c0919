// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.core.AludelException;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.flush.Changes;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes changes before a query that could miss them. */
final class Autoflush {
    private final Changes changes;
    private final Runnable flush;
    private boolean suspended;

    Autoflush(Changes changes, Runnable flush) {
        this.changes = changes;
        this.flush = flush;
    }

    /** Before a query that reads the tables of these entities. */
    void before(Set<EntityMapping> read) {
        if (!suspended && changes.concern(read)) {
            flush("before a query of "
                    + read.stream().map(EntityMapping::name).sorted().collect(Collectors.joining(", ")));
        }
    }

    /** Before statements of which nothing is known. */
    void beforeSql() {
        if (!suspended) {
            flush("before SQL of the program's own");
        }
    }

    /** Before a change of many rows by condition, which must see everything, and whose objects must have nothing to lose. */
    void beforeChange() {
        flush("before a change of many rows");
    }

    private void flush(String occasion) {
        try {
            flush.run();
        } catch (AludelException e) {
            e.addNote("(It was met when changes were written " + occasion
                    + "; Session.withoutAutoflush runs a query without writing first.)");
            throw e; // as flush() would have thrown it: a program looks for what happened, not for when
        }
    }

    <R> R without(Supplier<R> work) {
        boolean before = suspended;
        suspended = true;
        try {
            return work.get();
        } finally {
            suspended = before;
        }
    }
}
