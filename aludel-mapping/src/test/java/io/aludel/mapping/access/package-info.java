// SPDX-License-Identifier: Apache-2.0
/** Tests of the access to entities' fields. */
@NullMarked
package io.aludel.mapping.access;

import org.jspecify.annotations.NullMarked;
