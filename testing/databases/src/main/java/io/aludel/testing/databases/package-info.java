// SPDX-License-Identifier: Apache-2.0

/** Fresh databases for tests. */
@NullMarked
package io.aludel.testing.databases;

import org.jspecify.annotations.NullMarked;
