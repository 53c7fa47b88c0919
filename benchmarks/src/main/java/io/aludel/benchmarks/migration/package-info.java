// SPDX-License-Identifier: Apache-2.0

/**
 * What migrations cost: scripts applied by Aludel, Flyway and Liquibase against the same statements by plain JDBC, and the difference that is none between a
 * model and a database of many tables. {@link io.aludel.benchmarks.migration.MigrationBenchmark} is the program; read {@link
 * io.aludel.benchmarks.migration.Migrator} first.
 */
@NullMarked
package io.aludel.benchmarks.migration;

import org.jspecify.annotations.NullMarked;
