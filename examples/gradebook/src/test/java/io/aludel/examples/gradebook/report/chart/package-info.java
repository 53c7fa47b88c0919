// SPDX-License-Identifier: Apache-2.0
/** Where the marks of the charts go. */
package io.aludel.examples.gradebook.report.chart;
