// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** There is more than one newest revision, so that "head" says too little. */
public class MultipleHeadsException extends MigrationException {
    private final List<String> heads;

    MultipleHeadsException(List<String> heads) {
        super(
                "MIG-009",
                "There are " + heads.size() + " heads: " + String.join(", ", heads)
                        + ". Two revisions have the same parent; give the one that came later the other as its parent, "
                        + "or name the revision you want.");
        this.heads = List.copyOf(heads);
    }

    /** The ids of the heads, in the order of the alphabet. */
    public List<String> heads() {
        return heads;
    }
}
