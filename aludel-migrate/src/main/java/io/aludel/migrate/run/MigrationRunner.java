// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.MigrationListener;
import io.aludel.migrate.script.RepeatableScript;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings a database up and down: under the lock, after history and scripts were found to agree, one revision after the other. One that was begun
 * before and is not done comes first.
 *
 * @param tables where the ledger is
 * @param lockTimeout how long to wait for another migration to end
 * @param patience how long a statement waits for others who use its table, where waiting would keep everybody else from it; zero for as long as it
 *     takes
 * @param listeners who is called around an upgrade, in that order
 * @param repeatables what is executed after an upgrade that brings the database to all heads, where it has changed
 */
public record MigrationRunner(
        Engine engine,
        Revisions revisions,
        LedgerTables tables,
        Duration lockTimeout,
        Duration patience,
        List<MigrationListener> listeners,
        Function<Dialect, List<RepeatableScript>> repeatables) {
    /** How long a statement waits for others unless somebody says otherwise. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    public MigrationRunner {
        listeners = List.copyOf(listeners);
    }

    /** One with the usual patience that calls nobody, and executes nothing but revisions. */
    public MigrationRunner(Engine engine, Revisions revisions, LedgerTables tables, Duration lockTimeout) {
        this(engine, revisions, tables, lockTimeout, USUAL_PATIENCE, List.of(), dialect -> List.of());
    }

    /** Which revisions are gone, by the graph and what is applied. */
    private interface Path {
        List<String> of(RevisionGraph graph, Set<String> applied);
    }

    /**
     * Applies what is missing up to the target.
     *
     * @param target {@code head}, {@code +2}, or an id
     * @param progress told of each revision when it is committed
     * @return what was applied, in order
     */
    public List<AppliedRevision> upgrade(String target, Consumer<AppliedRevision> progress) {
        return upgrade(List.of(target), progress);
    }

    /** The same up to several targets. */
    public List<AppliedRevision> upgrade(List<String> targets, Consumer<AppliedRevision> progress) {
        return locked(Way.UP, (graph, applied) -> graph.pathUp(applied, targets), progress);
    }

    /**
     * Undoes what stands on the target.
     *
     * @param target {@code base}, {@code -1}, or the id of an applied revision, which stays
     * @param progress told of each revision when it is committed
     * @return what was undone, in order
     */
    public List<AppliedRevision> downgrade(String target, Consumer<AppliedRevision> progress) {
        return locked(Way.DOWN, (graph, applied) -> graph.pathDown(applied, target), progress);
    }

    /** Undoes one revision, on which no applied one stands. */
    public List<AppliedRevision> undo(String id) {
        return locked(Way.DOWN, (graph, applied) -> List.of(id), done -> {});
    }

    private List<AppliedRevision> locked(Way way, Path path, Consumer<AppliedRevision> progress) {
        try (HeldLock lock = HeldLock.of(engine, lockTimeout)) {
            EngineConnection connection = lock.connection();
            Ledger ledger = new Ledger(connection, tables);
            List<Step> begun = ledger.steps();
            Standing standing = revisions.at(engine.description(), ledger.entries(), begun);
            List<HistoryEntry> applied = standing.applied();
            Revisions here = standing.revisions();
            here.verify(engine.description(), applied);
            List<Script> scripts = scripts(here, way, path.of(here.graph(), Ledger.revisions(applied)), begun);
            List<Recorded> operations = new ArrayList<>();
            for (Script script : scripts) {
                operations.addAll(
                        way.operations(script)); // one that cannot go all the way must not leave the others half-way
            }
            standing.rewrite(connection, ledger);
            List<RepeatableScript> repeated = repeatables(way, connection.dialect(), applied, scripts);
            if (scripts.isEmpty() && !new RepeatableRun(connection, ledger, repeated).isNeeded()) {
                return List.of();
            }
            KnownTables known = new KnownTables(new LiveTables(connection, operations));
            Callbacks callbacks = way == Way.UP ? new Callbacks(listeners) : Callbacks.NONE;
            try (Patience limited = Patience.of(connection, patience)) {
                callbacks.beforeUpgrade(limited.connection(), scripts);
                List<AppliedRevision> done =
                        new ArrayList<>(run(limited, ledger, way, scripts, known, begun, callbacks, progress));
                RepeatableRun after = new RepeatableRun(connection, ledger, repeated);
                if (after.isNeeded()) {
                    done.addAll(after.execute(progress));
                }
                callbacks.afterUpgrade(limited.connection(), scripts);
                return List.copyOf(done);
            } catch (RuntimeException e) {
                callbacks.failed(e);
                throw e;
            }
        }
    }

    /** What is left to do after the revisions: nothing on the way down, nor on a way up that ends before the heads. */
    private List<RepeatableScript> repeatables(
            Way way, Dialect dialect, List<HistoryEntry> applied, List<Script> scripts) {
        Set<String> ids = new HashSet<>(Ledger.revisions(applied));
        scripts.forEach(script -> ids.add(script.id()));
        return way == Way.UP && ids.containsAll(revisions.graph().heads()) ? repeatables.apply(dialect) : List.of();
    }

    private List<AppliedRevision> run(
            Patience patience,
            Ledger ledger,
            Way way,
            List<Script> scripts,
            KnownTables known,
            List<Step> begun,
            Callbacks callbacks,
            Consumer<AppliedRevision> progress) {
        List<AppliedRevision> done = new ArrayList<>();
        for (Script script : scripts) {
            List<Step> steps = done.isEmpty() ? begun : List.of();
            AppliedRevision one =
                    run(new RevisionRun(patience.connection(), ledger, script, way, known, steps, callbacks));
            if (!callbacks.isNobody()) {
                known.forget(); // what was called after it may have changed what was read
            }
            done.add(one);
            progress.accept(one);
        }
        return List.copyOf(done);
    }

    /** What is to be gone, in order: what was begun comes first, whatever the target says. */
    private List<Script> scripts(Revisions here, Way way, List<String> path, List<Step> begun) {
        List<String> ids = new ArrayList<>(path);
        if (!begun.isEmpty()) {
            String first = UnfinishedRevisionException.require(engine.description(), here, way, begun);
            ids.remove(first);
            ids.add(0, first);
        }
        return ids.stream().map(here::script).toList();
    }

    private AppliedRevision run(RevisionRun run) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long from = System.nanoTime();
        Script script = run.script();
        run.execute(ledger -> {
            if (RepeatableRun.isUndoneBy(
                    run.way().operations(script), run.connection().dialect())) {
                ledger.forgetRepeated();
            }
            if (run.way() == Way.DOWN) {
                ledger.remove(script.id());
                return;
            }
            String user = System.getProperty("user.name", "");
            ledger.add(new HistoryEntry(
                    script.id(), ledger.nextOrdinal(), script.message(), script.checksum(), start, since(from), user));
        });
        return new AppliedRevision(script.id(), script.message(), since(from));
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
