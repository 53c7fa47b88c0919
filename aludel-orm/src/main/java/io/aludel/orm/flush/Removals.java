// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.load.Loader;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes removals on to what depends on the removed: children are removed too or lose their reference, as cascades and the foreign keys' {@code on
 * delete} say. Children that are not loaded are left to the database where it takes care of them, and loaded otherwise, all of one
 * association by one statement.
 */
public final class Removals {
    private final PersistenceContext context;
    private final Loader loader;

    public Removals(PersistenceContext context, Loader loader) {
        this.context = context;
        this.loader = loader;
    }

    /** What a program asks for: the object is to be deleted, and what it cascades {@code REMOVE} to as far as that is loaded. */
    public void remove(Entry entry) {
        if (!entry.isPresent()) {
            return;
        }
        if (entry.isUnloaded() && needsItsRow(entry.mapping())) {
            loader.load(entry);
        }
        List<Object> dependents = loadedDependents(entry);
        context.remove(entry);
        for (Object dependent : dependents) {
            Entry known = context.entry(dependent);
            if (known != null) {
                remove(known);
            }
        }
    }

    /** Deleting by identifier is enough, unless there is a version to compare or somebody to take along. */
    private static boolean needsItsRow(EntityMapping mapping) {
        return mapping.version() != null
                || mapping.toOnes().stream()
                        .anyMatch(toOne -> toOne.cascades(CascadeKind.REMOVE) || toOne.orphanRemoval());
    }

    private static List<Object> loadedDependents(Entry entry) {
        List<Object> dependents = new ArrayList<>();
        for (Inverse inverse : entry.mapping().inverses()) {
            if (takesAlong(inverse) && !PersistCascade.isUnloaded(inverse, entry)) {
                for (Object element : inverse.elements(entry.entity())) {
                    Object refersTo = inverse.mappedBy().get(element);
                    // One that refers to another by now has moved there, though this collection does not know yet.
                    if (refersTo == null || refersTo == entry.entity()) {
                        dependents.add(element);
                    }
                }
            }
        }
        for (ToOne toOne : entry.mapping().toOnes()) {
            Object target =
                    toOne.cascades(CascadeKind.REMOVE) || toOne.orphanRemoval() ? toOne.get(entry.entity()) : null;
            if (target != null) {
                dependents.add(target);
            }
        }
        return dependents;
    }

    private static boolean takesAlong(Inverse inverse) {
        return inverse.cascades(CascadeKind.REMOVE) || inverse.orphanRemoval();
    }

    /** Before a flush: until nothing that stays refers to anything that goes. */
    void spread() {
        Set<Entry> seen = new HashSet<>();
        for (List<Entry> round = unseen(seen); !round.isEmpty(); round = unseen(seen)) {
            Map<EntityMapping, List<Entry>> removed = new LinkedHashMap<>();
            round.forEach(entry -> removed.computeIfAbsent(entry.mapping(), m -> new ArrayList<>())
                    .add(entry));
            removed.forEach((mapping, entries) -> mapping.incoming().forEach(toOne -> spread(toOne, entries)));
        }
        seen.forEach(this::leaveCollections);
    }

    private List<Entry> unseen(Set<Entry> seen) {
        List<Entry> round = new ArrayList<>();
        for (Entry entry : context.entries()) {
            if (entry.is(Status.REMOVED) && seen.add(entry)) {
                round.add(entry);
            }
        }
        return round;
    }

    private void spread(ToOne toOne, List<Entry> removed) {
        Inverse inverse = toOne.inverse();
        if (inverse != null && !isDatabasesWork(toOne, new HashSet<>())) {
            List<Entry> unknown = removed.stream()
                    .filter(entry -> entry.elements(inverse) == null)
                    .toList();
            if (!unknown.isEmpty()) {
                loader.loadSides(inverse, unknown);
            }
        }
        Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        removed.forEach(entry -> gone.add(entry.entity()));
        for (Entry child : context.entries(toOne.owner())) {
            Object target = child.isPresent() && !child.isUnloaded() ? toOne.get(child.entity()) : null;
            if (target != null && gone.contains(target)) {
                spread(toOne, child, target);
            }
        }
    }

    private void spread(ToOne toOne, Entry child, Object target) {
        Inverse inverse = toOne.inverse();
        boolean cascades = inverse != null && takesAlong(inverse);
        if (cascades || toOne.onDelete() == ForeignKey.Action.CASCADE) {
            remove(child);
        } else if (child.target(toOne) != target) {
            return; // the program has just set it; that is an error of its own, see Checks
        } else if (toOne.isNullable() && (inverse != null || toOne.onDelete() == ForeignKey.Action.SET_NULL)) {
            toOne.set(child.entity(), null);
        } else {
            throw new UnflushableException(context.entry(target) + " cannot be removed: " + child + " refers to it by "
                    + toOne.path() + (toOne.isNullable() ? "" : ", which must not be null")
                    + ". Remove that too, let it refer to another, or declare what is to happen: cascade = REMOVE on the"
                    + " other side, or @OnDelete on " + toOne.path() + ".");
        }
    }

    /**
     * Whether the database deletes or changes the rows that refer to a deleted one. Where it deletes them, what refers to those in turn must be its
     * work too.
     */
    private static boolean isDatabasesWork(ToOne toOne, Set<ToOne> visited) {
        if (!visited.add(toOne)) {
            return true;
        }
        if (toOne.onDelete() == ForeignKey.Action.SET_NULL) {
            return toOne.inverse() == null || !takesAlong(toOne.inverse());
        }
        return toOne.onDelete() == ForeignKey.Action.CASCADE
                && toOne.owner().toOnes().stream().noneMatch(other -> other.cascades(CascadeKind.REMOVE))
                && toOne.owner().incoming().stream()
                        .filter(next -> next.inverse() != null)
                        .allMatch(next -> isDatabasesWork(next, visited));
    }

    private void leaveCollections(Entry removed) {
        for (ToOne toOne : removed.mapping().toOnes()) {
            Inverse inverse = toOne.inverse();
            Object target = removed.isLoaded() ? toOne.get(removed.entity()) : null;
            Entry owner = inverse == null || target == null ? null : context.entry(target);
            if (owner != null && inverse != null && owner.isPresent() && !PersistCascade.isUnloaded(inverse, owner)) {
                Sides.takeOut(inverse, owner, removed.entity());
            }
        }
    }

    /** All that are to be deleted, in the order in which they came. */
    List<Entry> removed() {
        Set<Entry> removed = new LinkedHashSet<>();
        context.entries().stream().filter(entry -> entry.is(Status.REMOVED)).forEach(removed::add);
        return List.copyOf(removed);
    }
}
