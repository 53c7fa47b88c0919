// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is more than one newest revision, so that "head" says too little. */
public class MultipleHeadsException extends MigrationException {
    private final List<String> heads;

    public MultipleHeadsException(List<String> heads) {
        this(heads, null);
    }

    /** @param branch the only one that was asked for, as it was written; null for all */
    MultipleHeadsException(List<String> heads, @Nullable String branch) {
        super(
                "MIG-009",
                (branch == null
                                ? "There are " + heads.size() + " heads: "
                                : "Branch \"" + branch + "\" has " + heads.size() + " heads: ")
                        + String.join(", ", heads)
                        + ". Join them by `aludel merge`, say \"" + (branch == null ? "" : branch + "@")
                        + "heads\" for all of them, or name the one that you want.");
        this.heads = List.copyOf(heads);
    }

    /** The ids of the heads, in the order of the alphabet. */
    public List<String> heads() {
        return heads;
    }
}
