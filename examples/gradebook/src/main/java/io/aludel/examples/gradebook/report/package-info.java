// SPDX-License-Identifier: Apache-2.0
/**
 * The gradebook as one page of HTML. {@link io.aludel.examples.gradebook.report.Report} is what is read from the database, by queries of its own
 * and the homework's; {@link io.aludel.examples.gradebook.report.Page} fills the templates in the resources of this package with it; {@link
 * io.aludel.examples.gradebook.report.ReportFile} is where the page goes. The same rows give the same bytes.
 */
@NullMarked
package io.aludel.examples.gradebook.report;

import org.jspecify.annotations.NullMarked;
