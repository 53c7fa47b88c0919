// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.script.RepeatableScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The repeatable scripts beside what the ledger has of them.
 *
 * @param scripts in their order
 */
public record Repeated(List<RepeatableScript> scripts, List<RepeatedEntry> entries) {
    /** What is to be executed, in order. */
    public List<RepeatableScript> pending() {
        return RepeatableRun.pending(scripts, entries);
    }

    /** Names of those that have no script any more. */
    public List<String> orphaned() {
        Set<String> names = scripts.stream().map(RepeatableScript::name).collect(Collectors.toSet());
        return entries.stream()
                .map(RepeatedEntry::name)
                .filter(name -> !names.contains(name))
                .toList();
    }
}
