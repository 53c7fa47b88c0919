// SPDX-License-Identifier: Apache-2.0
/**
 * What the processor tells its user: errors and warnings at the class, field or method that they are about. Mistakes in the mapping keep
 * their codes; those that only matter to generated code have {@link io.aludel.processor.report.ProcessorCode}s.
 */
@NullMarked
package io.aludel.processor.report;

import org.jspecify.annotations.NullMarked;
