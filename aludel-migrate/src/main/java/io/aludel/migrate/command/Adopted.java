// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.interop.HistoryTool;
import io.aludel.migrate.interop.OtherHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A database that was there before its first revision, and has it now.
 *
 * @param file the script that makes an empty database so
 * @param revision its id, which the history has as applied
 * @param history what the other tool has done; empty where none was named
 * @param present tools whose histories are there, whether named or not
 * @param leftOut what the script does not make, each a sentence
 * @param otherSchemas named schemas that were not read
 */
public record Adopted(
        Path file,
        String revision,
        Optional<OtherHistory> history,
        List<HistoryTool> present,
        List<String> leftOut,
        List<String> otherSchemas) {
    public Adopted {
        present = List.copyOf(present);
        leftOut = List.copyOf(leftOut);
        otherSchemas = List.copyOf(otherSchemas);
    }
}
