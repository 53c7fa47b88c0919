// SPDX-License-Identifier: Apache-2.0
/**
 * What an engine does, as Micrometer's meters: {@link io.aludel.micrometer.EngineMetrics} listens to an engine and writes into a registry. It
 * knows no database, no entity and no statement's text. Safe to share between threads.
 */
@NullMarked
package io.aludel.micrometer;

import org.jspecify.annotations.NullMarked;
