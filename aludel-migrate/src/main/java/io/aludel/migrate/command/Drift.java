// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.mapping.FormerNames;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Undecided;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.run.Replay;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What was changed past the revisions: the live schema against the one that replaying them gives. */
record Drift(Revisions revisions, Dialect dialect) {
    /**
     * Compares.
     *
     * @param applied ids of what the database has
     * @param comparison with the live schema
     */
    SchemaDifference between(Set<String> applied, Function<Wanted, SchemaDifference> comparison) {
        Schema schema = Schema.EMPTY;
        List<Undecided> unknown = new ArrayList<>();
        for (String id : revisions.graph().inOrder(applied)) {
            Script script = revisions.script(id);
            script.up().stream()
                    .filter(this::isUndeclared)
                    .forEach(recorded -> unknown.add(undeclared(script, recorded)));
            try {
                schema = new Replay(revisions, dialect).apply(schema, List.of(id));
            } catch (AludelException e) {
                unknown.add(new Undecided("revision " + script.title(), "it cannot be replayed: " + e.getMessage()));
                return new SchemaDifference(List.of(), unknown);
            }
        }
        if (!dialect.capabilities().has(Feature.ENUM_TYPES)) {
            schema = schema.withEnumTypes(List.of()); // their columns are text there
        }
        SchemaDifference difference = comparison.apply(new Wanted(schema, FormerNames.NONE));
        if (difference.isEmpty()) {
            return difference;
        }
        unknown.addAll(0, difference.undecided());
        return new SchemaDifference(difference.operations(), unknown);
    }

    private boolean isUndeclared(Recorded recorded) {
        Operation operation = recorded.operation();
        return operation.isFor(dialect)
                && operation instanceof ExecuteSql sql
                && sql.effect() == ExecuteSql.Effect.UNDECLARED;
    }

    private static Undecided undeclared(Script script, Recorded recorded) {
        return new Undecided(
                "revision " + script.title(),
                "what \"" + recorded.operation().describe()
                        + "\" does to the schema, it does not say. Say it in the script: schemaNeutral(), or an operation");
    }
}
