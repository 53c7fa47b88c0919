// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import java.util.List;

/**
 * A revision, operation by operation.
 *
 * @param after the schema when all are done
 */
record RevisionSteps(Dialect dialect, List<Step> steps, Schema after) {}
