// SPDX-License-Identifier: Apache-2.0

/**
 * What core, dialects and engine do together on real databases.
 *
 * <p>These tests cannot stand in the modules that they test: the databases come from {@code testing/databases}, which
 * uses the test kit, which uses the engine. They run on SQLite and PostgreSQL 18; those with the tag
 * {@code server-version} once more on PostgreSQL 14.
 */
@NullMarked
package io.aludel.testing.conformance;

import org.jspecify.annotations.NullMarked;
