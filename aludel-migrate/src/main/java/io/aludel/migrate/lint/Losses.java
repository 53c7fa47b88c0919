// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.name.TableName;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.RenameColumn;
import io.aludel.migrate.op.RenameTable;
import java.util.List;
import java.util.function.Consumer;

/** What is lost: rows, values, and names that running programs know. */
final class Losses implements Rule {
    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        revision.steps().forEach(step -> look(step, found));
    }

    private static void look(Step step, Consumer<Finding> found) {
        List<TableName> tables = step.operation().tables();
        if (!tables.isEmpty() && step.size(tables.get(0)) == TableSize.NEW) {
            return; // nobody has rows in it yet, or knows its name
        }
        if (step.operation() instanceof DropTable drop) {
            found.accept(
                    step.finding(
                            Code.TABLE_DROPPED,
                            "The rows of table \"" + drop.table() + "\" are gone, and programs that still use it fail.",
                            "First release programs without it, rename it, and drop it in a later revision when nobody has missed it."));
        } else if (step.operation() instanceof DropColumn drop) {
            found.accept(step.finding(
                    Code.COLUMN_DROPPED,
                    "The values of column \"" + drop.column() + "\" are gone, and programs that still name it fail.",
                    "First release programs that do not name it, then drop it in a later revision."));
        } else if (step.operation() instanceof AlterColumn alter
                && !alter.from().type().equals(alter.to().type())) {
            new AlterColumn(
                            alter.table(),
                            alter.from(),
                            alter.to().withNullable(alter.from().nullable()))
                    .loss()
                    .ifPresent(
                            loss -> found.accept(
                                    step.finding(
                                            Code.VALUES_NARROWED,
                                            "It " + loss + ".",
                                            "Add a column of the new type, fill it, see that nothing is missing, and drop the former one in a later revision.")));
        } else if (step.operation() instanceof RenameTable rename) {
            renamed(step, "table \"" + rename.from() + "\"", found);
        } else if (step.operation() instanceof RenameColumn rename) {
            renamed(step, "column \"" + rename.from() + "\" of table \"" + rename.table() + "\"", found);
        }
    }

    private static void renamed(Step step, String what, Consumer<Finding> found) {
        found.accept(
                step.finding(
                        Code.RENAMED,
                        "Programs that run while it is applied know " + what + " by its former name, and fail.",
                        "Leave the name in the database and say the new one in the model alone (@Column, @Table); or stop the programs."));
    }
}
