// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.IsNull;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operations so that nobody waits for rows to be gone through, where the database has a way: indexes are built while others write, foreign keys and
 * checks are validated after what they lock is free again, and a column refuses NULL when a check has proved that there is none. Tables that the
 * operations create are left as they are, as they have no rows.
 *
 * @param up what leads to the same schema
 * @param undone what a way down undoes, last first
 */
public record SafeForm(List<Operation> up, List<Operation> undone) {
    public SafeForm {
        up = List.copyOf(up);
        undone = List.copyOf(undone);
    }

    /** The operations as they are. */
    public static SafeForm asItIs(List<Operation> operations) {
        return new SafeForm(operations, operations);
    }

    /**
     * The safe form of operations that come from a comparison.
     *
     * @param before the schema that they meet
     */
    public static SafeForm of(List<Operation> operations, Dialect dialect, Schema before) {
        List<Operation> up = new ArrayList<>();
        List<Operation> undone = new ArrayList<>();
        List<Operation> last = new ArrayList<>();
        Schema schema = before;
        for (Operation operation : operations) {
            Table table = operation.tables().isEmpty()
                    ? null
                    : before.table(operation.tables().get(0)).orElse(null);
            Optional<Safe> safe = table == null
                    ? Optional.empty()
                    : new Rewriting(dialect, schema.table(table.name()).orElse(table)).safe(operation);
            up.addAll(safe.map(Safe::up).orElse(List.of(operation)));
            last.addAll(safe.map(Safe::last).orElse(List.of()));
            undone.add(safe.map(Safe::undone).orElse(operation));
            schema = operation.applyTo(schema);
        }
        up.addAll(last);
        return fits(up, dialect, before) ? new SafeForm(up, undone) : asItIs(operations);
    }

    /** What is put off may be in the way of what comes before it now. */
    private static boolean fits(List<Operation> up, Dialect dialect, Schema before) {
        try {
            Schema schema = before;
            for (Operation operation : up) {
                schema = operation.isFor(dialect) ? operation.applyTo(schema) : schema;
            }
            return true;
        } catch (OperationException e) {
            return false;
        }
    }

    /**
     * One operation in its safe form.
     *
     * @param up in its place
     * @param last when all others are done
     * @param undone what a way down undoes
     */
    private record Safe(List<Operation> up, List<Operation> last, Operation undone) {}

    /** Of one table as it stands. */
    private record Rewriting(Dialect dialect, Table table) {
        Optional<Safe> safe(Operation operation) {
            ChangeCosts costs = dialect.changeCosts();
            boolean validates = dialect.capabilities().has(Feature.UNVALIDATED_CONSTRAINTS);
            if (operation instanceof CreateIndex create && !create.concurrently()) {
                return index(costs, create);
            }
            if (operation instanceof AddForeignKey add && add.key().validated() && validates) {
                Operation open = new AddForeignKey(add.table(), add.key().withValidated(false));
                return Optional.of(validatedLast(open, add.key().name(), operation));
            }
            if (operation instanceof AddCheck add && add.check().validated() && validates) {
                Operation open = new AddCheck(add.table(), add.check().withValidated(false));
                return Optional.of(validatedLast(open, add.check().name(), operation));
            }
            return operation instanceof AlterColumn alter && validates ? notNull(costs, alter) : Optional.empty();
        }

        /** Elsewhere there are no constraints that rows need not fulfil, so that the operation stays what it is there. */
        private Safe validatedLast(Operation open, String constraint, Operation operation) {
            List<String> others = Engine.dialectNames().stream()
                    .filter(name -> !name.equals(dialect.name()))
                    .toList();
            List<Operation> up =
                    others.isEmpty() ? List.of(open) : List.of(only(open), new OnDialects(others, operation));
            return new Safe(up, List.of(validated(constraint)), operation);
        }

        private Optional<Safe> index(ChangeCosts costs, CreateIndex create) {
            boolean frees = costs.createIndex(table, create.index(), false).blocks()
                    && !costs.createIndex(table, create.index(), true).blocks();
            Operation beside = new CreateIndex(create.table(), create.index(), true);
            // A foreign key that comes later may point at what a unique index says.
            boolean waits = !create.index().unique();
            return frees
                    ? Optional.of(
                            new Safe(waits ? List.of() : List.of(beside), waits ? List.of(beside) : List.of(), beside))
                    : Optional.empty();
        }

        /** Only where the rows would be read: not where the type changes, too, or NULLs are filled in. */
        private Optional<Safe> notNull(ChangeCosts costs, AlterColumn alter) {
            boolean scans = alter.onward().fill() == null
                    && alter.from().nullable()
                    && !alter.to().nullable()
                    && alter.from().type().equals(alter.to().type())
                    && costs.alterColumn(table, alter.from(), alter.to()).work() == ChangeCost.Work.SCAN;
            if (!scans) {
                return Optional.empty();
            }
            TableName name = alter.table();
            Check check = new Check(
                    "ck_" + name.name() + "_" + alter.to().name() + "_not_null",
                    new IsNull(new ColumnRef("", alter.to().name(), ValueType.STRING), true));
            return Optional.of(new Safe(
                    List.of(only(new AddCheck(name, check.withValidated(false)))),
                    List.of(only(validated(check.name())), alter, only(new DropCheck(name, check.name(), check))),
                    alter));
        }

        private Operation validated(String constraint) {
            return new ValidateConstraint(table.name(), constraint, true, true);
        }

        private Operation only(Operation operation) {
            return new OnDialects(List.of(dialect.name()), operation);
        }
    }
}
