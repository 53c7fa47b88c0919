// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import io.aludel.orm.entity.Entities;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a session. Within it one row is one instance. The map is strong: a weak one would lose changes to objects that nobody holds.
 */
public final class PersistenceContext {
    private final Entities entities;
    private final Map<EntityMapping, Members> members = new HashMap<>();
    /** Objects that cannot be found by their identifier, having none yet or none that counts. */
    private final Map<Object, Entry> unnumbered = new IdentityHashMap<>();

    private final History history;

    public PersistenceContext(Entities entities) {
        this.entities = entities;
        this.history = new History();
    }

    public Entities entities() {
        return entities;
    }

    public History history() {
        return history;
    }

    /** The entry of the row with this identifier, new objects not included. */
    public @Nullable Entry find(EntityMapping mapping, Object id) {
        return members(mapping).byId.get(id);
    }

    /** As {@link #find(EntityMapping, Object)}, for identifiers that are whole numbers. */
    public @Nullable Entry find(EntityMapping mapping, long id) {
        return members(mapping).byId.get(id);
    }

    /** The entry of the new object that the program has given this identifier. */
    public @Nullable Entry findNew(EntityMapping mapping, Object id) {
        return unnumbered.values().stream()
                .filter(entry -> entry.mapping() == mapping && id.equals(mapping.idOf(entry.entity())))
                .findFirst()
                .orElse(null);
    }

    /** The entry of this very object; null where the session does not know it. */
    public @Nullable Entry entry(Object entity) {
        EntityMapping mapping = entities.of(entity);
        Object id = mapping.idOf(entity);
        if (id != null) {
            Entry known = find(mapping, id);
            if (known != null && known.entity() == entity) {
                return known;
            }
        }
        return unnumbered.isEmpty() ? null : unnumbered.get(entity);
    }

    /** Takes in an object that stands for a row. */
    public Entry addManaged(EntityMapping mapping, Object entity, Object id) {
        Entry entry = new Entry(mapping, entity, Status.MANAGED, id);
        Members all = members(mapping);
        all.byId.put(id, entry);
        all.inOrder.add(entry);
        return entry;
    }

    /** Takes in an object whose row is to be inserted. */
    public Entry addNew(EntityMapping mapping, Object entity) {
        Entry entry = new Entry(mapping, entity, Status.NEW, null);
        history.rememberUnknown(entry);
        unnumbered.put(entity, entry);
        members(mapping).inOrder.add(entry);
        return entry;
    }

    /** The new object has its row, and its identifier. */
    public void inserted(Entry entry) {
        history.remember(entry);
        entry.status(Status.MANAGED);
        unnumbered.remove(entry.entity());
        members(entry.mapping()).byId.put(entry.knownId(), entry);
    }

    /** Marks it for deletion; a new one is simply let go of. */
    public void remove(Entry entry) {
        if (entry.is(Status.NEW)) {
            letGo(entry);
        } else {
            history.remember(entry);
            entry.status(Status.REMOVED);
        }
    }

    /** Takes a removal back. */
    public void keep(Entry entry) {
        history.remember(entry);
        entry.status(Status.MANAGED);
    }

    /** Lets go of an object whose row is gone, or that will never have one; a rollback brings it back. */
    public void letGo(Entry entry) {
        history.remember(entry);
        forget(entry);
    }

    /** Lets go of an object for good. */
    public void detach(Entry entry) {
        history.forget(entry);
        forget(entry);
    }

    /** Lets go of everything for good. */
    public void clear() {
        members.values().forEach(all -> all.inOrder.forEach(entry -> entry.status(Status.GONE)));
        members.clear();
        unnumbered.clear();
        history.forgetAll();
    }

    /**
     * Knows again what it knew when the scope of this depth began. The objects' own values are the caller's.
     *
     * @param unload makes an inverse side unloaded again
     */
    public void rollback(int depth, BiConsumer<Entry, Inverse> unload) {
        History.Undone undone = history.rollback(depth);
        Set<Entry> known = new LinkedHashSet<>();
        members.values().forEach(all -> known.addAll(all.inOrder));
        known.addAll(undone.entries());
        members.clear();
        unnumbered.clear();
        known.stream().filter(entry -> !entry.is(Status.GONE)).forEach(this::takeIn);
        undone.unload().stream()
                .filter(side -> side.entry().is(Status.MANAGED))
                .forEach(side -> unload.accept(side.entry(), side.inverse()));
    }

    private void takeIn(Entry entry) {
        Members all = members(entry.mapping());
        all.inOrder.add(entry);
        if (entry.is(Status.NEW)) {
            unnumbered.put(entry.entity(), entry);
        } else {
            all.byId.put(entry.knownId(), entry);
        }
    }

    private void forget(Entry entry) {
        entry.status(Status.GONE);
        unnumbered.remove(entry.entity());
        Members all = members(entry.mapping());
        Object id = entry.id();
        if (id != null && all.byId.get(id) == entry) {
            all.byId.remove(id);
        }
        all.gone();
    }

    /** The entries of this entity that are not gone, in the order in which they came. */
    public List<Entry> entries(EntityMapping mapping) {
        Members all = members.get(mapping);
        if (all == null) {
            return List.of();
        }
        List<Entry> present = new ArrayList<>(all.inOrder.size());
        for (Entry entry : all.inOrder) {
            if (!entry.is(Status.GONE)) {
                present.add(entry);
            }
        }
        return present;
    }

    /** All entries that are not gone, by entity in the model's order. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        entities.all().forEach(mapping -> all.addAll(entries(mapping)));
        return all;
    }

    /** Whether there is an object of this entity. */
    public boolean holds(EntityMapping mapping) {
        return any(mapping, entry -> true);
    }

    /** Whether one of the entries of this entity that are not gone is such. */
    public boolean any(EntityMapping mapping, Predicate<Entry> condition) {
        Members all = members.get(mapping);
        return all != null && all.any(condition);
    }

    /** Whether there is no object at all. */
    public boolean isEmpty() {
        for (Members all : members.values()) {
            if (all.any(entry -> true)) {
                return false;
            }
        }
        return true;
    }

    private Members members(EntityMapping mapping) {
        Members known = members.get(mapping);
        if (known == null) {
            known = new Members(mapping.hasWholeNumberId());
            members.put(mapping, known);
        }
        return known;
    }

    /** The entries of one entity. */
    private static final class Members {
        private final IdentityMap byId;
        private List<Entry> inOrder = new ArrayList<>();
        private int gone;

        Members(boolean wholeNumbers) {
            byId = new IdentityMap(wholeNumbers);
        }

        boolean any(Predicate<Entry> condition) {
            for (Entry entry : inOrder) {
                if (!entry.is(Status.GONE) && condition.test(entry)) {
                    return true;
                }
            }
            return false;
        }

        /** One more is gone; when most are, they are swept out, so that each costs the same on average. */
        void gone() {
            gone++;
            if (gone > 16 && gone > inOrder.size() / 2) {
                List<Entry> kept = new ArrayList<>();
                inOrder.stream().filter(entry -> !entry.is(Status.GONE)).forEach(kept::add);
                inOrder = kept;
                gone = 0;
            }
        }
    }
}
