// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Objects;

/**
 * A revision that is to be written.
 *
 * @param message what it does, in the user's words
 * @param operations the way up; none for a revision that its author fills in
 * @param down the way down
 */
public record NewScript(RevisionNode node, String message, List<Operation> operations, Down down) {
    private static final int LONGEST_SLUG = 40;

    /** The way down. */
    public sealed interface Down {
        /** It undoes these operations, last first: those of the way up, or what comes to the same in fewer steps. */
        record Undoing(List<Operation> operations) implements Down {
            public Undoing {
                operations = List.copyOf(operations);
            }
        }

        /** It is these operations. */
        record Given(List<Operation> operations) implements Down {
            public Given {
                operations = List.copyOf(operations);
            }
        }

        /** There is none, although the operations may have one. */
        record None(String reason) implements Down {
            public None {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }

    public NewScript {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(down, "down");
        message = message.strip().replaceAll("\\s+", " ");
        operations = List.copyOf(operations);
    }

    /** One that is undone by its operations reversed. */
    public NewScript(RevisionNode node, String message, List<Operation> operations) {
        this(node, message, operations, new Down.Undoing(operations));
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
