// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.expr.Statement;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ledger of one database, over one connection: which revisions it has, and how far one has come that is not done. */
public final class Ledger {
    private final EngineConnection connection;
    private final LedgerTables tables;
    /** The greatest ordinal that was read or given; -1 if none was yet. */
    private int ordinal = -1;

    private boolean isMade;

    public Ledger(EngineConnection connection) {
        this(connection, LedgerTables.DEFAULT);
    }

    public Ledger(EngineConnection connection, LedgerTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** What was applied, in order; empty where there is no ledger yet, which stays so. */
    public List<HistoryEntry> entries() {
        return reading(() -> {
            format(); // a newer one may mean something else by the same names
            return exists(tables.history())
                    ? connection.list(
                            connection.dialect().toSql(tables.selectHistory()),
                            List.copyOf(LedgerTables.COLUMNS.values()),
                            Ledger::entry)
                    : List.of();
        });
    }

    /** The statements of the revision that was begun and is not done, in order; empty where there is none. */
    public List<Step> steps() {
        return reading(() -> format() < 2
                ? List.of()
                : connection.list(
                        connection.dialect().toSql(tables.selectSteps()),
                        List.copyOf(LedgerTables.STEP_COLUMNS.values()),
                        Ledger::step));
    }

    /** The repeatable scripts that were executed, by name. */
    public List<RepeatedEntry> repeated() {
        return reading(() -> format() < 3
                ? List.of()
                : connection.list(
                        connection.dialect().toSql(tables.selectRepeatable()),
                        List.copyOf(LedgerTables.REPEATABLE_COLUMNS.values()),
                        row -> new RepeatedEntry(
                                text(row, 0),
                                text(row, 1),
                                (Instant) Objects.requireNonNull(row.get(2)),
                                Duration.ofMillis(row.getLong(3)),
                                text(row, 4))));
    }

    private <R> R reading(Supplier<R> work) {
        if (connection.inTransaction()) {
            return work.get();
        }
        connection.begin(TransactionMode.READ_ONLY); // catalogues are read inside a transaction
        try {
            return work.get();
        } finally {
            connection.rollback();
        }
    }

    /** The ids of what was applied, in order. */
    static Set<String> revisions(List<HistoryEntry> entries) {
        Set<String> revisions = new LinkedHashSet<>();
        entries.forEach(entry -> revisions.add(entry.revision()));
        return revisions;
    }

    /**
     * Makes the ledger's tables where they are missing, and brings those of an earlier release to this one's format. In an open transaction it is
     * part of it, so that they come and go with the first revision; a way that was cut short is gone on.
     */
    void create(DdlRunner runner) {
        if (isMade) {
            return;
        }
        isMade = true; // a failure ends the run, and with it this object
        if (format() == LedgerTables.FORMAT) {
            return;
        }
        String schema = tables.schema();
        if (schema != null) {
            runner.apply(connection.dialect().ddl().createSchema(schema));
        }
        for (Table table : tables.tables()) {
            if (!exists(table.name())) {
                runner.apply(connection.dialect().ddl().createAll(Schema.of(table)));
            }
        }
        if (formats().isEmpty()) {
            connection.insert(tables.insertFormat(), List.<Object[]>of(new Object[] {LedgerTables.FORMAT}));
        } else {
            change(tables.updateFormat(), LedgerTables.FORMAT);
        }
    }

    /** The ordinal of what is applied next; only under the lock, as nobody else gives one meanwhile. */
    int nextOrdinal() {
        if (ordinal < 0) {
            ordinal = entries().stream().mapToInt(HistoryEntry::ordinal).max().orElse(0);
        }
        return ++ordinal;
    }

    void add(HistoryEntry entry) {
        Object[] row = {
            entry.revision(),
            entry.ordinal(),
            entry.message(),
            entry.checksum(),
            entry.appliedAt(),
            entry.duration().toMillis(),
            entry.appliedBy()
        };
        connection.insert(tables.insertHistory(), List.<Object[]>of(row));
    }

    /** Puts it in the place of what the ledger has under its name. */
    void set(RepeatedEntry entry) {
        change(tables.deleteRepeatable(), entry.name());
        Object[] row = {
            entry.name(), entry.checksum(), entry.appliedAt(), entry.duration().toMillis(), entry.appliedBy()
        };
        connection.insert(tables.insertRepeatable(), List.<Object[]>of(row));
    }

    /** Says of all repeatable scripts that they are to be executed again. */
    void forgetRepeated() {
        change(tables.updateRepeatables(), "");
    }

    void remove(String revision) {
        long removed = change(tables.deleteRevision(), revision);
        if (removed != 1) {
            throw new MigrationException(
                    "MIG-014",
                    "Revision " + revision + " was to be taken out of the history, but " + removed
                            + " rows were: somebody else changes it. Nothing was done; look who, and try again.");
        }
    }

    /** Empties the history. */
    void removeAll() {
        change(tables.deleteAll());
    }

    void add(List<Step> steps) {
        List<@Nullable Object[]> rows = steps.stream()
                .map(step -> new @Nullable Object[] {
                    step.revision(),
                    step.way().text(),
                    step.operation(),
                    step.statement(),
                    step.checksum(),
                    step.sql(),
                    step.state().name(),
                    step.fingerprint(),
                    step.startedAt()
                })
                .toList();
        connection.insert(tables.insertSteps(), rows);
    }

    void set(Step step) {
        long changed = change(
                tables.updateStep(),
                step.state().name(),
                step.fingerprint(),
                step.startedAt(),
                step.revision(),
                step.operation(),
                step.statement());
        if (changed != 1) {
            throw new MigrationException(
                    "MIG-014",
                    "The ledger of " + connection.engine().description() + " has lost a statement of revision "
                            + step.revision() + ": somebody else changes it. Look who; what was executed last is: "
                            + step.sql());
        }
    }

    /** Forgets the statements of a revision, which is done or was undone. */
    void removeSteps(String revision) {
        change(tables.deleteSteps(), revision);
    }

    /** Forgets the statements of one operation, of which none took place. */
    void removeSteps(String revision, int operation) {
        change(tables.deleteStepsOf(), revision, operation);
    }

    private long change(Statement statement, @Nullable Object... parameters) {
        return connection.update(connection.dialect().toSql(statement), parameters);
    }

    private boolean exists(TableName table) {
        return connection.dialect().introspector().hasTable(connection.catalog(), table);
    }

    /** 0 where there is no ledger, or one whose making was cut short, so that nothing is in it. */
    private int format() {
        if (!exists(tables.ledger())) {
            return 0;
        }
        List<Integer> formats = formats();
        if (formats.isEmpty()) {
            return 0;
        }
        if (formats.size() > 1 || formats.get(0) > LedgerTables.FORMAT) {
            throw new MigrationException(
                    "MIG-015",
                    "The ledger in " + connection.engine().description() + " has format " + formats
                            + ", and this release of Aludel reads formats up to " + LedgerTables.FORMAT
                            + ". Use a release that is as new as the one that wrote it.");
        }
        return formats.get(0);
    }

    private List<Integer> formats() {
        return connection.list(
                connection.dialect().toSql(tables.selectFormat()), List.of(ValueType.INTEGER), row -> row.getInt(0));
    }

    private static HistoryEntry entry(RowReader row) {
        return new HistoryEntry(
                text(row, 0),
                row.getInt(1),
                text(row, 2),
                text(row, 3),
                (Instant) Objects.requireNonNull(row.get(4)),
                Duration.ofMillis(row.getLong(5)),
                text(row, 6));
    }

    private static Step step(RowReader row) {
        return new Step(
                text(row, 0),
                Way.of(text(row, 1)),
                row.getInt(2),
                row.getInt(3),
                text(row, 4),
                text(row, 5),
                Step.State.valueOf(text(row, 6)),
                (String) row.get(7),
                (Instant) row.get(8));
    }

    private static String text(RowReader row, int index) {
        return (String) Objects.requireNonNull(row.get(index));
    }
}
