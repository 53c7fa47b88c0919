// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Wording;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.run.MigrationRunner;
import io.aludel.migrate.run.RevisionFailedException;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes every revision up, down and up again in an empty database, and compares the schemas. */
final class Verifier {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final Engine engine;
    private final Revisions revisions;
    private final MigrationRunner runner;
    private final Set<String> schemas = new HashSet<>();

    /** @param engine of an empty database that is nobody else's */
    Verifier(Engine engine, Revisions revisions) {
        this.engine = engine;
        this.revisions = revisions;
        this.runner = new MigrationRunner(engine, revisions, LedgerTables.DEFAULT, LOCK_TIMEOUT);
        revisions
                .inOrder()
                .forEach(script -> script.up().forEach(recorded -> {
                    recorded.operation().tables().forEach(table -> {
                        if (table.schema() != null) {
                            schemas.add(table.schema());
                        }
                    });
                    schemas.addAll(recorded.operation().schemas());
                }));
    }

    Verification verify() {
        List<Verification.Tried> tried = new ArrayList<>();
        List<String> untried = new ArrayList<>(revisions.graph().ids());
        Schema before = read();
        for (Script script : revisions.inOrder()) {
            upgrade(script);
            Schema after = read();
            Verification.Tried one = downAndUp(script, before, after);
            tried.add(one);
            untried.remove(script.id());
            if (!one.isSound()) {
                break;
            }
            before = after;
        }
        return new Verification(tried, untried);
    }

    private Verification.Tried downAndUp(Script script, Schema before, Schema after) {
        try {
            script.down();
        } catch (IrreversibleException e) {
            return new Verification.Tried(script.id(), script.message(), e.reason(), List.of(), List.of());
        }
        List<String> leftByDown = left(() -> runner.undo(script.id()), before);
        List<String> leftByUp = leftByDown.isEmpty() ? left(() -> upgrade(script), after) : List.of();
        return new Verification.Tried(script.id(), script.message(), "", leftByDown, leftByUp);
    }

    private List<String> left(Runnable way, Schema wanted) {
        try {
            way.run();
        } catch (RevisionFailedException e) {
            return List.of("it failed: " + e.getMessage());
        }
        return between(wanted, read());
    }

    private void upgrade(Script script) {
        runner.upgrade(script.id(), done -> {});
    }

    private List<String> between(Schema wanted, Schema found) {
        if (wanted.equals(found)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        SchemaDifference difference =
                new SchemaDiffer(engine.dialect(), engine::scratch).diff(wanted, found, LedgerTables.NAMES);
        Wording wording = new Wording(engine.dialect());
        difference.operations().forEach(operation -> lines.add("to be done: " + wording.of(operation)));
        difference.undecided().forEach(one -> lines.add("cannot be told: " + one.object() + ": " + one.reason()));
        lines.addAll(others(wanted, found));
        return lines;
    }

    /** Objects of kinds that the model of a program has not. */
    private static List<String> others(Schema wanted, Schema found) {
        List<SchemaObject> left = objects(found);
        List<String> lines = new ArrayList<>();
        for (SchemaObject object : objects(wanted)) {
            if (!left.remove(object)) {
                lines.add("not brought back as it was: " + object.describe());
            }
        }
        left.forEach(object -> lines.add("left over: " + object.describe()));
        return lines;
    }

    private static List<SchemaObject> objects(Schema schema) {
        return schema.objects()
                .filter(object -> object.kind() != ObjectKind.TABLE && object.kind() != ObjectKind.SEQUENCE)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Schema read() {
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            Set<String> known =
                    new HashSet<>(connection.dialect().introspector().schemaNames(connection.catalog()));
            known.retainAll(schemas);
            Schema all = connection.dialect().introspector().read(connection.catalog(), Scope.everything(known));
            return all.only(object -> !LedgerTables.NAMES.contains(object.name()));
        }
    }
}
