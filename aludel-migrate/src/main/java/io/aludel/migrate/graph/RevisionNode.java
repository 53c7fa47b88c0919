// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One revision and those it stands on.
 *
 * @param id twelve hexadecimal digits, lower case
 * @param parents none for a first revision, two or more for one that merges branches
 * @param labels names of the branch that goes through this revision
 * @param dependsOn ids or labels of revisions of other branches that come before this one, although it does not stand on them
 * @param replaces ids of revisions that are no more, and whose work this one does
 */
public record RevisionNode(
        String id, List<String> parents, List<String> labels, List<String> dependsOn, List<String> replaces) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern LABEL = Pattern.compile("\\p{L}[\\p{L}\\p{N}_./]*");
    /** What could be the beginning of an id. */
    private static final Pattern PART_OF_ID = Pattern.compile("[0-9a-f]{4,12}");

    private static final Set<String> SYMBOLS = Set.of("head", "heads", "base", "current");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RevisionNode {
        parents = distinct(parents);
        labels = distinct(labels);
        dependsOn = distinct(dependsOn);
        replaces = distinct(replaces);
        requireId(id);
        for (String label : labels) {
            requireLabel(id, label);
        }
    }

    /** A revision of which there is no more to say. */
    public RevisionNode(String id, List<String> parents) {
        this(id, parents, List.of(), List.of(), List.of());
    }

    private static List<String> distinct(Collection<String> names) {
        return List.copyOf(new LinkedHashSet<>(names));
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new MigrationException(
                    "MIG-005", "\"" + id + "\" is no revision id; it needs twelve hexadecimal digits in lower case.");
        }
    }

    private static void requireLabel(String id, String label) {
        String fault = "";
        if (SYMBOLS.contains(label)) {
            fault = "it has a meaning of its own";
        } else if (PART_OF_ID.matcher(label).matches()) {
            fault = "it could be the beginning of an id";
        } else if (!LABEL.matcher(label).matches()) {
            fault = "it needs a letter, and then letters, digits, \"_\", \".\" or \"/\"";
        }
        if (!fault.isEmpty()) {
            throw new MigrationException(
                    "MIG-030",
                    "Revision " + id + " cannot have the label \"" + label + "\": " + fault + ". Choose another.");
        }
    }

    /** An id that nobody has. */
    public static String newId() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
