// SPDX-License-Identifier: Apache-2.0
/**
 * What a session refuses, and why. The root is {@link io.aludel.orm.error.SessionException}; a subclass stands where a program can act
 * differently. What the database itself refused comes as the engine's exceptions.
 */
@NullMarked
package io.aludel.orm.error;

import org.jspecify.annotations.NullMarked;
