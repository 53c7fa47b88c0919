// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions: objects that stand for rows, and a unit of work that writes what has changed of them. Begin at {@link
 * io.aludel.orm.SessionFactory}, which is shared, and {@link io.aludel.orm.Session}, which is one thread's. What a session does is
 * done by role: {@code state} knows the objects, {@code load} reads rows into them, {@code flush} writes them; {@code
 * entity} is the entity model as these three use it. The manual is {@code docs/session.md}.
 */
@NullMarked
package io.aludel.orm;

import org.jspecify.annotations.NullMarked;
