// SPDX-License-Identifier: Apache-2.0
/**
 * What may hurt when revisions are applied. In come the revisions, the schema that they meet, and how many rows its tables have; out come
 * {@link io.aludel.migrate.lint.Finding}s, each with a {@link io.aludel.migrate.lint.Code} that does not change. What a change costs is asked of the dialect
 * ({@link io.aludel.core.dialect.ChangeCosts}); nothing is told from the text of SQL. Read {@link io.aludel.migrate.lint.Linter} first, then a
 * {@link io.aludel.migrate.lint.Rule}. {@link io.aludel.migrate.lint.SafeForm} writes operations so that they do not hurt.
 */
@NullMarked
package io.aludel.migrate.lint;

import org.jspecify.annotations.NullMarked;
