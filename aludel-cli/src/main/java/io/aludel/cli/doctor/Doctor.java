// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.doctor;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.migrate.command.HistoryStatus;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.run.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks at all that a migration needs.
 *
 * @param migrations of the engine's database
 */
public record Doctor(Engine engine, Migrations migrations) {
    private static final TableName TRIAL = TableName.of(null, "aludel_doctor");

    /** Something that is looked at, and may fail. */
    private interface Examination {
        List<Finding> findings();
    }

    /** What was found, in the order in which it is to be mended: what stands on a fault may be left out. */
    public List<Finding> examine() {
        List<Finding> findings =
                new ArrayList<>(tried("the scripts cannot be used", "Mend the script that is named.", this::scripts));
        if (!engine.exists()) {
            findings.add(Finding.warning(
                    "there is no database at " + engine.description() + " yet", "aludel upgrade makes it."));
            return findings;
        }
        List<Finding> reached = tried("no connection", "", this::server);
        findings.addAll(reached);
        if (reached.stream().anyMatch(finding -> finding.level() == Finding.Level.FAULT)) {
            return findings;
        }
        findings.addAll(tried("the catalogue cannot be read", "Grant the right to read it.", this::catalogue));
        findings.addAll(tried("tables cannot be created", "Grant the right to create tables.", this::rights));
        findings.addAll(tried(
                "there is no scratch place to try spellings in", "Grant the right to create one.", this::scratch));
        findings.addAll(tried("whether a migration is running cannot be told", "", this::lock));
        findings.addAll(tried("the history cannot be read", "", this::history));
        return findings;
    }

    private static List<Finding> tried(String what, String next, Examination examination) {
        try {
            return examination.findings();
        } catch (AludelException e) {
            return List.of(Finding.fault(what + ": " + e.getMessage(), next));
        }
    }

    private List<Finding> scripts() {
        List<String> heads = migrations.heads().stream().map(head -> head.id()).toList();
        return List.of(
                heads.size() > 1
                        ? Finding.fault("there are several heads: " + String.join(", ", heads), "aludel merge")
                        : Finding.fine(heads.isEmpty() ? "there are no scripts yet" : "the scripts compile"));
    }

    private List<Finding> server() {
        try (EngineConnection connection = engine.connect()) {
            return List.of(Finding.fine("connected to " + engine.description() + ", "
                    + connection.dialect().product() + " "
                    + connection.dialect().version()));
        }
    }

    private List<Finding> catalogue() {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Schema live = connection.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA);
            List<Finding> unreadable = live.unreadable().stream()
                    .map(one -> Finding.warning(
                            (one.part() == null ? "" : one.part() + " of ")
                                    + one.kind().words() + " \"" + one.name() + "\" cannot be read",
                            one.reason()))
                    .toList();
            return unreadable.isEmpty()
                    ? List.of(Finding.fine(
                            "the catalogue can be read: " + live.tables().size() + " tables"))
                    : unreadable;
        }
    }

    private List<Finding> rights() {
        try (EngineConnection connection = engine.connect()) {
            Schema trial = Schema.of(Table.of(TRIAL, List.of(Column.nullable("id", SqlType.integer()))));
            DdlRunner runner = new DdlRunner(connection);
            runner.run(connection.dialect().ddl().createAll(trial));
            runner.run(connection.dialect().ddl().dropAll(trial));
            return List.of(Finding.fine("tables can be created and dropped"));
        }
    }

    private List<Finding> scratch() {
        try (ScratchPlace place = engine.scratch()) {
            engine.dialect()
                    .scratch()
                    .readBack(place, Schema.of(Table.of(TRIAL, List.of(Column.nullable("id", SqlType.integer())))));
            return List.of(Finding.fine("spellings can be tried in a scratch place"));
        }
    }

    private List<Finding> lock() {
        try (EngineConnection connection = engine.connect()) {
            String query = connection
                    .dialect()
                    .migrationLock()
                    .filter(lock -> lock instanceof MigrationLock.OnServer)
                    .map(lock -> ((MigrationLock.OnServer) lock).holderQuery())
                    .orElse(null);
            List<CatalogRow> holders =
                    query == null ? List.of() : connection.catalog().query(query);
            return holders.isEmpty()
                    ? List.of()
                    : List.of(Finding.warning(
                            "another migration is running ("
                                    + holders.get(0)
                                            .text(holders.get(0)
                                                    .values()
                                                    .keySet()
                                                    .iterator()
                                                    .next()) + ")",
                            "Wait until it is done, or end it."));
        }
    }

    private List<Finding> history() {
        HistoryStatus status = migrations.status();
        List<Finding> findings = new ArrayList<>();
        migrations.unfinished().stream()
                .findFirst()
                .ifPresent(step -> findings.add(Finding.fault(
                        "revision " + step.revision() + " is half-way "
                                + step.way().text(),
                        "aludel " + step.way().command() + ", or see aludel repair")));
        if (!status.unknown().isEmpty()) {
            findings.add(Finding.fault(
                    "no script knows " + ids(status.unknown()),
                    "Bring the missing scripts here, from another branch perhaps."));
        }
        if (!status.edited().isEmpty()) {
            findings.add(Finding.fault(
                    "edited since they were applied: " + ids(status.edited()),
                    "Undo the edit, or aludel repair --edited"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.fine("the history is sound: "
                    + status.applied().size() + " applied, " + status.pending().size() + " pending"));
        }
        return findings;
    }

    private static String ids(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::revision).collect(Collectors.joining(", "));
    }
}
