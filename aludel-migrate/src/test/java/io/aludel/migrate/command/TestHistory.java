// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Script;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short histories for tests. A revision is called by one hexadecimal digit, which its id repeats: {@code a} is {@code aaaaaaaaaaaa}. */
public final class TestHistory {
    private TestHistory() {}

    public static String id(String name) {
        return name.repeat(12);
    }

    private static List<String> ids(String names) {
        return Stream.of(names.split(""))
                .filter(name -> !name.isEmpty())
                .map(TestHistory::id)
                .toList();
    }

    /** {@code "a b"} for a list of ids. */
    public static String names(List<String> ids) {
        return ids.stream().map(id -> id.substring(0, 1)).collect(Collectors.joining(" "));
    }

    public static String applied(List<AppliedRevision> revisions) {
        return names(revisions.stream().map(AppliedRevision::id).toList());
    }

    /** A revision that does nothing. */
    public static Script script(String name, String parents) {
        return script(new RevisionNode(id(name), ids(parents)), op -> {}, op -> {});
    }

    public static Script labelled(String label, String name, String parents) {
        RevisionNode node = new RevisionNode(id(name), ids(parents), List.of(label), List.of(), List.of());
        return script(node, op -> {}, op -> {});
    }

    public static Script needing(String dependency, String name, String parents) {
        RevisionNode node = new RevisionNode(
                id(name),
                ids(parents),
                List.of(),
                List.of(dependency.length() == 1 ? id(dependency) : dependency),
                List.of());
        return script(node, op -> {}, op -> {});
    }

    public static Script script(String name, String parents, Consumer<Operations> up, Consumer<Operations> down) {
        return script(new RevisionNode(id(name), ids(parents)), up, down);
    }

    public static Script script(RevisionNode node, Consumer<Operations> up, Consumer<Operations> down) {
        Migration migration = new Migration() {
            @Override
            public void up(Operations op) {
                up.accept(op);
            }

            @Override
            public void down(Operations op) {
                down.accept(op);
            }
        };
        return new Script(node, "Does " + node.id().charAt(0), "R" + node.id() + ".java", migration);
    }
}
