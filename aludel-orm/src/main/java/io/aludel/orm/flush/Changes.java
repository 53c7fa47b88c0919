// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether there is anything to be flushed, without changing an object or asking the database. */
public final class Changes {
    private final PersistenceContext context;

    public Changes(PersistenceContext context) {
        this.context = context;
    }

    /** The numbers of the members whose columns differ from what was read or written. */
    static BitSet of(Entry entry) {
        BitSet members = entry.mapping().access().isChanged(entry.entity(), entry.snapshot())
                ? entry.mapping().access().changes(entry.entity(), entry.snapshot())
                : new BitSet();
        for (ToOne toOne : entry.mapping().toOnes()) {
            if (toOne.get(entry.entity()) != entry.target(toOne)) {
                members.set(toOne.column().member());
            }
        }
        return members;
    }

    /** How many objects have changes that were not flushed. */
    public int count() {
        return (int) context.entries().stream().filter(this::isPending).count();
    }

    /** Whether the rows of one of these entities may be other ones after a flush. */
    public boolean concern(Set<EntityMapping> read) {
        return !context.isEmpty() && read.stream().anyMatch(mapping -> concern(mapping, new HashSet<>()));
    }

    private boolean concern(EntityMapping mapping, Set<EntityMapping> visited) {
        if (!visited.add(mapping)) {
            return false;
        }
        return context.any(mapping, this::isRowPending)
                || mapping.toOnes().stream().anyMatch(this::isPendingByOtherSide)
                || mapping.incoming().stream().anyMatch(this::reachesUnknown)
                // a removal may take along what refers to it
                || mapping.toOnes().stream().anyMatch(toOne -> goes(toOne.target(), visited));
    }

    private boolean goes(EntityMapping target, Set<EntityMapping> visited) {
        return context.any(target, entry -> entry.is(Status.REMOVED))
                || visited.add(target) && target.toOnes().stream().anyMatch(toOne -> goes(toOne.target(), visited));
    }

    private boolean isPending(Entry entry) {
        return isRowPending(entry)
                || entry.isLoaded()
                        && entry.mapping().inverses().stream().anyMatch(inverse -> isSideChanged(inverse, entry));
    }

    private boolean isRowPending(Entry entry) {
        return !entry.is(Status.MANAGED) || entry.isChanged();
    }

    private boolean isPendingByOtherSide(ToOne toOne) {
        Inverse inverse = toOne.inverse();
        return inverse != null
                && context.any(
                        toOne.target(),
                        entry -> entry.is(Status.MANAGED) && entry.isLoaded() && isSideChanged(inverse, entry));
    }

    private static boolean isSideChanged(Inverse inverse, Entry entry) {
        List<Object> before = entry.elements(inverse);
        if (PersistCascade.isUnloaded(inverse, entry)) {
            return false;
        }
        return before == null || !Inverse.isSame(before, inverse.elements(entry.entity()));
    }

    private boolean reachesUnknown(ToOne toOne) {
        return context.any(toOne.owner(), entry -> {
            Object target = entry.isPresent() && !entry.isUnloaded() ? toOne.get(entry.entity()) : null;
            return target != null && target != entry.target(toOne) && context.entry(target) == null;
        });
    }
}
