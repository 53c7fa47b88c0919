// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.op.RenameTable;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at revisions one after the other, as they would be applied. One use only.
 *
 * <pre>
 * LintReport report = Linter.live(connection, live, 100_000).look(scripts);
 * </pre>
 */
public final class Linter {
    private static final List<Rule> RULES =
            List.of(new Losses(), new Blocking(), new RowSteps(), new EnumValues(), new Indexes(), new Types());

    private final Dialect dialect;
    private final TableSizes sizes;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Allowed> allowed = new ArrayList<>();

    /** Tables that came on the way. */
    private final Set<TableName> fresh = new HashSet<>();

    /** What tables were called before the first revision, by what they are called now, where that is another name. */
    private final Map<TableName, TableName> formerNames = new HashMap<>();

    private Schema schema;

    private Linter(Dialect dialect, Schema schema, TableSizes sizes) {
        this.dialect = dialect;
        this.schema = schema;
        this.sizes = sizes;
    }

    /**
     * For a live database, whose rows are counted or reckoned where it matters.
     *
     * @param connection within a transaction
     * @param live the schema as it was read
     * @param bigFrom how many rows a table must have to be big
     */
    public static Linter live(EngineConnection connection, Schema live, long bigFrom) {
        return new Linter(connection.dialect(), live, new LiveSizes(connection, live, bigFrom));
    }

    /** For any database with that schema. Every table is taken to be big. */
    public static Linter offline(Dialect dialect, Schema before) {
        return new Linter(dialect, before, table -> TableSize.UNKNOWN);
    }

    /** What may hurt when these are applied in their order. */
    public LintReport look(List<Script> scripts) {
        scripts.forEach(this::look);
        return new LintReport(scripts.stream().map(Script::id).toList(), findings, allowed);
    }

    private void look(Script script) {
        Allowances allowances = Allowances.of(script);
        List<Finding> found = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<Recorded> operations = script.up();
        for (Recorded recorded : operations) {
            if (recorded.operation().isFor(dialect)) {
                step(script, recorded, steps, found);
            }
        }
        RULES.forEach(rule -> rule.look(new RevisionSteps(dialect, steps, schema), found::add));
        List<String> places = operations.stream().map(Recorded::place).toList();
        found.sort(Comparator.comparingInt(finding -> places.indexOf(finding.place())));
        for (Finding finding : found) {
            allowances
                    .reason(finding.code())
                    .ifPresentOrElse(reason -> allowed.add(new Allowed(finding, reason)), () -> findings.add(finding));
        }
        findings.addAll(allowances.inVain());
    }

    private void step(Script script, Recorded recorded, List<Step> steps, List<Finding> found) {
        Operation operation = recorded.operation();
        Operation bare = bare(operation);
        Map<TableName, TableSize> now = new HashMap<>();
        bare.tables().forEach(table -> now.put(table, size(table, bare)));
        Step step;
        Schema after;
        try {
            after = operation.applyTo(schema);
            if (isLeftOut(operation, after)) {
                return;
            }
            step = new Step(
                    dialect,
                    script.id(),
                    recorded.place(),
                    bare,
                    operation.render(dialect, schema),
                    schema,
                    table -> now.getOrDefault(table, TableSize.NEW));
        } catch (OperationException e) {
            found.add(new Finding(
                    Code.CANNOT_TELL,
                    script.id(),
                    recorded.place(),
                    bare.describe(),
                    "It does not fit to what is known of the schema: " + e.getMessage(),
                    "Mend it; or, if SQL before it makes what it speaks of, read both yourself."));
            return;
        }
        steps.add(step);
        if (bare instanceof ExecuteSql sql && sql.effect() == ExecuteSql.Effect.UNDECLARED) {
            found.add(
                    step.finding(
                            Code.CANNOT_TELL,
                            "What SQL does is not looked at, and nobody has said that it changes rows only.",
                            "Use operations where there are some; .schemaNeutral() if it changes rows only; and read it yourself."));
        }
        follow(bare);
        schema = after;
    }

    private TableSize size(TableName table, Operation operation) {
        boolean isNew = fresh.contains(table)
                || operation instanceof CreateTable
                || operation instanceof RenameTable rename
                        && rename.to().equals(table)
                        && !rename.from().equals(table);
        return isNew ? TableSize.NEW : sizes.of(formerNames.getOrDefault(table, table));
    }

    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            fresh.add(create.table().name());
        } else if (operation instanceof RenameTable rename) {
            if (fresh.remove(rename.from())) {
                fresh.add(rename.to());
            } else {
                TableName former = formerNames.remove(rename.from());
                formerNames.put(rename.to(), former == null ? rename.from() : former);
            }
        }
    }

    /** One that is only for where there is something to do, and there is not. */
    private boolean isLeftOut(Operation operation, Schema after) {
        Operation own = operation instanceof OnDialects limited ? limited.operation() : operation;
        return own instanceof IfNeeded && after.equals(schema);
    }

    private static Operation bare(Operation operation) {
        if (operation instanceof OnDialects limited) {
            return bare(limited.operation());
        }
        return operation instanceof IfNeeded limited ? bare(limited.operation()) : operation;
    }
}
