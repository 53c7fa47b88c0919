// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.util.List;

/**
 * How the grades of one subject look: a form and one of eight colours, so that neither has to be told apart alone.
 *
 * @param form a path around 0, 0, as SVG writes it
 */
public record Marker(int colour, String form) {
    private static final int COLOURS = 8;
    private static final List<String> FORMS = List.of(
            "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", // circle
            "M-4.6 -4.6h9.2v9.2h-9.2z", // square
            "M0 -6l5.6 10h-11.2z", // triangle
            "M0 -6.4l6.4 6.4l-6.4 6.4l-6.4 -6.4z", // diamond
            "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z", // plus
            "M0 6l-5.6 -10h11.2z", // triangle on its head
            "M-6 -3.2l2.8 -2.8l3.2 3.2l3.2 -3.2l2.8 2.8l-3.2 3.2l3.2 3.2l-2.8 2.8l-3.2 -3.2l-3.2 3.2l-2.8 -2.8l3.2 -3.2z", // cross
            "M-6.4 -1.8h12.8v3.6h-12.8z"); // bar

    /** Each of the first 64 has a look of its own. */
    static Marker of(int index) {
        return new Marker(index % COLOURS, FORMS.get((index + index / COLOURS) % FORMS.size()));
    }
}
