// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.report.chart.Count;

/** What is said below a list of which only a part is shown. */
final class PartNote {
    private PartNote() {}

    /** Empty where all are shown. */
    static String of(String which, long shown, long total, String what) {
        return shown < total
                ? "Showing the " + which + " " + Count.full(shown) + " of " + Count.full(total) + " " + what + "."
                : "";
    }
}
