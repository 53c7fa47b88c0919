// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.RevisionOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where in the history a new revision goes, as options of the verbs that write one. */
final class PlaceOptions {
    @Option(
            names = "--splice",
            description = "Let it stand on a revision that is no head, so that a branch begins there.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "NAME",
            description = "A name of the branch that begins with it. May be given more than once.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description =
                    "A revision of another branch, or its label, that is to be applied before it. May be given more"
                            + " than once.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            description = "Its id, twelve hexadecimal digits. One that nobody has where it is not given.")
    private @Nullable String id;

    RevisionOptions options() {
        return new RevisionOptions(id, null, splice, labels, dependsOn);
    }
}
