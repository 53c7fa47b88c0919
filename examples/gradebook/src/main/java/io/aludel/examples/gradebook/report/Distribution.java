// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.model.Grade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often each of the grades from 1 to 12 was given, in their order. */
record Distribution(List<GradeCount> counts) {
    Distribution {
        counts = List.copyOf(counts);
    }

    static Distribution read(ReportQueries queries) {
        Map<Integer, Long> given =
                queries.distribution().stream().collect(Collectors.toMap(GradeCount::grade, GradeCount::count));
        return new Distribution(IntStream.rangeClosed(Grade.LOWEST, Grade.HIGHEST)
                .mapToObj(grade -> new GradeCount(grade, given.getOrDefault(grade, 0L)))
                .toList());
    }

    /** The number of all grades. */
    long total() {
        return counts.stream().mapToLong(GradeCount::count).sum();
    }

    /** The average of all grades; nothing if there are none. */
    Optional<Average> average() {
        long sum = counts.stream().mapToLong(one -> one.grade() * one.count()).sum();
        return Optional.of(new Average(sum, total())).filter(average -> average.count() > 0);
    }
}
