// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions as SQL text, to be run by hand or by another program; what they do to the history included. */
public record SqlText(Dialect dialect, Revisions revisions, LedgerTables ledger) {
    /**
     * The text that leads from what is applied to the end of the path. No database is asked: tables are what the scripts say.
     *
     * @param applied what the database is taken to have
     * @param path what is to be applied, parents first
     */
    public String up(Set<String> applied, List<String> path) {
        List<String> before =
                revisions.graph().ids().stream().filter(applied::contains).toList();
        return up(new Replay(revisions, dialect).apply(Schema.EMPTY, before), applied.size(), path);
    }

    /**
     * The same for one database, whose tables are taken as they are: where one is rebuilt, what no script knows of stays.
     *
     * @throws MigrationException if a table is to be rebuilt after a renaming that may change its expressions: nobody but the database can
     *     say them then
     */
    public String up(EngineConnection connection, Set<String> applied, List<String> path) {
        List<Recorded> operations =
                path.stream().flatMap(id -> revisions.script(id).up().stream()).toList();
        return up(new LiveTables(connection, operations).inTransaction(), applied.size(), path);
    }

    private String up(Schema before, int applied, List<String> path) {
        StringBuilder text = new StringBuilder();
        Schema schema = before;
        int ordinal = applied;
        Recorded renaming = null;
        for (String id : path) {
            Script script = revisions.script(id);
            List<DdlStep> steps = new ArrayList<>();
            for (Recorded recorded : script.up()) {
                if (!recorded.operation().isFor(dialect)) {
                    continue;
                }
                List<DdlStep> rendered = recorded.operation().render(dialect, schema);
                if (renaming != null) {
                    requireKnownWords(script, renaming, rendered);
                }
                steps.addAll(rendered);
                schema = recorded.operation().applyTo(schema);
                renaming = LiveTables.rewritesExpressions(recorded.operation()) ? recorded : renaming;
            }
            List<DdlStep> all = new ArrayList<>();
            if (ordinal == 0) {
                all.addAll(ledger.create(dialect));
                all.add(insert(ledger.ledger(), Map.of("format", new Value(LedgerTables.FORMAT, ValueType.INTEGER))));
            }
            all.addAll(steps);
            all.add(insert(ledger.history(), historyRow(script, ++ordinal)));
            text.append(text.isEmpty() ? "" : "\n").append(revision(script, all));
        }
        return text.toString();
    }

    static void requireKnownWords(Script script, Recorded renaming, List<DdlStep> steps) {
        for (DdlStep step : steps) {
            if (step instanceof DdlStep.Rebuild rebuild && LiveTables.holdsRawSql(rebuild.after())) {
                throw new MigrationException(
                        "MIG-019",
                        "Revision " + script.title() + " has no text before \""
                                + renaming.operation().describe()
                                + "\" is executed: table \"" + rebuild.before().name()
                                + "\" is rebuilt after it, with conditions that only the database can say then. Upgrade up to there first,"
                                + " then ask for the rest; or upgrade without the text.");
            }
        }
    }

    /** In one transaction where the database takes changes of its schema back, but for steps that refuse one: these stand between two. */
    private String revision(Script script, List<DdlStep> steps) {
        RebuildProtocol protocol = steps.stream().anyMatch(DdlStep.Rebuild.class::isInstance)
                ? dialect.ddl().rebuildProtocol().orElse(null)
                : null;
        List<String> all = new ArrayList<>();
        if (protocol != null) {
            all.addAll(protocol.before());
        }
        boolean together = dialect.capabilities().has(Feature.TRANSACTIONAL_DDL);
        boolean open = false;
        for (DdlStep step : steps) {
            boolean inside = together && !step.isOutsideTransaction();
            if (inside != open) {
                all.add(inside ? "begin" : "commit");
                open = inside;
            }
            all.addAll(statements(step));
        }
        if (open) {
            all.add("commit");
        }
        if (protocol != null) {
            all.addAll(protocol.after());
        }
        return "-- " + script.id() + " " + script.message() + "\n"
                + all.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    private List<String> statements(DdlStep step) {
        return step instanceof DdlStep.Rebuild rebuild
                ? dialect.ddl().rebuild(rebuild, Schema.EMPTY)
                : List.of(((DdlStep.Sql) step).sql());
    }

    private static Map<String, Expression> historyRow(Script script, int ordinal) {
        Map<String, Expression> row = new LinkedHashMap<>();
        row.put("revision", new Value(script.id(), ValueType.STRING));
        row.put("ordinal", new Value(ordinal, ValueType.INTEGER));
        row.put("message", new Value(script.message(), ValueType.STRING));
        row.put("checksum", new Value(script.checksum(), ValueType.STRING));
        row.put("applied_at", FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.INSTANT));
        row.put("duration_ms", new Value(0L, ValueType.LONG));
        row.put("applied_by", new Value("sql", ValueType.STRING));
        return row;
    }

    private DdlStep insert(TableName table, Map<String, Expression> row) {
        String schema = table.schema();
        return new DdlStep.Sql("insert into " + (schema == null ? "" : dialect.quote(schema) + ".")
                + dialect.quote(table.name()) + " ("
                + row.keySet().stream().map(dialect::quote).collect(Collectors.joining(", ")) + ") values ("
                + row.values().stream()
                        .map(value -> dialect.newRenderer().renderInline(value))
                        .collect(Collectors.joining(", "))
                + ")");
    }
}
