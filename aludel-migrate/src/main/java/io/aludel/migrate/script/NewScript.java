// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is to be written.
 *
 * @param message what it does, in the user's words
 * @param operations the way up; none for a revision that its author fills in
 * @param undone what the way down undoes, last first: the same, or what comes to the same in fewer steps
 * @param irreversible why there is no way down although the operations have one; null where that is the way
 */
public record NewScript(
        RevisionNode node,
        String message,
        List<Operation> operations,
        List<Operation> undone,
        @Nullable String irreversible) {
    private static final int LONGEST_SLUG = 40;

    public NewScript {
        Objects.requireNonNull(node, "node");
        message = message.strip().replaceAll("\\s+", " ");
        operations = List.copyOf(operations);
        undone = List.copyOf(undone);
    }

    /** One whose way down is that of its operations. */
    public NewScript(RevisionNode node, String message, List<Operation> operations) {
        this(node, message, operations, operations, null);
    }

    /** One whose way down comes to the same in fewer steps. */
    public NewScript(RevisionNode node, String message, List<Operation> operations, List<Operation> undone) {
        this(node, message, operations, undone, null);
    }

    /** One that has no way down, although its operations have. */
    public NewScript(RevisionNode node, String message, List<Operation> operations, String irreversible) {
        this(node, message, operations, operations, irreversible);
    }

    public NewScript(String id, List<String> parents, String message, List<Operation> operations) {
        this(new RevisionNode(id, parents), message, operations);
    }

    public String id() {
        return node.id();
    }

    public List<String> parents() {
        return node.parents();
    }

    /** {@code R8f2c41d09ab3_GradeCheck}: the id, and what of the message a file may be called everywhere. */
    public String className() {
        StringBuilder slug = new StringBuilder();
        for (String word : message.split("[^A-Za-z0-9]+")) {
            if (slug.length() + word.length() > LONGEST_SLUG) {
                break;
            }
            slug.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return "R" + id() + (slug.isEmpty() ? "" : "_" + slug);
    }

    public String fileName() {
        return className() + ".java";
    }
}
