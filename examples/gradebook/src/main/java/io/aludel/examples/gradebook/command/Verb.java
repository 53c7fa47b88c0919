// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Gradebook;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all verbs have: the gradebook they work on, and where they print. */
abstract class Verb implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Spec
    private @Nullable CommandSpec spec;

    final Main main() {
        return Objects.requireNonNull(main);
    }

    final PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    final PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Prints what was done and what to do next. */
    final void printAdvice(String text) {
        out().println(main().advice().in(text));
    }

    final Integer withGradebook(Consumer<Gradebook> work) {
        try (Gradebook gradebook = new Gradebook(main().dsn())) {
            work.accept(gradebook);
        }
        return Main.FINE;
    }

    /** Does it and prints; the exit code. */
    @Override
    public abstract Integer call();
}
