// SPDX-License-Identifier: Apache-2.0
/**
 * What a program's tests need to say which SQL it executes. {@link io.aludel.testkit.StatementRecorder} listens to an engine, {@link
 * io.aludel.testkit.Expected} says what should have come: texts, values, batches, groups in free order. No driver, and no assertion
 * library but JUnit's exception, by which tools show both sides. {@link io.aludel.testkit.TestedDatabase} is what the package {@code
 * conformance}, the suite for dialects, wants to know of a database.
 */
@NullMarked
package io.aludel.testkit;

import org.jspecify.annotations.NullMarked;
