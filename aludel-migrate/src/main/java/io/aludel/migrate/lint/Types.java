// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.schema.Column;
import io.aludel.core.type.NativeType;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.function.Consumer;

/** Types that there is something better for. */
final class Types implements Rule {
    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        for (Step step : revision.steps()) {
            for (Column column : columns(step.operation())) {
                if (column.type() instanceof NativeType type
                        && type.dialect().equals(step.dialect().name())
                        && type.declaration().equalsIgnoreCase("json")) {
                    found.accept(step.finding(
                            Code.JSON_AS_TEXT,
                            "Column \"" + column.name()
                                    + "\" keeps its JSON as text, which cannot be compared, so that select distinct and group by fail.",
                            "json() in the script, which is the better type of each database (jsonb)."));
                }
            }
        }
    }

    private static List<Column> columns(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().columns();
        }
        if (operation instanceof AddColumn add) {
            return List.of(add.column());
        }
        return operation instanceof AlterColumn alter ? List.of(alter.to()) : List.of();
    }
}
