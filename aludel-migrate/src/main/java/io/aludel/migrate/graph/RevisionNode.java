// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One revision and those it stands on.
 *
 * @param id twelve hexadecimal digits, lower case
 * @param parents none for a first revision, two or more for one that merges branches
 */
public record RevisionNode(String id, List<String> parents) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RevisionNode {
        parents = List.copyOf(parents);
        if (!ID.matcher(id).matches()) {
            throw new MigrationException(
                    "MIG-005", "\"" + id + "\" is no revision id; it needs twelve hexadecimal digits in lower case.");
        }
    }

    /** An id that nobody has. */
    public static String newId() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
