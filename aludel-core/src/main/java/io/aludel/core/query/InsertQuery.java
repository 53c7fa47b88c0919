// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An insert of any number of rows, without making entities of them: {@code insertInto(grade, Reading.class).set(grade.value,
 * Reading::value).rows(readings)}. Immutable.
 *
 * @param <S> what a row is made of
 */
public final class InsertQuery<S> {
    private final EntityRef.Root root;
    private final List<Column<S>> columns;
    private final @Nullable QueryRunner runner;

    /**
     * A column and where its value comes from.
     *
     * @param target an attribute of the entity, or a to-one of it
     */
    public record Column<S>(Expression target, Function<? super S, ? extends @Nullable Object> value) {}

    private InsertQuery(EntityRef.Root root, List<Column<S>> columns, @Nullable QueryRunner runner) {
        this.root = root;
        this.columns = List.copyOf(columns);
        this.runner = runner;
    }

    /** @param source only says what a row is made of */
    public static <S> InsertQuery<S> insertInto(EntityPath<?> entity, Class<S> source) {
        return new InsertQuery<>(entity.ref().root(), List.of(), null);
    }

    public InsertQuery<S> on(QueryRunner runner) {
        return new InsertQuery<>(root, columns, runner);
    }

    public <T> InsertQuery<S> set(Expr<T> column, Function<? super S, ? extends @Nullable T> value) {
        return with(column.node(), value);
    }

    /** The to-one refers to the entity that is given; or set its identifier, {@code grade.student().id}. */
    public <E> InsertQuery<S> set(EntityPath<E> toOne, Function<? super S, ? extends @Nullable E> value) {
        return with(new EntityValue(toOne.ref()), value);
    }

    private InsertQuery<S> with(Expression target, Function<? super S, ? extends @Nullable Object> value) {
        if (columns.stream().anyMatch(column -> column.target().equals(target))) {
            throw new QueryException("The insert sets " + target + " twice; give it one value.");
        }
        List<Column<S>> more = new ArrayList<>(columns);
        more.add(new Column<>(target, value));
        return new InsertQuery<>(root, more, runner);
    }

    public EntityRef.Root root() {
        return root;
    }

    public List<Column<S>> columns() {
        return columns;
    }

    /** Inserts a row for each, as they come and in bounded memory, all or none; the number of rows. No object learns of them. */
    public long rows(Iterator<? extends S> rows) {
        if (runner == null) {
            throw new QueryException("This insert belongs to no session; begin it with session.insertInto(…).");
        }
        return runner.insert(this, rows);
    }
}
