// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.load.Loader;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings both sides of associations in step. What was put into or taken out of a collection sets the to-one; what a to-one was set to
 * changes the collections that are loaded. Where a program has changed both sides, and they contradict each other, that is an error.
 */
final class Sides {
    private final PersistenceContext context;
    private final Loader loader;
    private final Removals removals;
    /** What is in the collections that somebody joins: many may join one, which is looked through once. (Who leaves one joins another.) */
    private final Map<Collection<Object>, Set<Object>> present = new IdentityHashMap<>();

    Sides(PersistenceContext context, Loader loader, Removals removals) {
        this.context = context;
        this.loader = loader;
        this.removals = removals;
    }

    void bringInStep() {
        context.entities().all().forEach(mapping -> mapping.inverses().forEach(this::followCollections));
        context.entities().all().forEach(mapping -> mapping.toOnes().forEach(this::followToOne));
    }

    // collections to to-ones

    private void followCollections(Inverse inverse) {
        Map<Entry, Entry> putInto = new LinkedHashMap<>();
        Map<Entry, Entry> takenFrom = new LinkedHashMap<>();
        for (Entry owner : context.entries(inverse.owner())) {
            if (owner.isPresent() && !owner.isUnloaded() && !PersistCascade.isUnloaded(inverse, owner)) {
                compare(inverse, owner, putInto, takenFrom);
            }
        }
        putInto.forEach((element, owner) -> put(inverse, owner, element));
        takenFrom.forEach((element, owner) -> {
            if (!putInto.containsKey(element)) {
                take(inverse, owner, element);
            }
        });
    }

    private void compare(Inverse inverse, Entry owner, Map<Entry, Entry> putInto, Map<Entry, Entry> takenFrom) {
        if (owner.is(Status.MANAGED)) {
            loader.load(owner, inverse); // a collection that was replaced before it was loaded
        }
        List<Object> before = Objects.requireNonNullElse(owner.elements(inverse), List.of());
        List<Object> now = inverse.elements(owner.entity());
        if (Inverse.isSame(before, now)) {
            return;
        }
        for (Object element : without(now, before)) {
            Entry known = known(inverse, owner, element);
            Entry other = putInto.put(known, owner);
            if (other != null && other != owner) {
                throw new UnflushableException(known + " was put into " + inverse.path() + " of " + other + " and of "
                        + owner + "; it can be in one of them only.");
            }
        }
        for (Object element : without(before, now)) {
            Entry known = context.entry(element);
            if (known != null && known.isPresent()) {
                takenFrom.put(known, owner);
            }
        }
    }

    private Entry known(Inverse inverse, Entry owner, @Nullable Object element) {
        if (element == null) {
            throw new UnflushableException(
                    inverse.path() + " of " + owner + " holds null; a collection of entities holds entities only.");
        }
        Entry known = context.entry(element);
        if (known == null) {
            throw new UnflushableException(
                    unknown(inverse.path(), owner, inverse.target().name()));
        }
        if (known.is(Status.REMOVED)) {
            throw new UnflushableException(known + " was removed, but it was put into " + inverse.path() + " of "
                    + owner + "; do one of the two.");
        }
        return known;
    }

    /** What is said of an object that the session does not know. */
    static String unknown(String path, Entry owner, String target) {
        return path + " of " + owner + " refers to a " + target
                + " that this session does not know. If it is new, persist it" + " or declare cascade = PERSIST on "
                + path + "; if it is from another session, find it in this one.";
    }

    private void put(Inverse inverse, Entry owner, Entry element) {
        ToOne toOne = inverse.mappedBy();
        Object now = toOne.get(element.entity());
        if (now == owner.entity()) {
            return;
        }
        if (now != null && now != element.target(toOne)) {
            throw new UnflushableException(element + " was put into " + inverse.path() + " of " + owner + ", but its "
                    + toOne.path() + " was set to " + name(now)
                    + "; the two sides contradict each other, change one of them.");
        }
        toOne.set(element.entity(), owner.entity());
    }

    private void take(Inverse inverse, Entry owner, Entry element) {
        ToOne toOne = inverse.mappedBy();
        Object now = toOne.get(element.entity());
        if (now != owner.entity()) {
            return; // it has moved, or was let go of on its own side; see followToOne
        }
        if (inverse.orphanRemoval()) {
            removals.remove(element);
        } else if (toOne.isNullable()) {
            toOne.set(element.entity(), null);
        } else {
            throw new UnflushableException(element + " was taken out of " + inverse.path() + " of " + owner
                    + ", but its "
                    + toOne.path() + " must not be null. Put it into another, remove it, or declare orphanRemoval on "
                    + inverse.path() + ".");
        }
    }

    // to-ones to collections

    private void followToOne(ToOne toOne) {
        Inverse inverse = toOne.inverse();
        if (inverse == null && !toOne.orphanRemoval()) {
            return;
        }
        for (Entry entry : context.entries(toOne.owner())) {
            if (entry.isPresent() && !entry.isUnloaded()) {
                Object before = entry.target(toOne);
                Object now = toOne.get(entry.entity());
                if (before != now) {
                    follow(toOne, entry, before, now);
                }
            }
        }
    }

    private void follow(ToOne toOne, Entry entry, @Nullable Object before, @Nullable Object now) {
        Inverse inverse = toOne.inverse();
        Entry left = before == null ? null : context.entry(before);
        Entry joined = now == null ? null : context.entry(now);
        if (inverse != null && left != null && isLoaded(inverse, left)) {
            takeOut(inverse, left, entry.entity());
        }
        if (inverse != null && joined != null && joined.isPresent() && isLoaded(inverse, joined)) {
            putIn(inverse, joined, entry);
        }
        if (left != null && toOne.orphanRemoval()) {
            removals.remove(left);
        }
        if (inverse != null && inverse.orphanRemoval() && left != null && now == null) {
            removals.remove(entry);
        }
    }

    private static boolean isLoaded(Inverse inverse, Entry owner) {
        if (!inverse.isCollection()) {
            return owner.is(Status.NEW) || owner.elements(inverse) != null;
        }
        return !PersistCascade.isUnloaded(inverse, owner) && inverse.get(owner.entity()) != null;
    }

    private void putIn(Inverse inverse, Entry owner, Entry element) {
        if (!inverse.isCollection()) {
            Object former = inverse.get(owner.entity());
            inverse.set(owner.entity(), element.entity());
            Entry replaced = former == null || former == element.entity() ? null : context.entry(former);
            if (replaced != null && replaced.isPresent()) {
                take(inverse, owner, replaced);
            }
            return;
        }
        Collection<Object> collection = collection(inverse, owner);
        Set<Object> held = present.computeIfAbsent(collection, Sides::identities);
        if (held.add(element.entity())) {
            change(inverse, owner, () -> collection.add(element.entity()));
        }
    }

    private static Set<Object> identities(Collection<Object> elements) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>(elements.size() + 1));
        identities.addAll(elements);
        return identities;
    }

    /** Takes an element out, if it is in. */
    static void takeOut(Inverse inverse, Entry owner, Object element) {
        if (!inverse.isCollection()) {
            if (inverse.get(owner.entity()) == element) {
                inverse.set(owner.entity(), null);
            }
            return;
        }
        if (inverse.get(owner.entity()) == null) {
            return;
        }
        Collection<Object> collection = collection(inverse, owner);
        change(inverse, owner, () -> {
            for (Iterator<Object> elements = collection.iterator(); elements.hasNext(); ) {
                if (elements.next() == element) {
                    elements.remove();
                }
            }
        });
    }

    private static void change(Inverse inverse, Entry owner, Runnable change) {
        try {
            change.run();
        } catch (UnsupportedOperationException unmodifiable) {
            throw new UnflushableException("The collection " + inverse.path() + " of " + owner
                    + " cannot be modified, but has to follow its other side, "
                    + inverse.mappedBy().path()
                    + "; use one that can, such as an ArrayList.");
        }
    }

    @SuppressWarnings("unchecked") // a collection of entities
    private static Collection<Object> collection(Inverse inverse, Entry owner) {
        return (Collection<Object>) Objects.requireNonNull(inverse.get(owner.entity()));
    }

    private String name(Object entity) {
        Entry known = context.entry(entity);
        return known == null ? "an unknown " + context.entities().of(entity).name() : known.toString();
    }

    /** By identity: two objects that are equal to a program may be two rows. */
    private static List<Object> without(List<Object> elements, List<Object> others) {
        Set<Object> excluded = Collections.newSetFromMap(new IdentityHashMap<>());
        excluded.addAll(others);
        List<Object> rest = new ArrayList<>();
        for (Object element : elements) {
            if (excluded.add(element)) {
                rest.add(element);
            }
        }
        return rest;
    }
}
