// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.TransactionMode;
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

/** The ledger of one database, over one connection: which revisions it has. */
public final class Ledger {
    private final EngineConnection connection;

    public Ledger(EngineConnection connection) {
        this.connection = connection;
    }

    /** What was applied, in order; empty where there is no ledger yet, which stays so. */
    public List<HistoryEntry> entries() {
        if (connection.inTransaction()) {
            return read();
        }
        connection.begin(TransactionMode.READ_ONLY); // catalogues are read inside a transaction
        try {
            return read();
        } finally {
            connection.rollback();
        }
    }

    private List<HistoryEntry> read() {
        if (!exists()) {
            return List.of();
        }
        requireKnownFormat();
        return connection.list(
                connection.dialect().toSql(LedgerTables.selectHistory()),
                List.copyOf(LedgerTables.COLUMNS.values()),
                Ledger::entry);
    }

    /** The ids of what was applied, in order. */
    static Set<String> revisions(List<HistoryEntry> entries) {
        Set<String> revisions = new LinkedHashSet<>();
        entries.forEach(entry -> revisions.add(entry.revision()));
        return revisions;
    }

    /** Makes the ledger's tables where they are missing; inside the transaction of the first revision, so that they come and go with it. */
    void create(DdlRunner runner) {
        if (!exists()) {
            runner.apply(LedgerTables.create(connection.dialect()));
            connection.insert(LedgerTables.insertFormat(), List.<Object[]>of(new Object[] {LedgerTables.FORMAT}));
        }
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
        connection.insert(LedgerTables.insertHistory(), List.<Object[]>of(row));
    }

    void remove(String revision) {
        long removed = connection.update(connection.dialect().toSql(LedgerTables.deleteRevision()), revision);
        if (removed != 1) {
            throw new MigrationException(
                    "MIG-014",
                    "Revision " + revision + " was to be taken out of the history, but " + removed
                            + " rows were: somebody else changes it. Nothing was done; look who, and try again.");
        }
    }

    private boolean exists() {
        return connection.dialect().introspector().hasTable(connection.catalog(), LedgerTables.HISTORY);
    }

    private void requireKnownFormat() {
        List<Integer> formats = connection.list(
                connection.dialect().toSql(LedgerTables.selectFormat()),
                List.of(ValueType.INTEGER),
                row -> row.getInt(0));
        if (!formats.equals(List.of(LedgerTables.FORMAT))) {
            throw new MigrationException(
                    "MIG-015",
                    "The ledger in " + connection.engine().description() + " has format " + formats
                            + ", and this release of Aludel reads format " + LedgerTables.FORMAT
                            + ". Use a release that is as new as the one that wrote it.");
        }
    }

    private static HistoryEntry entry(RowReader row) {
        return new HistoryEntry(
                (String) Objects.requireNonNull(row.get(0)),
                row.getInt(1),
                (String) Objects.requireNonNull(row.get(2)),
                (String) Objects.requireNonNull(row.get(3)),
                (Instant) Objects.requireNonNull(row.get(4)),
                Duration.ofMillis(row.getLong(5)),
                (String) Objects.requireNonNull(row.get(6)));
    }
}
