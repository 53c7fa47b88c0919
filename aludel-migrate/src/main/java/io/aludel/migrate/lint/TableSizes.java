// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.name.TableName;

/** How big tables are, by the names that they have before the first revision. */
interface TableSizes {
    TableSize of(TableName table);
}
