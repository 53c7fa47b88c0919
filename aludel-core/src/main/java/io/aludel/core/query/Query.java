// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A select being written. Immutable: each call gives a new query, so that a half-built one can be shared and kept in a constant.
 *
 * <p>A query of one entity begins at that entity; every other names its first table by {@link #from}. To-one steps in its expressions
 * ({@code grade.student().group().name}) become joins by themselves, each path once.
 *
 * @param <R> what each row gives
 */
public final class Query<R extends @Nullable Object> {
    private final Selection<R> selection;
    private final Select select;
    private final @Nullable QueryRunner runner;

    private Query(Selection<R> selection, Select select, @Nullable QueryRunner runner) {
        this.selection = selection;
        this.select = select;
        this.runner = runner;
    }

    /** A query of one thing: an entity, a column, or a record made by a generated factory. */
    public static <R extends @Nullable Object> Query<R> select(Selection<R> selection) {
        List<SelectItem> items = selection.items();
        Select select = Select.of(items);
        if (items.size() == 1
                && items.get(0).expression() instanceof EntityValue entity
                && entity.source() instanceof EntityRef.Root root) {
            select = select.withFrom(new EntitySource(root));
        }
        return new Query<>(selection, select, null);
    }

    /** A query of several things, read from each {@link Row} by what was selected. */
    public static Query<Row> select(Selection<?> first, Selection<?> second, Selection<?>... more) {
        return select(Projection.row(
                Stream.concat(Stream.of(first, second), Stream.of(more)).toList()));
    }

    /** A query of the number 1, for {@link Functions#exists}. */
    public static Query<Integer> selectOne() {
        return select(Functions.value(1));
    }

    /** The same query, executed by this runner. */
    public Query<R> on(QueryRunner runner) {
        return new Query<>(selection, select, Objects.requireNonNull(runner, "runner"));
    }

    public Query<R> from(EntityPath<?> entity) {
        return with(select.withFrom(source(entity)));
    }

    public Query<R> from(Subquery subquery) {
        return with(select.withFrom(subquery.source()));
    }

    /** The rows of both that belong together by the association. */
    public <C> Query<R> join(CollectionPath<C> collection, EntityPath<C> element) {
        return with(select.withJoin(Join.along(Join.Kind.INNER, source(element), collection.step())));
    }

    /** As {@link #join(CollectionPath, EntityPath)}, and the rows that have no element. */
    public <C> Query<R> leftJoin(CollectionPath<C> collection, EntityPath<C> element) {
        return with(select.withJoin(Join.along(Join.Kind.LEFT, source(element), collection.step())));
    }

    /** Along a to-one association, under an alias of its own. */
    public <E> Query<R> join(EntityPath<E> association, EntityPath<E> target) {
        return with(select.withJoin(Join.along(Join.Kind.INNER, source(target), step(association))));
    }

    /** As {@link #join(EntityPath, EntityPath)}, and the rows whose association is NULL. */
    public <E> Query<R> leftJoin(EntityPath<E> association, EntityPath<E> target) {
        return with(select.withJoin(Join.along(Join.Kind.LEFT, source(target), step(association))));
    }

    /** The owners of a to-one association, from its target: {@code from(course).join(homework.course().reverse())}. */
    public Query<R> join(ReversePath reverse) {
        return with(select.withJoin(reverseJoin(Join.Kind.INNER, reverse)));
    }

    public Query<R> leftJoin(ReversePath reverse) {
        return with(select.withJoin(reverseJoin(Join.Kind.LEFT, reverse)));
    }

    public Query<R> join(EntityPath<?> entity, Bool on) {
        return with(select.withJoin(Join.on(Join.Kind.INNER, source(entity), on.node())));
    }

    public Query<R> leftJoin(EntityPath<?> entity, Bool on) {
        return with(select.withJoin(Join.on(Join.Kind.LEFT, source(entity), on.node())));
    }

    public Query<R> join(Subquery subquery, Bool on) {
        return with(select.withJoin(Join.on(Join.Kind.INNER, subquery.source(), on.node())));
    }

    public Query<R> leftJoin(Subquery subquery, Bool on) {
        return with(select.withJoin(Join.on(Join.Kind.LEFT, subquery.source(), on.node())));
    }

    /** Only rows that fulfil the condition; called again, only those that fulfil both. */
    public Query<R> where(Bool condition) {
        return with(select.withWhere(condition.node()));
    }

    public Query<R> groupBy(Expr<?>... keys) {
        return with(select.withGroupBy(
                Stream.of(keys).<io.aludel.core.expr.Expression>map(Expr::node).toList()));
    }

    /** Only groups that fulfil the condition; called again, only those that fulfil both. */
    public Query<R> having(Bool condition) {
        return with(select.withHaving(condition.node()));
    }

    public Query<R> orderBy(Ordering... keys) {
        return with(select.withOrderBy(Stream.of(keys).map(Ordering::order).toList()));
    }

    /** Equal rows once. */
    public Query<R> distinct() {
        return with(select.withDistinct());
    }

    /** At most that many rows. */
    public Query<R> limit(long rows) {
        return with(select.withLimit(number("limit", rows)));
    }

    /** Without the first that many rows. */
    public Query<R> offset(long rows) {
        return with(select.withOffset(number("offset", rows)));
    }

    /** This query as a table of another one. */
    public Subquery as(String alias) {
        return Subquery.of(this, alias);
    }

    /** All results, in the order of the rows; null where a column is NULL. */
    public List<R> list() {
        return runner().list(this);
    }

    /**
     * Does something with each result, in the order of the rows, while they are being read: also with more of them than memory holds. Columns and
     * records are let go of; entities stay known to the session until they are detached.
     *
     * <p>Meanwhile the session may ask and write, but neither commit, roll back nor clear. Whether rows that are written meanwhile to the tables
     * that are read come too is the database's choice: on SQLite they may, so that a row inserted for each one would never end.
     */
    public void forEach(Consumer<? super R> each) {
        runner().forEach(this, each);
    }

    /** The first result, or nothing if there is no row. */
    public Optional<R> first() {
        List<R> results = atMost(1).list();
        return results.isEmpty() ? Optional.empty() : Optional.ofNullable(results.get(0));
    }

    /**
     * The only result.
     *
     * @throws QueryException if there is none, or more than one
     */
    public R single() {
        List<R> results = atMost(2).list();
        if (results.size() != 1) {
            throw new QueryException("The query has " + (results.isEmpty() ? "no row" : "more than one row")
                    + ", but exactly one was asked for; use first() or list() where that can be.");
        }
        return Objects.requireNonNull(results.get(0), "the only result is NULL");
    }

    /** What each row gives. */
    public Selection<R> selection() {
        return selection;
    }

    /** The statement over entities, as it was written. */
    public Select statement() {
        return select;
    }

    private QueryRunner runner() {
        if (runner == null) {
            throw new QueryException(
                    "This query belongs to no session; begin it with session.select(…), or say on(session).");
        }
        return runner;
    }

    private Query<R> with(Select changed) {
        return new Query<>(selection, changed, runner);
    }

    private Join reverseJoin(Join.Kind kind, ReversePath reverse) {
        List<EntityRef.Root> starts = new ArrayList<>();
        Stream.concat(Stream.ofNullable(select.from()), select.joins().stream().map(Join::table))
                .forEach(table -> {
                    if (table instanceof EntitySource entity
                            && entity.root().entity().equals(reverse.target())) {
                        starts.add(entity.root());
                    }
                });
        if (starts.size() != 1) {
            throw new QueryException("The reverse of "
                    + reverse.owner().entity().getSimpleName() + "." + reverse.attribute()
                    + " begins at a " + reverse.target().getSimpleName() + ", and the query has " + starts.size()
                    + " of them; join with a condition instead: join(entity, entity." + reverse.attribute()
                    + "().eq(…)).");
        }
        EntityRef.Association step = new EntityRef.Association(
                starts.get(0), reverse.attribute(), reverse.owner().entity(), true);
        return Join.along(kind, new EntitySource(reverse.owner()), step);
    }

    private static EntitySource source(EntityPath<?> entity) {
        if (entity.ref() instanceof EntityRef.Root root) {
            return new EntitySource(root);
        }
        throw new QueryException(
                "A table of a query is an entity with an alias of its own, not a step along an association: "
                        + entity.ref() + ".");
    }

    private static EntityRef.Association step(EntityPath<?> association) {
        if (association.ref() instanceof EntityRef.Association step) {
            return step;
        }
        throw new QueryException(
                "This join goes along an association, such as grade.student(); to join an entity give a condition.");
    }

    /** Of a query with a limit of its own, no more rows than that. */
    private Query<R> atMost(long rows) {
        return select.limit() instanceof Value own && ((Number) own.value()).longValue() <= rows ? this : limit(rows);
    }

    private static Value number(String clause, long rows) {
        if (rows < 0) {
            throw new QueryException("The " + clause + " is " + rows + "; it must be 0 or more.");
        }
        return new Value(rows, ValueType.LONG);
    }
}
