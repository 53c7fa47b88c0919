// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.orm.entity.EntityMapping;
import io.aludel.orm.entity.Inverse;
import io.aludel.orm.entity.ToOne;
import io.aludel.orm.load.Loader;
import io.aludel.orm.state.Entry;
import io.aludel.orm.state.PersistenceContext;
import io.aludel.orm.state.SessionConnection;
import io.aludel.orm.state.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One flush: writes what has changed in the session's objects. */
public final class Flush {
    private final PersistenceContext context;
    private final SessionConnection connection;
    private final Loader loader;
    private final SequenceBlocks sequences;
    private final Removals removals;
    private final List<Entry> inserted = new ArrayList<>();
    private final Map<Entry, BitSet> updated = new LinkedHashMap<>();
    private List<Entry> deleted = List.of();

    public Flush(PersistenceContext context, SessionConnection connection, Loader loader, SequenceBlocks sequences) {
        this.context = context;
        this.connection = connection;
        this.loader = loader;
        this.sequences = sequences;
        this.removals = new Removals(context, loader);
    }

    /**
     * Writes.
     *
     * @throws io.aludel.orm.error.UnflushableException before anything is sent, if the objects cannot be written as they are
     */
    public void run() {
        new PersistCascade(context).persistReachable();
        new Sides(context, loader, removals).bringInStep();
        removals.spread();
        collect();
        List<FlushStep> steps = FlushPlan.of(
                context,
                () -> connection.dialect().capabilities().has(Feature.KEYS_BY_STATEMENT),
                inserted,
                updated,
                deleted);
        if (!steps.isEmpty()) {
            write(steps);
        }
        settle();
    }

    private void collect() {
        Checks checks = new Checks(context);
        deleted = removals.removed();
        for (Entry entry : context.entries()) {
            if (entry.is(Status.NEW)) {
                checks.inserted(entry);
                inserted.add(entry);
            } else if (entry.is(Status.MANAGED) && entry.isChanged()) {
                BitSet changed = Changes.of(entry);
                checks.updated(entry, changed);
                updated.put(entry, changed);
            }
        }
    }

    private void write(List<FlushStep> steps) {
        try {
            Writer writer = new Writer(context, connection.get(), sequences);
            steps.forEach(step -> write(writer, step));
        } catch (RuntimeException | Error e) {
            connection.failed(e);
            throw e;
        }
    }

    private static void write(Writer writer, FlushStep step) {
        try {
            writer.write(step);
        } catch (ConstraintViolationException e) {
            e.addNote("It was met by " + step.doing() + ".");
            throw e;
        }
    }

    /** From now on the objects are compared with what they are now. */
    private void settle() {
        for (Entry entry : inserted) {
            settleRow(entry);
            for (Inverse inverse : entry.mapping().inverses()) {
                entry.elements(inverse, inverse.elements(entry.entity()));
            }
        }
        updated.keySet().forEach(this::settleRow);
        for (EntityMapping mapping : context.entities().all()) {
            for (Inverse inverse : mapping.inverses()) {
                context.entries(mapping).forEach(entry -> settleSide(entry, inverse));
            }
        }
    }

    private void settleRow(Entry entry) {
        context.history().remember(entry);
        entry.takeSnapshot();
        for (ToOne toOne : entry.mapping().toOnes()) {
            entry.target(toOne, toOne.get(entry.entity()));
        }
    }

    private void settleSide(Entry entry, Inverse inverse) {
        List<Object> before = entry.elements(inverse);
        if (before == null || PersistCascade.isUnloaded(inverse, entry)) {
            return;
        }
        List<Object> now = inverse.elements(entry.entity());
        if (!Inverse.isSame(before, now)) {
            context.history().remember(entry);
            entry.elements(inverse, now);
        }
    }
}
