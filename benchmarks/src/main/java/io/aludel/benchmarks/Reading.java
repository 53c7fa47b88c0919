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
import org.openjdk.jmh.annotations.TearDown;

/** The current task, again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {
    private Task task = Task.current();
    private int number;

    @Setup(Level.Iteration)
    public void begin() {
        task = Task.current();
        task.library().begin();
    }

    @TearDown(Level.Iteration)
    public void end() {
        task.library().end();
    }

    @Benchmark
    public @Nullable Object call() {
        return task.workload().once(task.library(), task.gradebook(), number++);
    }
}
