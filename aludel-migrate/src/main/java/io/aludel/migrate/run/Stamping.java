// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says that a database is at some revisions, without running a script: rows of its history come and go, under the same lock as an upgrade
 * and in one transaction.
 *
 * @param tables where the ledger is
 * @param lockTimeout how long to wait for another migration to end
 */
public record Stamping(Engine engine, Revisions revisions, LedgerTables tables, Duration lockTimeout) {
    /**
     * What a stamp has changed.
     *
     * @param removed ids that the history has no more, newest first
     * @param added ids that it has now, parents first
     */
    public record Stamped(List<String> removed, List<String> added) {}

    /**
     * Stamps.
     *
     * @param targets as in {@link RevisionGraph#stamped}
     * @param purge whether the history is emptied first, rows of revisions that no script knows included
     * @throws UnfinishedRevisionException if a revision is half-way
     * @throws UnknownAppliedRevisionException if there are such rows and they are not purged
     */
    public Stamped stamp(List<String> targets, boolean purge) {
        if (!engine.exists() && wanted(revisions, Set.of(), targets, purge).isEmpty()) {
            return new Stamped(List.of(), List.of()); // no reason to make a database
        }
        try (HeldLock lock = HeldLock.of(engine, lockTimeout)) {
            EngineConnection connection = lock.connection();
            Ledger ledger = new Ledger(connection, tables);
            List<HistoryEntry> stored = ledger.entries();
            UnfinishedRevisionException.requireNone(engine.description(), ledger.steps());
            return purge
                    ? stamp(new Standing(revisions, stored, stored), targets, true, connection, ledger)
                    : stamp(revisions.at(engine.description(), stored, List.of()), targets, false, connection, ledger);
        }
    }

    private Stamped stamp(
            Standing standing, List<String> targets, boolean purge, EngineConnection connection, Ledger ledger) {
        Revisions here = standing.revisions();
        if (!purge) {
            here.requireKnown(engine.description(), standing.applied());
        }
        Set<String> before = Ledger.revisions(standing.applied());
        Set<String> known = new HashSet<>(before);
        known.retainAll(Set.copyOf(here.graph().ids()));
        Stamped change = change(before, wanted(here, known, targets, purge), purge);
        if (!change.removed().isEmpty() || !change.added().isEmpty()) {
            standing.rewrite(connection, ledger);
            write(here, connection, ledger, change, purge);
        }
        return change;
    }

    private static List<String> wanted(Revisions here, Set<String> applied, List<String> targets, boolean purge) {
        RevisionGraph graph = here.graph();
        if (!purge) {
            return graph.stamped(applied, targets);
        }
        Set<String> named = new HashSet<>();
        targets.forEach(target -> named.addAll(graph.resolveAll(applied, target)));
        return graph.inOrder(graph.before(named));
    }

    private static Stamped change(Set<String> before, List<String> wanted, boolean purge) {
        List<String> removed = new ArrayList<>(before);
        Set<String> added = new LinkedHashSet<>(wanted);
        if (!purge) {
            removed.removeAll(wanted);
            added.removeAll(before);
        }
        Collections.reverse(removed);
        return new Stamped(List.copyOf(removed), List.copyOf(added));
    }

    private static void write(
            Revisions here, EngineConnection connection, Ledger ledger, Stamped change, boolean purge) {
        DdlRunner runner = new DdlRunner(connection);
        runner.transaction(false, () -> ledger.create(runner));
        connection.begin();
        try {
            if (purge) {
                ledger.removeAll();
            } else {
                change.removed().forEach(ledger::remove);
            }
            int last = ledger.entries().stream()
                    .mapToInt(HistoryEntry::ordinal)
                    .max()
                    .orElse(0);
            for (String id : change.added()) {
                ledger.add(stamped(here.script(id), ++last));
            }
            connection.commit();
        } catch (RuntimeException | Error e) {
            if (connection.inTransaction()) {
                connection.rollback();
            }
            throw e;
        }
    }

    private static HistoryEntry stamped(Script script, int ordinal) {
        return new HistoryEntry(
                script.id(),
                ordinal,
                script.message(),
                script.checksum(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Duration.ZERO,
                System.getProperty("user.name", ""));
    }
}
