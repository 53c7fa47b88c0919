// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** As {@link Reading}, into a table that is emptied before each call. A call takes milliseconds, so that JMH may look at the clock each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Writing {
    private Task task = Task.current();

    @Setup(Level.Invocation)
    public void empty() {
        task = Task.current();
        task.gradebook().emptyCopies();
    }

    @Benchmark
    public @Nullable Object call() {
        return task.workload().once(task.library(), task.gradebook(), 0);
    }
}
