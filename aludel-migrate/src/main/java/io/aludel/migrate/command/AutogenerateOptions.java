// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.diff.Renaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is decided before a revision is written of what differs.
 *
 * @param renamings what was renamed; each must fit
 * @param allowDestructive whether the script may lose rows or values
 * @param questions who decides what else looks like a renaming
 */
public record AutogenerateOptions(List<Renaming> renamings, boolean allowDestructive, Questions questions) {
    /** Nothing is decided, and nobody can be asked. */
    public static final AutogenerateOptions USUAL = new AutogenerateOptions(List.of(), false, Questions.NOBODY);

    public AutogenerateOptions {
        renamings = List.copyOf(renamings);
        Objects.requireNonNull(questions, "questions");
    }

    /** The same, and this was renamed: {@code pet:animal}, {@code pet.name:pet.title}; see {@link Renaming#parse}. */
    public AutogenerateOptions renaming(String renaming) {
        List<Renaming> more = new ArrayList<>(renamings);
        more.add(Renaming.parse(renaming));
        return new AutogenerateOptions(more, allowDestructive, questions);
    }

    public AutogenerateOptions allowingDestructive() {
        return new AutogenerateOptions(renamings, true, questions);
    }

    public AutogenerateOptions asking(Questions questions) {
        return new AutogenerateOptions(renamings, allowDestructive, questions);
    }
}
