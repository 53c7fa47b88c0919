// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.benchmarks.library.Library;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures one workload on one database. In each round every library has its turn, in an order that is rotated from round to round, all in this JVM: on a
 * machine with other work what counts is a library's time divided by plain JDBC's in the same round.
 *
 * @param number of rounds
 * @param turn how long a library is measured in a round
 * @param warmUp how long each library runs before the first round
 */
record Rounds(int number, Duration turn, Duration warmUp) {
    /** Bytes allocated by one call, as JMH's profiler names them. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    List<Measurement> measure(Workload workload, Gradebook gradebook) throws RunnerException {
        requireSameResults(workload, gradebook, gradebook.libraries());
        List<Measurement> measurements = new ArrayList<>();
        for (Library library : gradebook.libraries()) {
            turn(new Task(workload, library, gradebook), warmUp);
            measurements.add(new Measurement(library.name(), new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 0; round < number; round++) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < measurements.size(); i++) {
                order.add(i);
            }
            Collections.rotate(order, round);
            for (int i : order) {
                RunResult result = turn(new Task(workload, gradebook.libraries().get(i), gradebook), turn);
                measurements.get(i).add(result.getPrimaryResult().getScore(), allocated(result));
            }
        }
        return measurements;
    }

    /** A library that does something else is not slower or faster, but wrong. */
    static void requireSameResults(Workload workload, Gradebook gradebook, List<Library> libraries) {
        Library first = libraries.get(0);
        Object expected = result(workload, first, gradebook);
        for (Library library : libraries) {
            Object actual = result(workload, library, gradebook);
            if (!Objects.equals(actual, expected)) {
                throw new IllegalStateException(workload + ", " + workload.description() + ": the result of "
                        + library.name() + " is not that of " + first.name() + " on " + gradebook.version()
                        + ".\nexpected " + shortened(expected) + "\n but was " + shortened(actual));
            }
        }
    }

    private static @Nullable Object result(Workload workload, Library library, Gradebook gradebook) {
        if (workload.writes()) {
            return workload.result(library, gradebook);
        }
        library.begin();
        try {
            return workload.result(library, gradebook);
        } finally {
            library.end();
        }
    }

    private static String shortened(@Nullable Object result) {
        String text = String.valueOf(result);
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }

    private static RunResult turn(Task task, Duration time) throws RunnerException {
        Task.next(task);
        Class<?> benchmark = task.workload().writes() ? Writing.class : Reading.class;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Pattern.quote(benchmark.getName()) + ".call")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(time.toMillis()))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return results.iterator().next();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().keySet().stream()
                .filter(name -> name.endsWith(ALLOCATED))
                .mapToDouble(name -> result.getSecondaryResults().get(name).getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
