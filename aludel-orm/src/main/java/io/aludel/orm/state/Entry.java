// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import io.aludel.mapping.access.LazyReference;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of one object: its identifier, and what its row, its references and its collections were like when they were last
 * read or written.
 */
public final class Entry {
    private static final @Nullable Object[] NOTHING = {};

    private final EntityMapping mapping;
    private final Object entity;
    private Status status;
    private @Nullable Object id;
    private @Nullable Object snapshot;
    /** What each owning to-one referred to. */
    private @Nullable Object[] targets;
    /** What each inverse side held, as a list; null where it has not been loaded. */
    private @Nullable Object[] elements;

    private boolean expired;
    private @Nullable Siblings siblings;

    Entry(EntityMapping mapping, Object entity, Status status, @Nullable Object id) {
        this.mapping = mapping;
        this.entity = entity;
        this.status = status;
        this.id = id;
        this.targets = mapping.toOnes().isEmpty()
                ? NOTHING
                : new Object[mapping.toOnes().size()];
        this.elements = mapping.inverses().isEmpty()
                ? NOTHING
                : new Object[mapping.inverses().size()];
    }

    public EntityMapping mapping() {
        return mapping;
    }

    public Object entity() {
        return entity;
    }

    public Status status() {
        return status;
    }

    void status(Status status) {
        this.status = status;
    }

    public boolean is(Status status) {
        return this.status == status;
    }

    /** New, or standing for a row; neither removed nor gone. */
    public boolean isPresent() {
        return status == Status.NEW || status == Status.MANAGED;
    }

    /** The identifier; null where the object is new and the identifier is not known yet. */
    public @Nullable Object id() {
        return id;
    }

    /** The identifier of what has been inserted. */
    public Object knownId() {
        if (id == null) {
            throw new IllegalStateException(this + " has no identifier yet.");
        }
        return id;
    }

    /** Notes the identifier; the object's own field is the caller's. */
    public void id(@Nullable Object id) {
        this.id = id;
    }

    /** Whether its attributes have been read or written, so that there is something to compare them with. */
    public boolean isLoaded() {
        return snapshot != null;
    }

    /** Whether it is a reference of which only the identifier is known. */
    public boolean isUnloaded() {
        return status == Status.MANAGED && snapshot == null;
    }

    /** What the attributes were like. */
    public Object snapshot() {
        if (snapshot == null) {
            throw new IllegalStateException(this + " has not been loaded.");
        }
        return snapshot;
    }

    /** Notes the attributes as they are now. */
    public void takeSnapshot() {
        snapshot = mapping.access().snapshot(entity);
    }

    public @Nullable Object target(ToOne toOne) {
        return targets[toOne.place()];
    }

    public void target(ToOne toOne, @Nullable Object target) {
        targets[toOne.place()] = target;
    }

    /** What the inverse side held; null where it has not been loaded. */
    @SuppressWarnings("unchecked") // put by the other
    public @Nullable List<Object> elements(Inverse inverse) {
        return (List<Object>) elements[inverse.place()];
    }

    /** Notes what the inverse side holds; null: that it is not loaded. */
    public void elements(Inverse inverse, @Nullable List<Object> held) {
        elements[inverse.place()] = held;
    }

    /** Whether the next query or {@code find} that meets the row is to overwrite the object. */
    public boolean isExpired() {
        return expired;
    }

    public void expired(boolean expired) {
        this.expired = expired;
    }

    /** Those that came in the same result, and are loaded together with it; null where it came alone. */
    public @Nullable Siblings siblings() {
        return siblings;
    }

    void siblings(Siblings siblings) {
        this.siblings = siblings;
    }

    /** Whether an attribute or an owning to-one differs from what was read or written. */
    public boolean isChanged() {
        if (snapshot == null || LazyReference.isUnloaded(entity)) {
            return false;
        }
        if (mapping.access().isChanged(entity, snapshot)) {
            return true;
        }
        for (ToOne toOne : mapping.toOnes()) {
            if (toOne.get(entity) != targets[toOne.place()]) {
                return true;
            }
        }
        return false;
    }

    Memento memento() {
        return new Memento(
                status,
                id,
                snapshot,
                targets.length == 0 ? targets : targets.clone(),
                elements.length == 0 ? elements : elements.clone());
    }

    /** What it was once, to be given back by a rollback. */
    record Memento(
            Status status,
            @Nullable Object id,
            @Nullable Object snapshot,
            @Nullable Object[] targets,
            @Nullable Object[] elements) {}

    void restore(Memento memento) {
        status = memento.status;
        id = memento.id;
        snapshot = memento.snapshot;
        targets = memento.targets;
        elements = memento.elements;
    }

    /** The object for messages, without asking it: {@code Pet 5}, {@code a new Pet}. */
    @Override
    public String toString() {
        return id == null ? "a new " + mapping.name() : mapping.name() + " " + id;
    }
}
