// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.expr.Select;
import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Set;

/**
 * What an operation needs of the rows that are there.
 *
 * @param violations gives the rows that are in its way, a few columns of each, which are named by {@code columns}
 * @param what what all rows must be, for people: {@code every row of table "pet" to have a value in "name"}
 * @param tables whose rows it depends on
 * @param ofColumns on which columns of the first table; empty where on all
 */
record RowRequirement(
        Select violations, List<String> columns, String what, List<TableName> tables, Set<String> ofColumns) {}
