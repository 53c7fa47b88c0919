// SPDX-License-Identifier: Apache-2.0

/** Reads what the tests of all modules have written about the scenarios that they test, and prints it as a table. Built last. */
@NullMarked
package io.aludel.testing.scenarios;

import org.jspecify.annotations.NullMarked;
