// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.diff.RenameProposal;
import io.aludel.migrate.diff.Renaming;
import io.aludel.migrate.diff.SchemaDifference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through what looks like a renaming with whoever can be asked. A renamed table may show more of them: its columns. */
final class Decisions {
    private final Comparison comparison;
    private final AutogenerateOptions options;
    private final List<Renaming> renamings;
    private final Set<Renaming> asked = new HashSet<>();

    Decisions(Comparison comparison, AutogenerateOptions options) {
        this.comparison = comparison;
        this.options = options;
        this.renamings = new ArrayList<>(options.renamings());
    }

    SchemaDifference difference() {
        SchemaDifference difference = comparison.difference(renamings);
        while (isMoreDecided(difference.proposals())) {
            difference = comparison.difference(renamings);
        }
        return difference;
    }

    private boolean isMoreDecided(List<RenameProposal> proposals) {
        for (RenameProposal proposal : proposals) {
            if (asked.add(proposal.renaming())) {
                Optional<Boolean> answer = options.questions().isRenamed(proposal);
                if (answer.orElse(false)) {
                    renamings.add(proposal.renaming());
                    return true;
                }
            }
        }
        return false;
    }
}
