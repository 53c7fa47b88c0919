// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.diff.SchemaDifference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a new revision.
 *
 * @param file the script; empty where the model and the database do not differ, so that none was written
 * @param difference what the script was made of; nothing where it was asked for empty
 */
public record NewRevision(Optional<Path> file, SchemaDifference difference) {
    /** Whether the script waits for its author to say what it does. */
    public boolean isToBeFilledIn() {
        return file.isPresent() && difference.operations().isEmpty();
    }

    /** Whether rows or values may be lost when it is applied. */
    public boolean isDestructive() {
        return difference.operations().stream().anyMatch(operation -> operation.isDestructive());
    }
}
