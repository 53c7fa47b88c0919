// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.load;

import io.aludel.mapping.access.EntityAccess;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** After a rollback: gives the session's objects the values back that the session knows of them. */
public final class Restoration {
    private final PersistenceContext context;
    private final Loader loader;

    public Restoration(PersistenceContext context, Loader loader) {
        this.context = context;
        this.loader = loader;
    }

    /** Gives everything back that was so when the scope of this depth began. */
    public void rollback(int depth) {
        context.rollback(depth, loader::unload);
        context.entries().stream()
                .filter(entry -> entry.is(Status.MANAGED) && entry.isLoaded())
                .forEach(this::restore);
    }

    private void restore(Entry entry) {
        EntityAccess<Object> access = entry.mapping().access();
        Object entity = entry.entity();
        if (access.isChanged(entity, entry.snapshot())) {
            BitSet changed = access.changes(entity, entry.snapshot());
            changed.stream()
                    .forEach(attribute ->
                            access.set(entity, attribute, access.snapshotValue(entry.snapshot(), attribute)));
            entry.takeSnapshot(); // the object must not share arrays with what it is compared with
        }
        for (ToOne toOne : entry.mapping().toOnes()) {
            toOne.set(entity, entry.target(toOne));
        }
        for (Inverse inverse : entry.mapping().inverses()) {
            restore(entry, inverse);
        }
    }

    private void restore(Entry entry, Inverse inverse) {
        Object value = inverse.get(entry.entity());
        boolean unloaded = value instanceof LazyCollection collection && !collection.isLoaded();
        List<Object> held = entry.elements(inverse);
        if (held == null) {
            if (!unloaded) {
                loader.unload(entry, inverse);
            }
        } else if (!inverse.isCollection()) {
            inverse.set(entry.entity(), held.isEmpty() ? null : held.get(0));
        } else if (unloaded || !Inverse.isSame(held, inverse.elements(entry.entity()))) {
            put(entry, inverse, value, held);
        }
    }

    @SuppressWarnings("unchecked") // a collection of entities
    private static void put(Entry entry, Inverse inverse, Object value, List<Object> held) {
        if (value instanceof LazyCollection collection) {
            collection.fill(held);
            return;
        }
        try {
            Collection<Object> collection = (Collection<Object>) value;
            collection.clear();
            collection.addAll(held);
        } catch (UnsupportedOperationException | NullPointerException unmodifiableOrNone) {
            inverse.set(entry.entity(), inverse.isSet() ? new LinkedHashSet<>(held) : new ArrayList<>(held));
        }
    }
}
