// SPDX-License-Identifier: Apache-2.0

/** What PostgreSQL writes and reads its own way. */
@NullMarked
package io.aludel.dialects.postgresql;

import org.jspecify.annotations.NullMarked;
