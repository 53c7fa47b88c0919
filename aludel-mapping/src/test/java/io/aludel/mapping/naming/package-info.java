// SPDX-License-Identifier: Apache-2.0
/** Tests of naming. */
@NullMarked
package io.aludel.mapping.naming;

import org.jspecify.annotations.NullMarked;
