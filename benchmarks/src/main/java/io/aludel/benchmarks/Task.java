// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.benchmarks.library.Library;
import org.jspecify.annotations.Nullable;

/** What JMH measures now: it makes the object with the benchmark by itself, in this JVM, and takes no arguments for it but texts. */
record Task(Workload workload, Library library, Gradebook gradebook) {
    private static volatile @Nullable Task current;

    static Task current() {
        Task task = current;
        if (task == null) {
            throw new IllegalStateException("Nothing to measure; benchmarks/run starts the rounds.");
        }
        return task;
    }

    static void next(Task task) {
        current = task;
    }
}
