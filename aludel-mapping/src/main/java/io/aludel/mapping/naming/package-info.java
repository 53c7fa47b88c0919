// SPDX-License-Identifier: Apache-2.0
/** How tables and columns are called where the classes do not say: {@link io.aludel.mapping.naming.NamingStrategy}. */
@NullMarked
package io.aludel.mapping.naming;

import org.jspecify.annotations.NullMarked;
