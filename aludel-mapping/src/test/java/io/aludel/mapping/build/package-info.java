// SPDX-License-Identifier: Apache-2.0
/** Tests of the mapping's rules, and of what they say about mistakes. */
@NullMarked
package io.aludel.mapping.build;

import org.jspecify.annotations.NullMarked;
