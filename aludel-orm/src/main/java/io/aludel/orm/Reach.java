// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.load.LazyCollection;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object cascades one kind of work to, as far as it is loaded. */
final class Reach {
    private final PersistenceContext context;
    private final CascadeKind kind;
    private final Set<Entry> reached = new LinkedHashSet<>();
    private final Deque<Entry> toVisit = new ArrayDeque<>();

    Reach(PersistenceContext context, CascadeKind kind) {
        this.context = context;
        this.kind = kind;
    }

    /** The object itself, and those reached from it. */
    Set<Entry> from(Entry entry) {
        reach(entry);
        for (Entry next = toVisit.poll(); next != null; next = toVisit.poll()) {
            visit(next);
        }
        return reached;
    }

    private void visit(Entry entry) {
        if (entry.isUnloaded()) {
            return;
        }
        for (ToOne toOne : entry.mapping().toOnes()) {
            if (toOne.cascades(kind)) {
                reach(toOne.get(entry.entity()));
            }
        }
        for (Inverse inverse : entry.mapping().inverses()) {
            boolean unloaded =
                    inverse.get(entry.entity()) instanceof LazyCollection collection && !collection.isLoaded();
            if (inverse.cascades(kind) && !unloaded) {
                inverse.elements(entry.entity()).forEach(this::reach);
            }
        }
    }

    private void reach(@Nullable Object entity) {
        Entry known = entity == null ? null : context.entry(entity);
        if (known != null && (known.is(Status.MANAGED) || kind == CascadeKind.DETACH)) {
            reach(known);
        }
    }

    private void reach(Entry entry) {
        if (reached.add(entry)) {
            toVisit.add(entry);
        }
    }
}
