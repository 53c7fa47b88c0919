// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.command.RevisionState;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Wording;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.run.HistoryEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Revisions and differences as lines for people. */
final class Lines {
    static final String NO_REVISIONS = "There are no revisions yet. Next: " + Main.FIRST;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private Lines() {}

    /** What differs, a line each: ! where rows or values may be lost, ? where nobody can tell, ~ where it may be a renaming. */
    static List<String> of(SchemaDifference difference, Dialect dialect) {
        Wording wording = new Wording(dialect);
        return Stream.of(
                        difference.operations().stream()
                                .map(operation -> (operation.isDestructive() ? "! " : "  ") + wording.of(operation)),
                        difference.undecided().stream().map(undecided -> "? " + undecided),
                        difference.proposals().stream()
                                .map(proposal -> "~ " + proposal + ": --rename " + proposal.renaming()))
                .flatMap(lines -> lines)
                .toList();
    }

    /** {@code 8f2c41d09ab3  add the check (12 ms)}. */
    static String of(AppliedRevision revision) {
        return revision.id() + "  " + revision.message() + " ("
                + revision.duration().toMillis() + " ms)";
    }

    /** {@code 8f2c41d09ab3  add the check  applied 2026-11-20 12:00:00 by ada}. */
    static String of(RevisionState state) {
        return state.id() + "  " + state.message() + (state.isHead() ? "  (head)" : "") + "  "
                + state.applied().map(Lines::applied).orElse("pending");
    }

    private static String applied(HistoryEntry entry) {
        return "applied " + TIME.format(entry.appliedAt())
                + (entry.appliedBy().isEmpty() ? "" : " by " + entry.appliedBy());
    }
}
