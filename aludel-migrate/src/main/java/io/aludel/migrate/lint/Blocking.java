// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddExclusion;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who waits, and for what, while a table with many rows is changed; the dialect knows. */
final class Blocking implements Rule {
    private static final String QUIET_HOUR =
            "This database has no way in which nobody waits: apply it when nobody is there, or try it on a copy and see how long it takes.";

    private static final String NEW_TABLE =
            "Apply it when nobody is there; or make a new table or column beside, fill it in parts, and change over.";

    private static final String NOT_VALID =
            "op.%s(…).notValid(), and then op.validateConstraint(\"%s\", \"%s\").outsideTransaction(), which others can write during.";

    /** What an operation costs. */
    private record Priced(Code code, ChangeCost cost, String safer) {}

    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        for (Step step : revision.steps()) {
            for (TableName table : step.operation().tables()) {
                TableSize size = step.size(table);
                if (size.isBig() && step.rebuilds()) {
                    found.accept(rebuilt(step, table, size));
                } else if (size.isBig()) {
                    step.table(table)
                            .flatMap(before -> priced(step, before))
                            .flatMap(priced -> finding(step, table, size, priced))
                            .ifPresent(found);
                }
            }
        }
    }

    private static Finding rebuilt(Step step, TableName table, TableSize size) {
        return step.finding(
                Code.TABLE_REBUILT,
                "Table \"" + table + "\" (" + size.words()
                        + ") is made anew and its rows are copied; whoever writes to the database waits.",
                "Put all changes of the table into one revision, and apply it when nobody is there. It takes as much room again as the table has.");
    }

    private static Optional<Finding> finding(Step step, TableName table, TableSize size, Priced priced) {
        ChangeCost cost = priced.cost();
        String what = "On table \"" + table + "\" (" + size.words() + ") it "
                + cost.work().words() + "; " + cost.waiting().words() + " (" + cost.words() + "; " + cost.source()
                + ").";
        if (cost.blocks()) {
            return Optional.of(step.finding(priced.code(), what, priced.safer()));
        }
        return cost.work() == ChangeCost.Work.REWRITE
                ? Optional.of(step.finding(
                        Code.TABLE_REWRITTEN,
                        what,
                        "It takes room and time, and replicas lag behind: apply it when there is little to do."))
                : Optional.empty();
    }

    private static Optional<Priced> priced(Step step, Table before) {
        ChangeCosts costs = step.dialect().changeCosts();
        boolean validates = step.dialect().capabilities().has(Feature.UNVALIDATED_CONSTRAINTS);
        Operation operation = step.operation();
        if (operation instanceof CreateIndex create) {
            boolean frees = !costs.createIndex(before, create.index(), true).blocks();
            return priced(
                    Code.INDEX_BLOCKS,
                    costs.createIndex(before, create.index(), create.concurrently()),
                    frees
                            ? "op.createIndex(…).concurrently(), in a revision of its own or as its last operations."
                            : QUIET_HOUR);
        }
        if (operation instanceof AddForeignKey add) {
            return priced(
                    Code.FOREIGN_KEY_BLOCKS,
                    costs.addForeignKey(before, add.key()),
                    validates ? NOT_VALID.formatted("addForeignKey", add.key().name(), add.table()) : QUIET_HOUR);
        }
        if (operation instanceof AddCheck add) {
            return priced(
                    Code.CHECK_BLOCKS,
                    costs.addCheck(before, add.check()),
                    validates ? NOT_VALID.formatted("addCheck", add.check().name(), add.table()) : QUIET_HOUR);
        }
        if (operation instanceof AddUniqueKey add) {
            return priced(
                    Code.UNIQUE_BLOCKS,
                    costs.addUniqueKey(before, add.key()),
                    uniqueIndex(costs, before, add.key().columns()));
        }
        if (operation instanceof AddPrimaryKey add) {
            return priced(
                    Code.PRIMARY_KEY_BLOCKS,
                    costs.addPrimaryKey(before, add.key()),
                    "Build a unique index without a lock first, and make it the key by SQL of the database's own"
                            + " (PostgreSQL: alter table … add primary key using index …); or apply it when nobody is there.");
        }
        if (operation instanceof AddExclusion add) {
            return priced(
                    Code.EXCLUSION_BLOCKS,
                    costs.addExclusion(before, add.exclusion()),
                    "There is no other way: apply it when nobody is there, or make a new table with it and change over.");
        }
        if (operation instanceof AddColumn add) {
            return priced(
                    Code.NEW_COLUMN_BLOCKS,
                    costs.addColumn(before, add.column()),
                    "Add the column without default, numbering or expression, give the default afterwards, and fill rows that are there in parts.");
        }
        if (operation instanceof DropColumn drop) {
            return before.column(drop.column())
                    .flatMap(column -> priced(Code.OTHER_CHANGE_BLOCKS, costs.dropColumn(before, column), QUIET_HOUR));
        }
        return operation instanceof AlterColumn alter
                ? before.column(alter.to().name()).flatMap(live -> altered(step, before, live, alter))
                : Optional.empty();
    }

    private static Optional<Priced> altered(Step step, Table before, Column live, AlterColumn alter) {
        ChangeCosts costs = step.dialect().changeCosts();
        if (alter.onward().using().containsKey(step.dialect().name())) {
            return priced(Code.TYPE_BLOCKS, costs.convertColumn(before, live, alter.to()), NEW_TABLE);
        }
        ChangeCost cost = costs.alterColumn(before, live, alter.to());
        if (!live.type().equals(alter.to().type())) {
            return priced(Code.TYPE_BLOCKS, cost, NEW_TABLE);
        }
        if (live.nullable() && !alter.to().nullable()) {
            return priced(
                    Code.NOT_NULL_BLOCKS,
                    cost,
                    step.dialect().capabilities().has(Feature.UNVALIDATED_CONSTRAINTS)
                            ? "Add a check that the column is not null with notValid(), validate it by"
                                    + " op.validateConstraint(…).outsideTransaction(), then alter the column, and drop the check."
                            : QUIET_HOUR);
        }
        return priced(Code.OTHER_CHANGE_BLOCKS, cost, QUIET_HOUR);
    }

    private static String uniqueIndex(ChangeCosts costs, Table before, List<String> columns) {
        Index index = Index.unique("u", columns.toArray(String[]::new));
        return costs.createIndex(before, index, true).blocks()
                ? QUIET_HOUR
                : "op.createIndex(…).unique().concurrently() keeps the same rows out, and a foreign key may point at it. If it must be a constraint,"
                        + " make it one by SQL afterwards (PostgreSQL: alter table … add constraint … unique using index …).";
    }

    private static Optional<Priced> priced(Code code, ChangeCost cost, String safer) {
        return Optional.of(new Priced(code, cost, safer));
    }
}
