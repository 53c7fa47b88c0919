// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Delete;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.Expression;
import org.jspecify.annotations.Nullable;

/** A deletion of many rows by condition: {@code delete(course).where(course.name.eq("Java"))}. Immutable. */
public final class DeleteQuery {
    private final EntityRef.Root root;
    private final @Nullable Bool where;
    private final @Nullable QueryRunner runner;

    private DeleteQuery(EntityRef.Root root, @Nullable Bool where, @Nullable QueryRunner runner) {
        this.root = root;
        this.where = where;
        this.runner = runner;
    }

    public static DeleteQuery delete(EntityPath<?> entity) {
        return new DeleteQuery(entity.ref().root(), null, null);
    }

    public DeleteQuery on(QueryRunner runner) {
        return new DeleteQuery(root, where, runner);
    }

    /** Only rows that fulfil the condition; called again, only those that fulfil both. */
    public DeleteQuery where(Bool condition) {
        return new DeleteQuery(root, where == null ? condition : where.and(condition), runner);
    }

    /** The statement over entities. */
    public Delete statement() {
        Expression condition = where == null ? null : where.node();
        return new Delete(new EntitySource(root), condition);
    }

    /** Executes it; the number of rows deleted. Loaded objects are brought in step. */
    public long execute() {
        if (runner == null) {
            throw new QueryException("This deletion belongs to no session; begin it with session.delete(…).");
        }
        return runner.execute(statement());
    }
}
