// SPDX-License-Identifier: Apache-2.0

/** Flyway and Liquibase themselves, before us and after us. */
@NullMarked
package io.aludel.testing.interop;

import org.jspecify.annotations.NullMarked;
