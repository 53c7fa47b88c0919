// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.interop.Baseline;
import io.aludel.migrate.interop.BaselineOptions;
import io.aludel.migrate.interop.HistoryTool;
import io.aludel.migrate.interop.OtherHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in a database that has no revision yet.
 *
 * @param history what the other tool has done; empty where none was named
 */
record Adoption(
        Baseline baseline, Optional<OtherHistory> history, List<HistoryTool> present, List<String> otherSchemas) {
    /** The reason why a baseline is not undone. */
    static final String IRREVERSIBLE =
            "This revision stands for what was there before it. Where it was only written down, dropping it all would not be undoing.";

    /**
     * Looks, and refuses what cannot be taken over.
     *
     * @param options which tables take part
     */
    static Adoption of(Engine engine, DiffOptions options, BaselineOptions how) {
        if (!engine.exists()) {
            throw new MigrationException(
                    "MIG-076",
                    "There is no database at " + engine.description()
                            + ". A baseline is made of one that has tables; in a new project begin with: aludel revision --autogenerate");
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Optional<OtherHistory> history = history(connection, how);
            Adoption found = read(connection, options.ignoring(ignored(options, history)), history);
            if (found.baseline().operations().isEmpty()
                    && found.baseline().leftOut().isEmpty()) {
                throw new MigrationException(
                        "MIG-076",
                        "There is nothing in " + engine.description()
                                + " that a baseline could be made of. Is it the database that you mean? Other schemas than the connection's own are"
                                + " named by the setting schemas.");
            }
            if (!how.partly()) {
                requireWhole(engine, found.baseline());
            }
            return found;
        }
    }

    private static Optional<OtherHistory> history(EngineConnection connection, BaselineOptions how) {
        HistoryTool tool = how.from();
        if (tool == null) {
            return Optional.empty();
        }
        OtherHistory history = OtherHistory.read(connection, tool, how.historyTable());
        if (!history.faults().isEmpty()) {
            throw new MigrationException(
                    "MIG-077",
                    "The history of " + tool.words() + " in "
                            + connection.engine().description() + " does not end well, so nothing was done. "
                            + String.join(" ", history.faults()));
        }
        return Optional.of(history);
    }

    private static Set<TableName> ignored(DiffOptions options, Optional<OtherHistory> history) {
        Set<TableName> ignored = new HashSet<>(options.ignored());
        history.map(OtherHistory::table).ifPresent(table -> {
            ignored.add(table);
            ignored.add(TableName.of(table.schema(), table.name() + "lock"));
            ignored.add(TableName.of(table.schema(), table.name() + "LOCK"));
        });
        return ignored;
    }

    private static Adoption read(EngineConnection connection, DiffOptions options, Optional<OtherHistory> history) {
        Dialect dialect = connection.dialect();
        Introspector introspector = dialect.introspector();
        Set<String> schemas = Set.copyOf(options.tables().schemas());
        Schema live = introspector.read(connection.catalog(), Scope.everything(schemas));
        String here = introspector.defaultSchema(connection.catalog());
        List<String> others = introspector.schemaNames(connection.catalog()).stream()
                .filter(name -> !schemas.contains(name) && !name.equals(here))
                .toList();
        return new Adoption(
                Baseline.of(dialect, live, options), history, OtherHistory.present(live.tables().stream()), others);
    }

    private static void requireWhole(Engine engine, Baseline baseline) {
        if (!baseline.leftOut().isEmpty()) {
            throw new MigrationException(
                    "MIG-078",
                    "The baseline of " + engine.description() + " would not be all that is there. "
                            + String.join(" ", baseline.leftOut())
                            + " Say --partly to leave this out, and write it into the script by hand; or keep its tables out by exclude.tables.");
        }
    }
}
