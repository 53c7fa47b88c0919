// SPDX-License-Identifier: Apache-2.0

/** What SQLite writes and reads its own way. */
@NullMarked
package io.aludel.dialects.sqlite;

import org.jspecify.annotations.NullMarked;
