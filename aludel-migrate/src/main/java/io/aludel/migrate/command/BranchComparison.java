// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.run.Replay;
import io.aludel.migrate.run.Revisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells branches that touch the same object from those that commute. Both orders are tried on the schema that the branches have in common, by
 * replay: they commute if both can be done and lead to the same schema. What only SQL says is judged by the names of the tables in it; of SQL
 * whose effect on the schema nobody has declared nothing can be told.
 *
 * @param dialect of the database for which it is judged
 */
record BranchComparison(Revisions revisions, Dialect dialect) {
    /** Each pair of the revisions once. */
    List<BranchPair> pairs(List<String> heads) {
        List<String> sorted = heads.stream().sorted().toList();
        List<BranchPair> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(pair(sorted.get(i), sorted.get(j)));
            }
        }
        return List.copyOf(pairs);
    }

    private BranchPair pair(String left, String right) {
        RevisionGraph graph = revisions.graph();
        Set<String> common = graph.before(List.of(left));
        common.retainAll(graph.before(List.of(right)));
        Footprint ofLeft = footprint(left, common);
        Footprint ofRight = footprint(right, common);
        List<String> unknown = new ArrayList<>(ofLeft.undeclared());
        unknown.addAll(ofRight.undeclared());
        if (!unknown.isEmpty()) {
            return new BranchPair(left, right, BranchPair.Verdict.CANNOT_TELL, unknown);
        }
        Attempt base = attempt(new Attempt(Schema.EMPTY, null), graph.inOrder(common));
        Attempt leftAlone = attempt(base, ofLeft.revisions());
        Attempt rightAlone = attempt(base, ofRight.revisions());
        for (Attempt alone : List.of(leftAlone, rightAlone)) {
            if (alone.failure() != null) {
                return new BranchPair(left, right, BranchPair.Verdict.CANNOT_TELL, List.of(alone.failure()));
            }
        }
        Attempt leftFirst = attempt(leftAlone, ofRight.revisions());
        Attempt rightFirst = attempt(rightAlone, ofLeft.revisions());
        Set<String> collisions = new LinkedHashSet<>(ofLeft.spokenOf(ofRight, base.schema()));
        collisions.addAll(ofRight.spokenOf(ofLeft, base.schema()));
        if (leftFirst.failure() != null || rightFirst.failure() != null) {
            collisions.addAll(ofLeft.shared(ofRight));
            addFailure(left, leftFirst, collisions);
            addFailure(right, rightFirst, collisions);
        } else {
            collisions.addAll(differences(leftFirst.schema(), rightFirst.schema()));
        }
        if (!collisions.isEmpty()) {
            return new BranchPair(left, right, BranchPair.Verdict.COLLIDES, List.copyOf(collisions));
        }
        List<String> rows = ofLeft.sameRows(ofRight, base.schema());
        return new BranchPair(
                left, right, rows.isEmpty() ? BranchPair.Verdict.COMMUTES : BranchPair.Verdict.CANNOT_TELL, rows);
    }

    private Footprint footprint(String head, Set<String> common) {
        Set<String> alone = new HashSet<>(revisions.graph().before(List.of(head)));
        alone.removeAll(common);
        return Footprint.of(revisions, dialect, revisions.graph().inOrder(alone));
    }

    /** A schema that was led on, as far as it went; and what stopped it. */
    private record Attempt(Schema schema, @Nullable String failure) {}

    private Attempt attempt(Attempt before, List<String> ids) {
        Schema schema = before.schema();
        if (before.failure() != null) {
            return before;
        }
        for (String id : ids) {
            try {
                schema = new Replay(revisions, dialect).apply(schema, List.of(id));
            } catch (AludelException e) {
                return new Attempt(schema, "revision " + id + ": " + e.getMessage());
            }
        }
        return new Attempt(schema, null);
    }

    private static void addFailure(String first, Attempt attempt, Set<String> collisions) {
        if (attempt.failure() != null) {
            collisions.add("after " + first + ", " + attempt.failure());
        }
    }

    private static List<String> differences(Schema one, Schema other) {
        Map<String, SchemaObject> expected = objects(one);
        Map<String, SchemaObject> found = objects(other);
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> expected.containsKey(name) && expected.get(name).equals(found.get(name)));
        return names.stream()
                .map(name -> name + " depends on which of them comes first")
                .toList();
    }

    /** By what they are called; of tables the order of columns does not count. */
    private static Map<String, SchemaObject> objects(Schema schema) {
        Map<String, SchemaObject> objects = new TreeMap<>();
        schema.objects()
                .forEach(object -> objects.put(
                        object.describe(),
                        object instanceof Table table
                                ? table.withColumns(table.columns().stream()
                                        .sorted(Comparator.comparing(Column::name))
                                        .toList())
                                : object));
        return objects;
    }
}
