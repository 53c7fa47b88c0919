// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.SeedProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long seeding has come: a bar on a terminal, a line for each tenth elsewhere. What is done in a moment shows nothing. No colours.
 */
abstract sealed class ShownProgress implements SeedProgress, AutoCloseable {
    /** Fewer students are done in a moment. */
    static final int FEW = 2_000;

    private static final int USUAL = 80;

    /** Where somebody watches, a bar that leaves the last column free: a full line would end there, and not be written over. */
    static ShownProgress on(PrintWriter err, boolean terminal) {
        return terminal ? bar(err, Math.min(Terminal.columns().orElse(USUAL), USUAL)) : new Lines(err);
    }

    /** On a terminal of so many columns. */
    static ShownProgress bar(PrintWriter err, int columns) {
        return new Bar(err, columns - 1);
    }

    @Override
    public final void made(int students, int of) {
        if (of >= FEW) {
            show(students, of);
        }
    }

    abstract void show(int students, int of);

    /** Leaves the cursor at the beginning of a line. */
    @Override
    public abstract void close();

    private static final class Lines extends ShownProgress {
        private final PrintWriter err;
        private int tenths;

        Lines(PrintWriter err) {
            this.err = err;
        }

        @Override
        void show(int students, int of) {
            int now = (int) (students * 10L / of);
            if (now > tenths) {
                tenths = now;
                err.println(now * 10 + " %: " + students + " of " + of + " students");
            }
        }

        @Override
        public void close() {}
    }

    private static final class Bar extends ShownProgress {
        private static final int MILLISECONDS = 100;

        private final PrintWriter err;
        private final int width;
        private @Nullable ProgressBar bar;

        Bar(PrintWriter err, int width) {
            this.err = err;
            this.width = width;
        }

        @Override
        void show(int students, int of) {
            ProgressBar shown = bar;
            if (shown == null) {
                shown = ProgressBar.builder()
                        .setTaskName("Seeding")
                        .setInitialMax(of)
                        .setUnit(" students", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(MILLISECONDS)
                        .setConsumer(new DelegatingProgressBarConsumer(this::print, width))
                        .build();
                bar = shown;
            }
            shown.stepTo(students);
        }

        private void print(String line) {
            err.print("\r" + line);
            err.flush();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                err.println();
            }
        }
    }
}
