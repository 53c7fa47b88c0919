// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RebuildProtocol;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision as statements of one database, both ways and without our history, for a program that has its own. No database is asked: tables are what the
 * scripts say.
 *
 * @param up its parts in order; those that the database refuses within a transaction stand alone. Empty where there is nothing to do
 * @param down all of the way back, which is one part; without statements where there is nothing to undo, or no way
 * @param irreversible why there is no way back; null where there is one
 */
public record RevisionSql(
        String id,
        String message,
        List<Part> up,
        Part down,
        @Nullable String irreversible) {
    private static final String SAVEPOINT = "aludel_rebuild";

    /**
     * Statements that are executed together.
     *
     * @param outsideTransaction whether whoever executes them may have no transaction open
     * @param rebuilds whether that is because tables are made anew; then they open one of their own
     */
    public record Part(List<String> statements, boolean outsideTransaction, boolean rebuilds) {
        public Part {
            statements = List.copyOf(statements);
        }
    }

    public RevisionSql {
        up = List.copyOf(up);
    }

    /**
     * The revisions of a path.
     *
     * @param applied what comes before them
     * @param path parents first
     */
    public static List<RevisionSql> of(Revisions revisions, Dialect dialect, Set<String> applied, List<String> path) {
        List<String> before =
                revisions.graph().ids().stream().filter(applied::contains).toList();
        Schema schema = new Replay(revisions, dialect).apply(Schema.EMPTY, before);
        List<RevisionSql> all = new ArrayList<>();
        Recorded renaming = null;
        for (String id : path) {
            Script script = revisions.script(id);
            Walk up = new Walk(script, dialect, schema, renaming);
            script.up().forEach(up::step);
            all.add(of(script, dialect, up));
            schema = up.schema;
            renaming = up.renaming;
        }
        return List.copyOf(all);
    }

    private static RevisionSql of(Script script, Dialect dialect, Walk up) {
        String message = script.message().strip().replaceAll("\\s+", " ");
        try {
            Walk down = new Walk(script, dialect, up.schema, up.renaming);
            script.down().forEach(down::step);
            return new RevisionSql(script.id(), message, up.parts(), down.whole(), null);
        } catch (IrreversibleException e) {
            Part none = new Part(List.of(), false, false);
            return new RevisionSql(script.id(), message, up.parts(), none, e.reason());
        }
    }

    /** The steps of one way, as they are collected. */
    private static final class Walk {
        private final Script script;
        private final Dialect dialect;
        private final List<DdlStep> steps = new ArrayList<>();
        private Schema schema;
        private @Nullable Recorded renaming;

        Walk(Script script, Dialect dialect, Schema before, @Nullable Recorded renaming) {
            this.script = script;
            this.dialect = dialect;
            this.schema = before;
            this.renaming = renaming;
        }

        void step(Recorded recorded) {
            if (!recorded.operation().isFor(dialect)) {
                return;
            }
            List<DdlStep> rendered = recorded.operation().render(dialect, schema);
            if (renaming != null) {
                SqlText.requireKnownWords(script, renaming, rendered);
            }
            steps.addAll(rendered);
            schema = recorded.operation().applyTo(schema);
            renaming = LiveTables.rewritesExpressions(recorded.operation()) ? recorded : renaming;
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            List<DdlStep> together = new ArrayList<>();
            for (DdlStep step : steps) {
                if (!step.isOutsideTransaction()) {
                    together.add(step);
                    continue;
                }
                close(together, parts);
                parts.add(part(List.of(step)));
            }
            close(together, parts);
            return parts;
        }

        private void close(List<DdlStep> together, List<Part> parts) {
            if (!together.isEmpty()) {
                parts.add(part(together));
                together.clear();
            }
        }

        Part whole() {
            return part(steps);
        }

        private Part part(List<DdlStep> some) {
            RebuildProtocol protocol = some.stream().anyMatch(DdlStep.Rebuild.class::isInstance)
                    ? dialect.ddl().rebuildProtocol().orElse(null)
                    : null;
            List<String> statements = some.stream()
                    .flatMap(step -> step instanceof DdlStep.Rebuild rebuild
                            ? dialect.ddl().rebuild(rebuild, Schema.EMPTY).stream()
                            : List.of(((DdlStep.Sql) step).sql()).stream())
                    .toList();
            if (protocol == null) {
                return new Part(statements, some.stream().anyMatch(DdlStep::isOutsideTransaction), false);
            }
            List<String> around = new ArrayList<>(protocol.before());
            around.add("savepoint " + SAVEPOINT); // "begin" would be read as the beginning of a body by other tools
            around.addAll(statements);
            around.add("release savepoint " + SAVEPOINT);
            around.addAll(protocol.after());
            return new Part(around, true, true);
        }
    }
}
