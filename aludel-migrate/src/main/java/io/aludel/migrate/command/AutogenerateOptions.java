// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.diff.Fill;
import io.aludel.migrate.diff.Renaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is decided before a revision is written of what differs.
 *
 * @param renamings what was renamed; each must fit
 * @param fills what rows get in columns that refuse NULL; each must be for a column that the script adds or alters
 * @param allowDestructive whether the script may lose rows or values
 * @param questions who decides what else looks like a renaming, or wants a value
 * @param safe whether it is written so that nobody waits for rows to be gone through, where the database can do without
 */
public record AutogenerateOptions(
        List<Renaming> renamings, List<Fill> fills, boolean allowDestructive, Questions questions, boolean safe) {
    /** Nothing is decided, and nobody can be asked. */
    public static final AutogenerateOptions USUAL =
            new AutogenerateOptions(List.of(), List.of(), false, Questions.NOBODY, false);

    public AutogenerateOptions {
        renamings = List.copyOf(renamings);
        fills = List.copyOf(fills);
        Objects.requireNonNull(questions, "questions");
    }

    /** The same, and this was renamed: {@code pet:animal}, {@code pet.name:pet.title}; see {@link Renaming#parse}. */
    public AutogenerateOptions renaming(String renaming) {
        List<Renaming> more = new ArrayList<>(renamings);
        more.add(Renaming.parse(renaming));
        return new AutogenerateOptions(more, fills, allowDestructive, questions, safe);
    }

    /** The same, and rows get this value: {@code pet.nick=none}; see {@link Fill#parse}. */
    public AutogenerateOptions filling(String fill) {
        List<Fill> more = new ArrayList<>(fills);
        more.add(Fill.parse(fill));
        return new AutogenerateOptions(renamings, more, allowDestructive, questions, safe);
    }

    public AutogenerateOptions allowingDestructive() {
        return new AutogenerateOptions(renamings, fills, true, questions, safe);
    }

    public AutogenerateOptions asking(Questions questions) {
        return new AutogenerateOptions(renamings, fills, allowDestructive, questions, safe);
    }

    /** The same, written in the safe form; see {@link io.aludel.migrate.lint.SafeForm}. */
    public AutogenerateOptions safely() {
        return new AutogenerateOptions(renamings, fills, allowDestructive, questions, true);
    }
}
