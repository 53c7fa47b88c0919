// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of many rows by condition: {@code update(course).set(course.name, "JavaScript").where(course.name.eq("Java"))}. Immutable.
 */
public final class UpdateQuery {
    private final EntityRef.Root root;
    private final List<Assignment> assignments;
    private final @Nullable Bool where;
    private final @Nullable QueryRunner runner;

    private UpdateQuery(
            EntityRef.Root root, List<Assignment> assignments, @Nullable Bool where, @Nullable QueryRunner runner) {
        this.root = root;
        this.assignments = List.copyOf(assignments);
        this.where = where;
        this.runner = runner;
    }

    public static UpdateQuery update(EntityPath<?> entity) {
        return new UpdateQuery(entity.ref().root(), List.of(), null, null);
    }

    public UpdateQuery on(QueryRunner runner) {
        return new UpdateQuery(root, assignments, where, runner);
    }

    public <T> UpdateQuery set(Expr<T> column, T value) {
        return with(column, column.bound(value));
    }

    public <T> UpdateQuery set(Expr<T> column, Expr<T> value) {
        return with(column, value.node());
    }

    public UpdateQuery setNull(Expr<?> column) {
        return with(column, new NullLiteral(column.node().type()));
    }

    /** Only rows that fulfil the condition; called again, only those that fulfil both. */
    public UpdateQuery where(Bool condition) {
        return new UpdateQuery(root, assignments, where == null ? condition : where.and(condition), runner);
    }

    /** The statement over entities. */
    public Update statement() {
        return new Update(new EntitySource(root), assignments, where == null ? null : where.node());
    }

    /** Executes it; the number of rows changed. Loaded objects are brought in step. */
    public long execute() {
        if (runner == null) {
            throw new QueryException("This update belongs to no session; begin it with session.update(…).");
        }
        return runner.execute(statement());
    }

    private UpdateQuery with(Expr<?> column, Expression value) {
        if (assignments.stream().anyMatch(assignment -> assignment.target().equals(column.node()))) {
            throw new QueryException("The update sets " + column + " twice; give it one value.");
        }
        List<Assignment> more = new ArrayList<>(assignments);
        more.add(new Assignment(column.node(), value));
        return new UpdateQuery(root, more, where, runner);
    }
}
