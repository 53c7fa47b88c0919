// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.DropRoutine;
import io.aludel.migrate.op.DropTrigger;
import io.aludel.migrate.op.DropView;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.RepeatableScript;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The repeatable scripts whose text is not what the ledger has, and those that come after them: first all is dropped that they say, the last one
 * first, then all is made. In one transaction where the database takes changes of its schema back; otherwise the ledger has each as begun
 * before, so that the next upgrade begins with them again.
 */
final class RepeatableRun {
    private static final Pattern DROP = Pattern.compile("(?i)\\bdrop\\b");

    private final EngineConnection connection;
    private final Ledger ledger;
    private final List<RepeatableScript> scripts;
    private final DdlRunner runner;
    private final List<AppliedRevision> done = new ArrayList<>();

    RepeatableRun(EngineConnection connection, Ledger ledger, List<RepeatableScript> all) {
        this.connection = connection;
        this.ledger = ledger;
        this.scripts = all.isEmpty() ? List.of() : pending(all, ledger.repeated());
        this.runner = new DdlRunner(connection);
    }

    /** Those of all, given in their order, that are to be executed. */
    static List<RepeatableScript> pending(List<RepeatableScript> all, List<RepeatedEntry> known) {
        Map<String, String> checksums = new HashMap<>();
        known.forEach(entry -> checksums.put(entry.name(), entry.checksum()));
        Set<String> names = new HashSet<>();
        List<RepeatableScript> pending = new ArrayList<>();
        for (RepeatableScript script : all) {
            boolean changed = !script.checksum().equals(checksums.get(script.name()));
            if (changed || script.after().stream().anyMatch(names::contains)) {
                names.add(script.name());
                pending.add(script);
            }
        }
        return pending;
    }

    /**
     * Whether a revision, on the way that it is gone, may have dropped what a repeatable script makes: a view, routine or trigger, by an operation or by SQL. Such a script is
     * executed again once too often rather than never.
     */
    static boolean isUndoneBy(List<Recorded> operations, Dialect dialect) {
        return operations.stream()
                .map(Recorded::operation)
                .filter(operation -> operation.isFor(dialect))
                .anyMatch(RepeatableRun::drops);
    }

    private static boolean drops(Operation operation) {
        if (operation instanceof OnDialects limited) {
            return drops(limited.operation());
        }
        if (operation instanceof IfNeeded needed) {
            return drops(needed.operation());
        }
        return operation instanceof DropView
                || operation instanceof DropRoutine
                || operation instanceof DropTrigger
                || operation instanceof ExecuteSql sql
                        && (DROP.matcher(sql.sql()).find()
                                || sql.does().stream().anyMatch(RepeatableRun::drops));
    }

    boolean isNeeded() {
        return !scripts.isEmpty();
    }

    /** What was executed, in order. */
    List<AppliedRevision> execute(Consumer<AppliedRevision> progress) {
        boolean together = connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)
                && scripts.stream().allMatch(RepeatableRun::isTransactional);
        if (together) {
            runner.transaction(false, () -> {
                ledger.create(runner);
                drop();
                scripts.forEach(script -> ledger.set(make(script)));
            });
        } else {
            runner.transaction(false, () -> ledger.create(runner));
            scripts.forEach(script -> writing(entry(script, "", Instant.now(), Duration.ZERO)));
            drop();
            scripts.forEach(script -> writing(make(script)));
        }
        done.forEach(progress);
        return List.copyOf(done);
    }

    private void drop() {
        List<RepeatableScript> backwards = new ArrayList<>(scripts);
        Collections.reverse(backwards);
        backwards.forEach(script -> script.drops().forEach(statement -> execute(script, statement)));
    }

    private RepeatedEntry make(RepeatableScript script) {
        Instant start = Instant.now();
        script.statements().forEach(statement -> execute(script, statement));
        Duration duration = Duration.between(start, Instant.now());
        done.add(new AppliedRevision(script.name(), "repeatable", duration));
        return entry(script, script.checksum(), start, duration);
    }

    private static RepeatedEntry entry(RepeatableScript script, String checksum, Instant start, Duration duration) {
        return new RepeatedEntry(
                script.name(),
                checksum,
                start.truncatedTo(ChronoUnit.MILLIS),
                duration,
                System.getProperty("user.name", ""));
    }

    private void writing(RepeatedEntry entry) {
        connection.begin();
        try {
            ledger.set(entry);
        } catch (RuntimeException | Error e) {
            connection.rollback();
            throw e;
        }
        connection.commit();
    }

    private void execute(RepeatableScript script, Recorded statement) {
        try {
            connection.execute(sql(statement).sql());
        } catch (EngineException e) {
            throw new MigrationException(
                    "MIG-082",
                    "The repeatable script " + script.name() + " failed (" + statement.place() + "), at \""
                            + statement.operation().describe() + "\": " + e.getMessage()
                            + " The revisions are applied; mend the script, and the next upgrade executes it again.",
                    e);
        }
    }

    private static boolean isTransactional(RepeatableScript script) {
        return script.drops().stream().noneMatch(one -> sql(one).outsideTransaction())
                && script.statements().stream().noneMatch(one -> sql(one).outsideTransaction());
    }

    private static ExecuteSql sql(Recorded statement) {
        return (ExecuteSql) statement.operation();
    }
}
