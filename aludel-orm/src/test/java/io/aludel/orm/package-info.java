// SPDX-License-Identifier: Apache-2.0
/** Sessions on real databases: what a program sees of its objects, and the statements that it causes. */
@NullMarked
package io.aludel.orm;

import org.jspecify.annotations.NullMarked;
