// SPDX-License-Identifier: Apache-2.0

/**
 * Living with Flyway and Liquibase. {@link io.aludel.migrate.interop.OtherHistory} is what one of them has done to a database; {@link
 * io.aludel.migrate.interop.Baseline} makes a first revision of what is there; {@link io.aludel.migrate.interop.FlywayFiles} and {@link
 * io.aludel.migrate.interop.LiquibaseFiles} make files of revisions for teams that go on with those tools. Their tables are read and never written. Nothing
 * here knows files, but names and texts of them; the package {@code command} reads and writes. All of it is immutable.
 */
@NullMarked
package io.aludel.migrate.interop;

import org.jspecify.annotations.NullMarked;
