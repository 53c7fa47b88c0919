// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;

/**
 * Work is to be done again.
 *
 * @param attempt how often it was done so far, 1 at first
 * @param pause what is waited for before
 * @param failure what came of it the last time
 */
public record RetryEvent(int attempt, Duration pause, RuntimeException failure) {}
