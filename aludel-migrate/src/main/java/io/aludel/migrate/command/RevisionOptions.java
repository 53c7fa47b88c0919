// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the history a new revision goes.
 *
 * @param id twelve hexadecimal digits; null for one that nobody has
 * @param head what it stands on, {@code base} for nothing; null for the one head
 * @param splice whether it may stand on a revision that others stand on already
 * @param labels names of the branch that begins with it
 * @param dependsOn labels, or other texts that mean revisions, which must be applied before it
 */
public record RevisionOptions(
        @Nullable String id, @Nullable String head, boolean splice, List<String> labels, List<String> dependsOn) {
    /** On top of the one head. */
    public static final RevisionOptions ON_HEAD = new RevisionOptions(null, null, false, List.of(), List.of());

    public RevisionOptions {
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    public RevisionOptions withId(String given) {
        return new RevisionOptions(given, head, splice, labels, dependsOn);
    }

    public RevisionOptions withHead(String revision) {
        return new RevisionOptions(id, revision, splice, labels, dependsOn);
    }

    /** It may make a branch where there is none yet. */
    public RevisionOptions splicing() {
        return new RevisionOptions(id, head, true, labels, dependsOn);
    }

    public RevisionOptions withLabels(String... names) {
        return new RevisionOptions(id, head, splice, List.of(names), dependsOn);
    }

    public RevisionOptions withDependencies(String... revisions) {
        return new RevisionOptions(id, head, splice, labels, List.of(revisions));
    }
}
