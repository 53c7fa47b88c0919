// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.error.SessionException;
import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.load.LazyCollection;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes objects persistent, and those that they cascade {@code PERSIST} to. */
public final class PersistCascade {
    private final PersistenceContext context;
    private final Deque<Entry> toVisit = new ArrayDeque<>();
    private final List<Entry> added = new ArrayList<>();

    public PersistCascade(PersistenceContext context) {
        this.context = context;
    }

    /** What a program asks for: the object is persistent from now on, a removal taken back. */
    public void persist(Object entity) {
        Entry known = context.entry(entity);
        if (known != null && known.is(Status.REMOVED)) {
            context.keep(known);
        }
        toVisit.add(known != null ? known : add(entity, null));
        try {
            visitAll();
        } catch (RuntimeException e) {
            added.forEach(context::detach);
            throw e;
        }
    }

    /** Before a flush: whatever the session's objects reach by now. */
    void persistReachable() {
        for (Entry entry : context.entries()) {
            if (entry.is(Status.NEW) || entry.is(Status.MANAGED) && entry.isLoaded()) {
                toVisit.add(entry);
            }
        }
        visitAll();
    }

    private void visitAll() {
        for (Entry entry = toVisit.poll(); entry != null; entry = toVisit.poll()) {
            visit(entry);
        }
    }

    private void visit(Entry entry) {
        if (!entry.is(Status.NEW) && !entry.isLoaded()) {
            return;
        }
        for (ToOne toOne : entry.mapping().toOnes()) {
            Object target = toOne.get(entry.entity());
            if (target != null && target != entry.target(toOne) && toOne.cascades(CascadeKind.PERSIST)) {
                reach(target, toOne.path());
            }
        }
        for (Inverse inverse : entry.mapping().inverses()) {
            if (inverse.cascades(CascadeKind.PERSIST) && !isUnloaded(inverse, entry)) {
                List<Object> elements = inverse.elements(entry.entity());
                List<Object> before = entry.elements(inverse);
                if (before == null || !Inverse.isSame(before, elements)) {
                    elements.forEach(element -> reach(element, inverse.path()));
                }
            }
        }
    }

    private void reach(@Nullable Object entity, String path) {
        if (entity == null) {
            throw new UnflushableException(path + " holds null; a collection of entities holds entities only.");
        }
        if (context.entry(entity) == null) {
            toVisit.add(add(entity, path));
        }
    }

    private Entry add(Object entity, @Nullable String path) {
        EntityMapping mapping = context.entities().of(entity);
        Object id = mapping.idOf(entity);
        if (id != null && !(mapping.idGeneration() instanceof IdGeneration.Assigned)) {
            String message = (path == null ? "A " + mapping.name() : path + " reaches a " + mapping.name() + " that")
                    + " cannot be persisted: it has the identifier " + id
                    + " already, so it belongs to another session or was detached. Find " + mapping.name() + " " + id
                    + " in this session and work with that, or take the identifier away to insert a copy.";
            throw path == null ? new SessionException(message) : new UnflushableException(message);
        }
        if (id != null && context.find(mapping, id) != null) {
            throw new SessionException(
                    "This " + mapping.name() + " cannot be persisted: the session has another object for "
                            + mapping.name() + " " + id + ". Change that one, or give this one another identifier.");
        }
        Entry entry = context.addNew(mapping, entity);
        added.add(entry);
        return entry;
    }

    static boolean isUnloaded(Inverse inverse, Entry entry) {
        return inverse.get(entry.entity()) instanceof LazyCollection collection && !collection.isLoaded();
    }
}
