// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written for another tool.
 *
 * @param files in the order of the revisions
 * @param present ids of revisions that the folder had already
 * @param irreversible ids of revisions whose files have no way back
 * @param empty ids of revisions that do nothing on this database, so that they have no file
 */
public record Exported(List<Path> files, List<String> present, List<String> irreversible, List<String> empty) {
    public Exported {
        files = List.copyOf(files);
        present = List.copyOf(present);
        irreversible = List.copyOf(irreversible);
        empty = List.copyOf(empty);
    }
}
