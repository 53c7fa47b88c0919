// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.report.chart.Count;
import io.aludel.examples.gradebook.report.chart.GradeColumns;
import io.aludel.examples.gradebook.report.chart.Share;
import java.util.List;

/** The distribution of the grades as the template needs it. */
record DistributionView(GradeColumns chart, List<Line> lines) {
    /**
     * A line of the table.
     *
     * @param share of all grades
     */
    record Line(int grade, String number, String share) {}

    /** @param distribution of one grade at least */
    static DistributionView of(Distribution distribution) {
        long total = distribution.total();
        return new DistributionView(
                GradeColumns.of(
                        distribution.counts().stream().map(GradeCount::count).toList()),
                distribution.counts().stream()
                        .map(one -> new Line(
                                one.grade(), Count.full(one.count()), Share.readablePercent(one.count(), total) + " %"))
                        .toList());
    }
}
