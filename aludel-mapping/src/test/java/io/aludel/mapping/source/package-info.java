// SPDX-License-Identifier: Apache-2.0
/** Tests of reading classes. */
@NullMarked
package io.aludel.mapping.source;

import org.jspecify.annotations.NullMarked;
