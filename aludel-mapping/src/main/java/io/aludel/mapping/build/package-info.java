// SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the mapping, once: {@link io.aludel.mapping.build.EntityModelBuilder} makes entity models of classes read through a {@code
 * ClassSource}, {@link io.aludel.mapping.build.SchemaBuilder} makes a schema of entity models. Neither loads a class nor knows a database.
 */
@NullMarked
package io.aludel.mapping.build;

import org.jspecify.annotations.NullMarked;
