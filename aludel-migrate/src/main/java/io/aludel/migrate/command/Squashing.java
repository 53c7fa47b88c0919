// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.IrreversibleException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.run.Replay;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.squash.Reduction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one revision of several that follow each other.
 *
 * @param dialect of the database by which former definitions are looked up
 */
record Squashing(Revisions revisions, Dialect dialect) {
    /**
     * Those of the range, parents first.
     *
     * @throws MigrationException if something else stands between them
     */
    List<Script> members(String range) {
        RevisionGraph graph = revisions.graph();
        List<String> ids = graph.range(Set.of(), range.contains(":") ? range : ":" + range);
        if (ids.size() < 2) {
            throw new MigrationException(
                    "MIG-087",
                    "There is nothing to squash: \"" + range + "\" is "
                            + (ids.isEmpty() ? "no revision" : "only " + ids.get(0))
                            + ". Give a range of two revisions or more, FROM:TO, of which both are.");
        }
        Set<String> members = Set.copyOf(ids);
        List<String> heads = graph.headsOf(members);
        if (heads.size() > 1) {
            throw new MigrationException(
                    "MIG-088",
                    "These revisions do not end in one: " + String.join(", ", heads)
                            + ". Squash one branch, or merge them first.");
        }
        for (String id : ids) {
            List<String> after = new ArrayList<>(graph.children(id));
            after.addAll(graph.dependents(id));
            after.removeAll(members);
            if (!after.isEmpty() && !heads.contains(id)) {
                throw new MigrationException(
                        "MIG-088",
                        "Revision " + String.join(", ", after) + " needs " + id
                                + ", which would be in the middle of the one revision. Squash up to " + id
                                + ", or from after it.");
            }
        }
        return ids.stream().map(revisions::script).toList();
    }

    /** The ids of those that replace others themselves. */
    List<String> nested(List<Script> members) {
        return members.stream()
                .filter(script -> !script.node().replaces().isEmpty())
                .map(Script::id)
                .toList();
    }

    NewScript script(List<Script> members, String message) {
        RevisionNode node = node(members);
        Schema before = before(members);
        Reduction reduction = new Reduction(dialect, before);
        List<Operation> plain = new ArrayList<>();
        Schema after = before;
        for (Script script : members) {
            for (Recorded recorded : script.up()) {
                Operation operation = recorded.operation();
                try {
                    reduction.add(operation);
                    boolean here = operation.isFor(dialect);
                    plain.add(here ? operation.withFormer(after) : operation);
                    after = here ? operation.applyTo(after) : after;
                } catch (AludelException e) {
                    throw unknown(script, recorded.place(), e);
                }
            }
        }
        List<Operation> few = reduction.operations();
        List<Operation> operations = objects(applied(few, before)).equals(objects(after)) ? few : plain;
        return new NewScript(node, message, operations, down(members, operations));
    }

    private RevisionNode node(List<Script> members) {
        RevisionGraph graph = revisions.graph();
        Set<String> ids = members.stream().map(Script::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> parents = new HashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        Set<String> dependencies = new LinkedHashSet<>();
        for (Script script : members) {
            parents.addAll(script.node().parents());
            labels.addAll(script.node().labels());
            script.node().dependsOn().stream()
                    .filter(text -> !ids.contains(graph.labels().getOrDefault(text, text)))
                    .forEach(dependencies::add);
        }
        parents.removeAll(ids);
        return new RevisionNode(
                RevisionNode.newId(),
                graph.headsOf(parents),
                List.copyOf(labels),
                List.copyOf(dependencies),
                List.copyOf(ids));
    }

    private Schema before(List<Script> members) {
        RevisionGraph graph = revisions.graph();
        List<String> ids = members.stream().map(Script::id).toList();
        Set<String> before = graph.before(ids);
        before.removeAll(Set.copyOf(ids));
        Schema schema = Schema.EMPTY;
        for (String id : graph.inOrder(before)) {
            try {
                schema = new Replay(revisions, dialect).apply(schema, List.of(id));
            } catch (AludelException e) {
                throw unknown(revisions.script(id), "", e);
            }
        }
        return schema;
    }

    private static MigrationException unknown(Script script, String place, AludelException cause) {
        return new MigrationException(
                "MIG-089",
                "Revision " + script.title() + " cannot be replayed" + (place.isEmpty() ? "" : " (" + place + ")")
                        + ": " + cause.getMessage()
                        + " What SQL has made nobody knows without a database: squash the revisions after it, or those before.",
                cause);
    }

    private Schema applied(List<Operation> operations, Schema before) {
        Schema schema = before;
        for (Operation operation : operations) {
            if (operation.isFor(dialect)) {
                schema = operation.applyTo(schema);
            }
        }
        return schema;
    }

    /** In no order, which is none of a schema's own. */
    private static Set<SchemaObject> objects(Schema schema) {
        return schema.objects().collect(Collectors.toSet());
    }

    /** The members' own where the operations do not say it themselves; where nothing does, the script will say why. */
    private static NewScript.Down down(List<Script> members, List<Operation> operations) {
        if (operations.stream().allMatch(operation -> operation.reverse() instanceof Reversal.By)) {
            return new NewScript.Down.Undoing(operations);
        }
        List<Operation> down = new ArrayList<>();
        try {
            for (int i = members.size() - 1; i >= 0; i--) {
                members.get(i).down().forEach(recorded -> down.add(recorded.operation()));
            }
        } catch (IrreversibleException e) {
            return new NewScript.Down.Undoing(operations);
        }
        return new NewScript.Down.Given(down);
    }
}
