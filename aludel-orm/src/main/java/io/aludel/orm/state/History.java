// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.MappedColumn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the session knew when the transaction, and each savepoint in it, began; a rollback gives it back.
 *
 * <p>Only what is about to change is remembered, once in each scope. For everything else the snapshot is what the database holds.
 */
public final class History {
    private final Deque<Scope> scopes = new ArrayDeque<>();

    History() {
        scopes.push(new Scope());
    }

    /** Begins a scope inside the present one: a savepoint. */
    public void open() {
        scopes.push(new Scope());
    }

    /** How many scopes are open; the transaction itself is the first. */
    public int depth() {
        return scopes.size();
    }

    /** The scopes from this depth on end; what happened in them belongs to the one before. */
    public void release(int depth) {
        while (scopes.size() >= depth && scopes.size() > 1) {
            Scope inner = scopes.pop();
            Scope outer = scopes.element();
            inner.before.forEach(outer.before::putIfAbsent);
            inner.loaded.forEach((entry, inverses) -> outer.loaded(entry).addAll(inverses));
        }
    }

    /** The transaction has ended: nothing can be given back any more. */
    public void end() {
        scopes.clear();
        scopes.push(new Scope());
    }

    /** Notes what the session knows of this object, unless this scope knows already. */
    public void remember(Entry entry) {
        Scope scope = scopes.element();
        if (!scope.before.containsKey(entry)) {
            scope.before.put(entry, new Before(entry.memento(), null, null));
        }
    }

    /** Notes that the session did not know this object, and the identifier and version that it has. */
    void rememberUnknown(Entry entry) {
        MappedColumn version = entry.mapping().version();
        scopes.element()
                .before
                .put(
                        entry,
                        new Before(
                                null,
                                value(entry, entry.mapping().id()),
                                version == null ? null : value(entry, version)));
    }

    /** Notes that an inverse side was loaded in this scope, so that it may hold what a rollback undoes. */
    public void loaded(Entry entry, Inverse inverse) {
        scopes.element().loaded(entry).add(inverse);
    }

    /** Nothing about this object is ever given back. */
    void forget(Entry entry) {
        scopes.forEach(scope -> {
            scope.before.remove(entry);
            scope.loaded.remove(entry);
        });
    }

    /** Nothing that has happened until now is ever given back. */
    void forgetAll() {
        scopes.forEach(scope -> {
            scope.before.clear();
            scope.loaded.clear();
        });
    }

    /**
     * Gives the entries back what they were when the scope of this depth began; it begins anew, and those inside it are gone.
     *
     * @return the inverse sides to be made unloaded, because they were loaded between changes that are undone now
     */
    Undone rollback(int depth) {
        Undone undone = new Undone(new LinkedHashSet<>(), new ArrayList<>());
        while (scopes.size() >= depth) {
            Scope scope = scopes.pop();
            scope.before.forEach(History::giveBack);
            undone.entries.addAll(scope.before.keySet());
            if (!scope.before.isEmpty()) {
                scope.loaded.forEach((entry, inverses) ->
                        inverses.forEach(inverse -> undone.unload.add(new LoadedSide(entry, inverse))));
            }
        }
        scopes.push(new Scope());
        return undone;
    }

    private static void giveBack(Entry entry, Before before) {
        if (before.memento != null) {
            entry.restore(before.memento);
            return;
        }
        entry.status(Status.GONE);
        entry.id(null);
        entry.mapping().access().set(entry.entity(), entry.mapping().id().member(), before.id);
        MappedColumn version = entry.mapping().version();
        if (version != null) {
            entry.mapping().access().set(entry.entity(), version.member(), before.version);
        }
    }

    private static @Nullable Object value(Entry entry, MappedColumn column) {
        return entry.mapping().access().get(entry.entity(), column.member());
    }

    /** An inverse side of an object. */
    record LoadedSide(Entry entry, Inverse inverse) {}

    /** What a rollback gave back. */
    record Undone(Set<Entry> entries, List<LoadedSide> unload) {}

    /**
     * What was known of an object.
     *
     * @param memento null where it was unknown; then {@code id} and {@code version} are what the object said
     */
    private record Before(
            Entry.@Nullable Memento memento,
            @Nullable Object id,
            @Nullable Object version) {}

    /** One transaction, or one savepoint. */
    private static final class Scope {
        private final Map<Entry, Before> before = new LinkedHashMap<>();
        private final Map<Entry, Set<Inverse>> loaded = new LinkedHashMap<>();

        Set<Inverse> loaded(Entry entry) {
            return loaded.computeIfAbsent(entry, e -> new LinkedHashSet<>());
        }
    }
}
