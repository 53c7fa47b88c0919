// SPDX-License-Identifier: Apache-2.0
/**
 * What a database holds, as immutable data: {@link io.aludel.core.schema.Schema} of {@link io.aludel.core.schema.Table}s with their columns,
 * keys, indexes and checks, and sequences. It comes from the mapping (the model), from an introspector (a live database) or from
 * replayed scripts, and goes to the differ and to a dialect's DDL. Safe to share between threads.
 */
@NullMarked
package io.aludel.core.schema;

import org.jspecify.annotations.NullMarked;
