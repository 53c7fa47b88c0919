// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.EntityRef;

/**
 * A to-one association walked from its target to its owners.
 *
 * @param owner the entity that has the key; it is what gets joined
 * @param attribute the association's name in the owner's class
 * @param target the class that the association points at; the query must have one entity of it
 */
public record ReversePath(EntityRef.Root owner, String attribute, Class<?> target) {}
