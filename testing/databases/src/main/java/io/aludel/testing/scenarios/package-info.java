// SPDX-License-Identifier: Apache-2.0

/**
 * Which scenario was tested on which database: {@link io.aludel.testing.scenarios.ScenarioListener} goes in with the tests' tags ({@code M-34}) and writes a
 * file per test class; the module testing/scenarios makes one table of all.
 */
@NullMarked
package io.aludel.testing.scenarios;

import org.jspecify.annotations.NullMarked;
