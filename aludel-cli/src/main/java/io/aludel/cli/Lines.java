// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.command.BranchPair;
import io.aludel.migrate.command.RevisionState;
import io.aludel.migrate.command.ScriptedRevision;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Wording;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.run.HistoryEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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

    /** {@code 8f2c41d09ab3  add the check  (head)  applied 2026-11-20 12:00:00 by ada}. */
    static String of(RevisionState state, boolean indicateCurrent) {
        List<String> marks = new ArrayList<>(state.labels());
        if (state.parents().size() > 1) {
            marks.add("merge");
        }
        if (state.isHead()) {
            marks.add("head");
        }
        if (indicateCurrent && state.isCurrent()) {
            marks.add("current");
        }
        return titled(state.id(), state.message(), marks) + "  "
                + state.applied().map(Lines::applied).orElse("pending");
    }

    /** {@code 8f2c41d09ab3  add the check  (pets)}. */
    static String of(ScriptedRevision revision) {
        return titled(revision.id(), revision.message(), revision.branches());
    }

    private static String titled(String id, String message, List<String> marks) {
        return id + "  " + message + (marks.isEmpty() ? "" : "  (" + String.join(", ", marks) + ")");
    }

    /** {@code 8f2c41d09ab3  add the check  applied 2026-11-20 12:00:00 by ada}. */
    static String of(HistoryEntry entry) {
        return entry.revision() + "  " + entry.message() + "  " + applied(entry);
    }

    /** How two branches stand to each other, and a line for each reason. */
    static List<String> of(BranchPair pair) {
        String both = pair.left() + " and " + pair.right();
        String verdict = switch (pair.verdict()) {
            case COMMUTES -> both + " commute: either may be applied first.";
            case COLLIDES -> both + " touch the same objects:";
            case CANNOT_TELL -> "Whether " + both + " commute cannot be told:";
        };
        return Stream.concat(Stream.of(verdict), pair.reasons().stream().map(reason -> "  " + reason))
                .toList();
    }

    static String applied(HistoryEntry entry) {
        return "applied " + TIME.format(entry.appliedAt())
                + (entry.appliedBy().isEmpty() ? "" : " by " + entry.appliedBy());
    }
}
