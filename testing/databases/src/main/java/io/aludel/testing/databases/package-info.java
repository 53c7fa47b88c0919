// SPDX-License-Identifier: Apache-2.0

/**
 * Real databases for our own tests, fresh and empty for each test, with nothing to install.
 *
 * <p>Read {@link io.aludel.testing.databases.OnEveryDatabase} first: one annotation on a test method or test class runs
 * it once per database. {@link io.aludel.testing.databases.FreshDatabase} is what a test gets;
 * {@link io.aludel.testing.databases.TestDatabase} is where it comes from, for tests that want to ask by hand.
 *
 * <p>SQLite is a file in a temporary folder, H2 is in memory. PostgreSQL and MariaDB are one server per JVM, started at the first use from binaries
 * that come as Maven artifacts, stopped when the JVM ends; each fresh database is one {@code create database} in it.
 *
 * <p>Knows JDBC and JUnit, and nothing of the engine: what it says about a database must not depend on what we test.
 * Safe to use from several threads; one {@code FreshDatabase} belongs to one test.
 */
@NullMarked
package io.aludel.testing.databases;

import org.jspecify.annotations.NullMarked;
