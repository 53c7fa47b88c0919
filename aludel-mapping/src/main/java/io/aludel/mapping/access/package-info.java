// SPDX-License-Identifier: Apache-2.0
/**
 * Access to entities' fields. {@link io.aludel.mapping.access.EntityAccess} is what a session works with; the processor writes one for each entity
 * (its <em>companion</em>), which reaches private fields at the speed of direct access. {@link
 * io.aludel.mapping.access.LazyReference} is what a generated lazy reference is.
 */
@NullMarked
package io.aludel.mapping.access;

import org.jspecify.annotations.NullMarked;
