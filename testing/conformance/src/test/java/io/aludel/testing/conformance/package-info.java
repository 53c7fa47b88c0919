// SPDX-License-Identifier: Apache-2.0

/**
 * The published suite on our own dialects, and what it leaves to us: what is about one database only, and the engine on real ones.
 *
 * <p>Read {@link io.aludel.testing.conformance.ConformanceTest} first. These tests cannot stand in the modules that they test: the databases come from
 * {@code testing/databases}, which uses the test kit, which uses the engine. They run on SQLite, H2, PostgreSQL 18 and MariaDB; those with the tag {@code
 * server-version} once more on PostgreSQL 14. A promise that every dialect has to keep belongs into the suite, in {@code aludel-testkit}.
 */
@NullMarked
package io.aludel.testing.conformance;

import org.jspecify.annotations.NullMarked;
