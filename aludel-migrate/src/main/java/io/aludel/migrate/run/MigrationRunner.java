// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings a database up and down: under the lock, after history and scripts were found to agree, one transaction a revision.
 *
 * @param lockTimeout how long to wait for another migration to end
 */
public record MigrationRunner(Engine engine, Revisions revisions, Duration lockTimeout) {
    /** What is done with each revision of a path, on the connection and with the history as it was at first. */
    private interface Work {
        AppliedRevision run(EngineConnection connection, Script script);
    }

    /**
     * Applies what is missing up to the target.
     *
     * @param target {@code head}, {@code +2}, or an id
     * @param progress told of each revision when it is committed
     * @return what was applied, in order
     */
    public List<AppliedRevision> upgrade(String target, Consumer<AppliedRevision> progress) {
        return locked(
                applied -> revisions.graph().pathUp(Ledger.revisions(applied), target), Script::up, this::up, progress);
    }

    /**
     * Undoes what stands on the target.
     *
     * @param target {@code base}, {@code -1}, or the id of an applied revision, which stays
     * @param progress told of each revision when it is committed
     * @return what was undone, in order
     */
    public List<AppliedRevision> downgrade(String target, Consumer<AppliedRevision> progress) {
        return locked(
                applied -> revisions.graph().pathDown(Ledger.revisions(applied), target),
                Script::down,
                this::down,
                progress);
    }

    private List<AppliedRevision> locked(
            Function<List<HistoryEntry>, List<String>> path,
            Consumer<Script> ask,
            Work work,
            Consumer<AppliedRevision> progress) {
        try (HeldLock lock = HeldLock.of(engine, lockTimeout);
                EngineConnection connection = engine.connect()) {
            List<HistoryEntry> applied = new Ledger(connection).entries();
            revisions.verify(engine.description(), applied);
            List<Script> scripts =
                    path.apply(applied).stream().map(revisions::script).toList();
            scripts.forEach(ask); // one that cannot go all the way must not leave the others half-way
            List<AppliedRevision> done = new ArrayList<>();
            for (Script script : scripts) {
                AppliedRevision one = work.run(connection, script);
                done.add(one);
                progress.accept(one);
            }
            return List.copyOf(done);
        }
    }

    private AppliedRevision up(EngineConnection connection, Script script) {
        List<Recorded> operations = script.up();
        Ledger ledger = new Ledger(connection);
        DdlRunner runner = new DdlRunner(connection);
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long from = System.nanoTime();
        new RevisionRun(connection, script, "up", operations)
                .execute(
                        runner,
                        () -> ledger.create(runner),
                        () -> ledger.add(new HistoryEntry(
                                script.id(),
                                ledger.entries().stream()
                                                .mapToInt(HistoryEntry::ordinal)
                                                .max()
                                                .orElse(0)
                                        + 1,
                                script.message(),
                                script.checksum(),
                                start,
                                since(from),
                                System.getProperty("user.name", ""))));
        return new AppliedRevision(script.id(), script.message(), since(from));
    }

    private AppliedRevision down(EngineConnection connection, Script script) {
        List<Recorded> operations = script.down();
        Ledger ledger = new Ledger(connection);
        long from = System.nanoTime();
        new RevisionRun(connection, script, "down", operations)
                .execute(new DdlRunner(connection), () -> {}, () -> ledger.remove(script.id()));
        return new AppliedRevision(script.id(), script.message(), since(from));
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
