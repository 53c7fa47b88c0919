// SPDX-License-Identifier: Apache-2.0
/**
 * Where the marks of the page's charts go: averages, counts and dates come in, positions and short labels go out, as texts that the templates
 * put into SVG. Across, positions are shares of the chart's width, so that a chart is as wide as its page and its letters stay as large as the
 * others; down, they are pixels. Knows no database and no HTML.
 */
@NullMarked
package io.aludel.examples.gradebook.report.chart;

import org.jspecify.annotations.NullMarked;
