// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.DeleteRows;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.InsertSelected;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.UpdateRows;
import java.util.function.Consumer;

/** Rows that are changed in a revision that changes the schema, too. */
final class RowSteps implements Rule {
    private static final String OWN_REVISION = "Change the rows in a revision of their own";

    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        boolean changesSchema = revision.steps().stream().anyMatch(step -> !isAboutRows(step.operation()));
        boolean together = revision.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL);
        boolean rebuilds = revision.steps().stream().anyMatch(Step::rebuilds);
        for (Step step : revision.steps()) {
            if (rebuilds && isAboutRows(step.operation())) {
                found.accept(step.finding(
                        Code.ROWS_DURING_REBUILD,
                        "Another operation of the revision rebuilds a table, and foreign keys do nothing during that revision: no cascade"
                                + " follows what this changes; what points at nothing undoes it all in the end.",
                        OWN_REVISION + "."));
            } else if (together && changesSchema) {
                inTransaction(step, found);
            }
        }
    }

    private static void inTransaction(Step step, Consumer<Finding> found) {
        for (TableName table : step.operation().tables()) {
            TableSize size = step.size(table);
            if (size.isBig() && changesRows(step.operation())) {
                found.accept(
                        step.finding(
                                Code.ROWS_WITH_SCHEMA,
                                "It may change every row of table \"" + table + "\" (" + size.words()
                                        + "), and what the revision has locked stays locked until it is done.",
                                OWN_REVISION
                                        + ", in parts; for a column that refuses NULL: add it nullable, fill it, then refuse NULL."));
            }
        }
    }

    private static boolean changesRows(Operation operation) {
        return operation instanceof UpdateRows
                || operation instanceof DeleteRows
                || operation instanceof AddColumn add && add.fill() != null
                || operation instanceof AlterColumn alter && alter.onward().fill() != null;
    }

    private static boolean isAboutRows(Operation operation) {
        return operation instanceof UpdateRows
                || operation instanceof DeleteRows
                || operation instanceof InsertRows
                || operation instanceof InsertSelected
                || operation instanceof ExecuteSql sql && sql.effect() == ExecuteSql.Effect.SCHEMA_NEUTRAL;
    }
}
