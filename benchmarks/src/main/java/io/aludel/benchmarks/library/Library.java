// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library as its users would call it, on a connection that is open already: what is measured is the library, not how connections are made. One thread
 * at a time.
 */
public interface Library extends AutoCloseable {
    /** The name in results: {@code jooq}. */
    String name();

    /** Before some reads that are measured: they share a transaction. */
    void begin();

    /** After them: nothing stays open in the database. */
    void end();

    /** W1. */
    @Nullable
    StudentRow student(long id);

    /** W2: all grades, ordered by identifier. */
    List<GradeRow> grades();

    /** W3: the five students of the highest averages. */
    List<Rating> topFive();

    /** W5b: all rows, but for their identifiers, into {@code copies}, in one transaction. */
    void copy(List<GradeRow> grades);

    @Override
    void close();
}
