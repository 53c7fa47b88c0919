// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.type.RowReader;
import io.aludel.mapping.access.LazyReference;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.entity.WholeNumber;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Siblings;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one result into objects. What has to come along, and is not in the rows, is collected while they are read, and loaded by
 * {@link #complete} for all of them at once. Made for one result.
 */
final class ResultReading {
    private final Loader loader;
    private final PersistenceContext context;
    private final Set<Entry> overwritten;
    private final boolean overwriteSides;
    private final Map<EntityMapping, Siblings> owners = new HashMap<>();
    private final Map<ToOne, References> references = new HashMap<>();
    private List<Waiting> waiting = new ArrayList<>();
    private Map<Inverse, List<Entry>> unloadedSides = new LinkedHashMap<>();

    /** An object whose to-one is not there yet. */
    private record Waiting(Entry owner, ToOne toOne, Object targetId) {}

    /**
     * @param overwritten objects that take over what their rows say, changes of theirs lost
     * @param overwriteSides whether what these hold on other sides of associations is loaded anew too
     */
    ResultReading(Loader loader, PersistenceContext context, Set<Entry> overwritten, boolean overwriteSides) {
        this.loader = loader;
        this.context = context;
        this.overwritten = overwritten;
        this.overwriteSides = overwriteSides;
    }

    /**
     * The object of the current row, which begins at that column: the session's own if it has one, whose values stay as they are; otherwise
     * a new one. Null where an outer join found no row.
     */
    @Nullable
    Entry readOptional(EntityMapping mapping, RowReader row, int first) {
        Object id = row.get(first + mapping.id().member());
        return id == null ? null : read(mapping, row, first, context.find(mapping, id), id);
    }

    /** As {@link #readOptional}, where there is a row for certain. */
    Entry read(EntityMapping mapping, RowReader row, int first) {
        int column = first + mapping.id().member();
        if (mapping.hasWholeNumberId()) {
            long number = row.getLong(column);
            Entry known = context.find(mapping, number);
            Object id = known != null
                    ? known.knownId()
                    : WholeNumber.of(number, mapping.id().type().javaType());
            return read(mapping, row, first, known, id);
        }
        Object id = row.get(column);
        if (id == null) {
            throw new IllegalStateException("The identifier of a row of " + mapping.table() + " is NULL.");
        }
        return read(mapping, row, first, context.find(mapping, id), id);
    }

    private Entry read(EntityMapping mapping, RowReader row, int first, @Nullable Entry known, Object id) {
        Entry entry =
                known == null ? context.addManaged(mapping, mapping.access().instantiate(), id) : known;
        if (!entry.isLoaded()) {
            fill(entry, row, first);
        } else if (isOverwritten(entry)) {
            context.history().remember(entry);
            if (overwriteSides) {
                mapping.inverses().forEach(inverse -> entry.elements(inverse, null));
            }
            fill(entry, row, first);
        }
        if (!mapping.inverses().isEmpty()) {
            owners.computeIfAbsent(mapping, m -> new Siblings(m.name())).add(entry);
        }
        return entry;
    }

    private boolean isOverwritten(Entry entry) {
        return overwritten.contains(entry) || entry.isExpired() && entry.is(Status.MANAGED) && !entry.isChanged();
    }

    private void fill(Entry entry, RowReader row, int first) {
        EntityMapping mapping = entry.mapping();
        mapping.access().read(entry.entity(), row, first);
        if (entry.entity() instanceof LazyReference reference) {
            reference.aludelLoader(null);
        }
        entry.takeSnapshot();
        entry.expired(false);
        int column = first + mapping.attributes().size();
        for (ToOne toOne : mapping.toOnes()) {
            fill(entry, toOne, row, column++);
        }
        for (Inverse inverse : mapping.inverses()) {
            if (entry.elements(inverse) == null) {
                fill(entry, inverse);
            }
        }
    }

    private void fill(Entry entry, ToOne toOne, RowReader row, int column) {
        Entry target;
        Object id;
        if (toOne.target().hasWholeNumberId() && !toOne.column().nullable()) {
            long number = row.getLong(column);
            target = context.find(toOne.target(), number);
            id = target != null
                    ? target.knownId()
                    : WholeNumber.of(number, toOne.column().type().javaType());
        } else {
            id = row.get(column);
            if (id == null) {
                toOne.set(entry.entity(), null);
                entry.target(toOne, null);
                return;
            }
            target = context.find(toOne.target(), id);
        }
        if (target == null && toOne.isLazy()) {
            target = reference(toOne, id);
        }
        if (target == null) {
            waiting.add(new Waiting(entry, toOne, id));
        } else {
            refer(entry, toOne, target);
        }
    }

    /** A reference that is loaded when it is touched, together with its siblings; null where its class allows none. */
    private @Nullable Entry reference(ToOne toOne, Object id) {
        return loader.newReference(
                toOne.target(), id, references.computeIfAbsent(toOne, t -> new References(loader, t.path())));
    }

    private void refer(Entry owner, ToOne toOne, Entry target) {
        toOne.set(owner.entity(), target.entity());
        owner.target(toOne, target.entity());
        if (target.isUnloaded()) {
            references
                    .computeIfAbsent(toOne, t -> new References(loader, t.path()))
                    .siblings()
                    .add(target);
        }
        Inverse inverse = toOne.inverse();
        if (inverse != null && !inverse.isCollection() && target.elements(inverse) == null) {
            inverse.set(target.entity(), owner.entity());
            target.elements(inverse, List.of(owner.entity()));
        }
    }

    private void fill(Entry entry, Inverse inverse) {
        if (inverse.isCollection()) {
            loader.unload(entry, inverse);
        }
        if (!inverse.isLazy()) {
            unloadedSides.computeIfAbsent(inverse, i -> new ArrayList<>()).add(entry);
        }
    }

    /** Loads what comes along with the objects read: one statement an entity for references, one an association for other sides. */
    void complete() {
        while (!waiting.isEmpty() || !unloadedSides.isEmpty()) {
            loadWaiting();
            loadSides();
        }
    }

    private void loadWaiting() {
        List<Waiting> now = waiting;
        waiting = new ArrayList<>();
        Map<EntityMapping, Set<Object>> missing = new LinkedHashMap<>();
        for (Waiting one : now) {
            if (context.find(one.toOne.target(), one.targetId) == null) {
                missing.computeIfAbsent(one.toOne.target(), t -> new LinkedHashSet<>())
                        .add(one.targetId);
            }
        }
        missing.forEach((target, ids) -> loader.selectByIds(target, new ArrayList<>(ids), this));
        for (Waiting one : now) {
            Entry target = context.find(one.toOne.target(), one.targetId);
            if (target == null) {
                throw new EntityNotFoundException(
                        one.toOne.path() + " of " + one.owner + " refers to "
                                + one.toOne.target().name() + " "
                                + one.targetId + ", but " + one.toOne.target().table()
                                + " has no such row. A foreign key would have kept it.",
                        one.toOne.target().javaClass(),
                        one.targetId);
            }
            refer(one.owner, one.toOne, target);
        }
    }

    private void loadSides() {
        Map<Inverse, List<Entry>> now = unloadedSides;
        unloadedSides = new LinkedHashMap<>();
        now.forEach((inverse, entries) -> {
            List<Entry> unknown = entries.stream()
                    .filter(entry -> entry.elements(inverse) == null)
                    .toList();
            loader.selectElements(inverse, unknown, this);
        });
    }
}
