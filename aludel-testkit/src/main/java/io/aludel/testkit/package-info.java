// SPDX-License-Identifier: Apache-2.0

/** Statement recorder and assertions for tests on Aludel. */
@NullMarked
package io.aludel.testkit;

import org.jspecify.annotations.NullMarked;
