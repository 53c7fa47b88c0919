// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Rows;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.MappedColumn;
import io.aludel.orm.error.EntityNotFoundException;
import io.aludel.orm.error.LazyLoadException;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.SessionConnection;
import io.aludel.orm.state.Siblings;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session's way from rows to objects: finds them by identifier, and loads what is touched, for all siblings of the same result at once.
 */
public final class Loader {
    /** Identifiers in one statement. */
    static final int CHUNK = 500;

    private final PersistenceContext context;
    private final SessionConnection connection;

    public Loader(PersistenceContext context, SessionConnection connection) {
        this.context = context;
        this.connection = connection;
    }

    // by identifier

    /** The object with this identifier; null if there is no row. No statement is executed for one that the session has loaded. */
    public @Nullable Object find(EntityMapping mapping, Object id) {
        Entry known = context.find(mapping, id);
        if (known == null) {
            Entry fresh = context.findNew(mapping, id);
            if (fresh != null) {
                return fresh.entity();
            }
            ResultReading reading = reading(Set.of());
            selectByIds(mapping, List.of(id), reading);
            reading.complete();
            Entry found = context.find(mapping, id);
            return found == null ? null : found.entity();
        }
        if (known.is(Status.REMOVED)) {
            return null;
        }
        if (known.isUnloaded() || known.isExpired()) {
            load(known);
            if (!known.isLoaded()) {
                return null;
            }
            if (known.isExpired() && !known.isChanged()) {
                context.letGo(known);
                return null;
            }
        }
        return known.entity();
    }

    /**
     * The object with this identifier, or a reference that is loaded when it is touched; where its class allows none it is loaded now.
     *
     * @throws EntityNotFoundException if it is loaded, and there is no row
     */
    public Object reference(EntityMapping mapping, Object id) {
        Entry known = context.find(mapping, id);
        if (known != null && known.is(Status.MANAGED)) {
            return known.entity();
        }
        Entry reference = known != null
                ? null
                : newReference(mapping, id, new References(this, "getReference(" + mapping.name() + ")"));
        if (reference != null) {
            return reference.entity();
        }
        Object found = find(mapping, id);
        if (found == null) {
            throw new EntityNotFoundException(
                    "There is no " + mapping.name() + " with the identifier " + id + " to refer to.",
                    mapping.javaClass(),
                    id);
        }
        return found;
    }

    /** Reads the objects' rows again, and overwrites them; their collections are loaded anew when they are touched. */
    public void refresh(List<Entry> entries) {
        entries.forEach(entry -> entry.expired(true));
        overwrite(entries, reading(Set.copyOf(entries)));
        for (Entry entry : entries) {
            if (entry.isExpired()) {
                throw new EntityNotFoundException(
                        entry + " cannot be refreshed: its row is gone.",
                        entry.mapping().javaClass(),
                        entry.knownId());
            }
        }
    }

    /** Reads the rows of objects again that were changed in the database; what they hold on other sides stays. */
    public void reread(List<Entry> entries) {
        List<Entry> loaded = entries.stream().filter(Entry::isLoaded).toList();
        overwrite(loaded, new ResultReading(this, context, Set.copyOf(loaded), false));
    }

    private void overwrite(List<Entry> entries, ResultReading reading) {
        Map<EntityMapping, List<Object>> ids = new LinkedHashMap<>();
        entries.forEach(entry ->
                ids.computeIfAbsent(entry.mapping(), m -> new ArrayList<>()).add(entry.knownId()));
        ids.forEach((mapping, some) -> selectByIds(mapping, some, reading));
        reading.complete();
    }

    // references

    /** A new reference among those siblings; null where the class allows none. */
    @Nullable
    Entry newReference(EntityMapping mapping, Object id, References references) {
        Object instance = mapping.access().newReference(references);
        if (instance == null) {
            return null;
        }
        mapping.setId(instance, id);
        Entry entry = context.addManaged(mapping, instance, id);
        references.siblings().add(entry);
        return entry;
    }

    void loadReference(Object reference, String origin) {
        EntityMapping mapping = context.entities().of(reference);
        Object id = String.valueOf(mapping.idOf(reference));
        Entry entry = context.entry(reference);
        if (entry == null || entry.entity() != reference) {
            throw new LazyLoadException(
                    origin,
                    origin + " cannot load " + mapping.name() + " " + id + ": " + whyNot()
                            + " Touch it while the session is open, or find " + mapping.name() + " " + id
                            + " in another session.");
        }
        load(entry);
        if (!entry.isLoaded()) {
            throw new EntityNotFoundException(
                    origin + " refers to " + entry + ", but " + mapping.table() + " has no such row (any more).",
                    mapping.javaClass(),
                    id);
        }
    }

    /** Loads an entry, with its unloaded siblings; it stays unloaded if there is no row. */
    public void load(Entry entry) {
        List<Object> ids = new ArrayList<>();
        ids.add(entry.knownId());
        Siblings siblings = entry.siblings();
        if (entry.isUnloaded() && siblings != null) {
            siblings.entries().stream()
                    .filter(sibling -> sibling != entry && sibling.isUnloaded())
                    .forEach(sibling -> ids.add(sibling.knownId()));
        }
        ResultReading reading = reading(Set.of());
        selectByIds(entry.mapping(), ids, reading);
        reading.complete();
    }

    // other sides

    /** Puts a collection into the field that is loaded when it is used; of a one-to-one, asks for the other side now. */
    public void unload(Entry entry, Inverse inverse) {
        entry.elements(inverse, null);
        if (inverse.isCollection()) {
            Consumer<LazyCollection> loader = collection -> loadSide(entry, inverse, collection);
            inverse.set(entry.entity(), inverse.isSet() ? new LazySet(loader) : new LazyList(loader));
        }
    }

    /** What the inverse side holds in the database, if it was not loaded; for its siblings too. */
    public void load(Entry entry, Inverse inverse) {
        if (entry.elements(inverse) != null) {
            return;
        }
        List<Entry> owners = new ArrayList<>();
        owners.add(entry);
        Siblings siblings = entry.siblings();
        if (siblings != null) {
            siblings.entries().stream()
                    .filter(sibling -> sibling != entry
                            && sibling.mapping() == entry.mapping()
                            && sibling.isLoaded()
                            && sibling.elements(inverse) == null)
                    .forEach(owners::add);
        }
        loadSides(inverse, owners);
    }

    /** Loads the inverse side of these, which have not loaded it. */
    public void loadSides(Inverse inverse, List<Entry> owners) {
        ResultReading reading = reading(Set.of());
        selectElements(inverse, owners, reading);
        reading.complete();
    }

    private void loadSide(Entry entry, Inverse inverse, LazyCollection collection) {
        if (!entry.is(Status.MANAGED) && !entry.is(Status.REMOVED)) {
            throw new LazyLoadException(
                    inverse.path(),
                    inverse.path() + " of " + entry + " cannot be loaded: " + whyNot()
                            + " Touch it while the session is open, or find " + entry + " in another session.");
        }
        load(entry, inverse);
        List<Object> held = entry.elements(inverse);
        if (!collection.isLoaded()) {
            collection.fill(held == null ? List.of() : held);
        }
    }

    private String whyNot() {
        return connection.isClosed()
                ? "its session is closed."
                : "its session let go of it by detach(), clear() or a rollback, or its row was deleted.";
    }

    // statements

    ResultReading reading(Set<Entry> overwritten) {
        return new ResultReading(this, context, overwritten, true);
    }

    void selectByIds(EntityMapping mapping, List<Object> ids, ResultReading reading) {
        chunks(ids, chunk -> {
            try (Rows rows = select(mapping, mapping.id(), chunk, List.of())) {
                while (rows.next()) {
                    reading.read(mapping, rows, 0);
                }
            }
        });
    }

    void selectElements(Inverse inverse, List<Entry> owners, ResultReading reading) {
        EntityMapping target = inverse.target();
        int keyColumn = target.attributes().size() + inverse.mappedBy().place();
        Map<Object, List<Object>> held = new HashMap<>();
        chunks(owners.stream().map(Entry::knownId).toList(), chunk -> {
            try (Rows rows = select(target, inverse.mappedBy().column(), chunk, inverse.orderBy())) {
                while (rows.next()) {
                    Object element = reading.read(target, rows, 0).entity();
                    held.computeIfAbsent(rows.get(keyColumn), k -> new ArrayList<>())
                            .add(element);
                }
            }
        });
        owners.forEach(owner -> deliver(owner, inverse, held.getOrDefault(owner.knownId(), List.of())));
    }

    private void deliver(Entry owner, Inverse inverse, List<Object> held) {
        owner.elements(inverse, held);
        context.history().loaded(owner, inverse);
        if (!inverse.isCollection()) {
            inverse.set(owner.entity(), held.isEmpty() ? null : held.get(0));
        } else if (inverse.get(owner.entity()) instanceof LazyCollection collection && !collection.isLoaded()) {
            collection.fill(held);
        }
    }

    private Rows select(EntityMapping mapping, MappedColumn column, List<Object> values, List<String> orderBy) {
        EngineConnection open = connection.get();
        int size = values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
        RenderedSql sql = mapping.statements().selectIn(open.dialect(), column, size, orderBy);
        @Nullable Object[] parameters = new Object[size];
        for (int i = 0; i < size; i++) {
            parameters[i] = values.get(Math.min(i, values.size() - 1));
        }
        return open.query(sql, mapping.statements().types(), parameters);
    }

    private static void chunks(List<Object> values, Consumer<List<Object>> work) {
        for (int from = 0; from < values.size(); from += CHUNK) {
            work.accept(values.subList(from, Math.min(from + CHUNK, values.size())));
        }
    }
}
