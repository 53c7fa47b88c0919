// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all verbs have: the place they work at, and where they print. */
abstract class Verb implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    // Not inherited from Main: picocli's own command "help" has this option already.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    final Workplace workplace() {
        return Objects.requireNonNull(main).workplace();
    }

    final PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    final PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Does it and prints; the exit code. */
    @Override
    public abstract Integer call();
}
