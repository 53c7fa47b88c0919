// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;

/**
 * A transaction has begun or ended.
 *
 * @param options those that it was begun with
 * @param duration of beginning, committing or rolling back itself
 * @param lasted from when it began to begin until now
 */
public record TransactionEvent(TransactionOptions options, Duration duration, Duration lasted) {}
