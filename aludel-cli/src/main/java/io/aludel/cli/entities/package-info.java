// SPDX-License-Identifier: Apache-2.0
/**
 * Jakarta Persistence classes for tables that are there. What comes in is a {@link io.aludel.core.schema.Schema}, as the introspector reads it; what goes
 * out are Java sources, and what no class can say. Read {@link io.aludel.cli.entities.EntityClasses} first, then {@code EntityPlan}, which is decided before
 * anything is printed, then {@code EntityPrinter}. The measure of it all: a model of these classes does not differ from the database.
 */
@NullMarked
package io.aludel.cli.entities;

import org.jspecify.annotations.NullMarked;
