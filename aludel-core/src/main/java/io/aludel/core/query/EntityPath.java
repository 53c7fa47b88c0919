// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Value;
import io.aludel.core.type.AttributeType;
import io.aludel.core.type.ValueType;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a query: the root of what generated classes like {@code QStudent} are. It is a {@link Selection} of whole entities, and it can be
 * compared with one.
 *
 * <p>Generated classes name attributes, not columns; the entity model turns them into columns when the query is resolved, so that a
 * naming strategy chosen at run time holds.
 *
 * @param <E> the entity's class
 */
public abstract class EntityPath<E> implements Selection<E> {
    private final EntityRef ref;

    protected EntityPath(EntityRef ref) {
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    public final EntityRef ref() {
        return ref;
    }

    /** The same row as this entity's, by identifier. */
    public final Bool eq(E entity) {
        return new Bool(new Comparison(Comparison.Operator.EQ, new EntityValue(ref), bound(entity)));
    }

    /** The same row as the other's, by identifier. */
    public final Bool eq(EntityPath<E> other) {
        return new Bool(new Comparison(Comparison.Operator.EQ, new EntityValue(ref), new EntityValue(other.ref)));
    }

    public final Bool ne(E entity) {
        return new Bool(new Comparison(Comparison.Operator.NE, new EntityValue(ref), bound(entity)));
    }

    public final Bool ne(EntityPath<E> other) {
        return new Bool(new Comparison(Comparison.Operator.NE, new EntityValue(ref), new EntityValue(other.ref)));
    }

    public final Bool in(Collection<? extends E> entities) {
        return new Bool(new InList(
                new EntityValue(ref),
                entities.stream().<Expression>map(this::bound).toList()));
    }

    public final Bool isNull() {
        return new Bool(new IsNull(new EntityValue(ref), false));
    }

    public final Bool isNotNull() {
        return new Bool(new IsNull(new EntityValue(ref), true));
    }

    /**
     * The reverse of this to-one association, declared or not: of {@code homework.course()}, a course's homeworks. To be joined: {@code
     * from(course).join(homework.course().reverse())}, where the query has one course to begin at.
     *
     * @throws QueryException if this is no association but an entity of its own, or more than one step
     */
    public final ReversePath reverse() {
        if (ref instanceof EntityRef.Association step
                && step.parent() instanceof EntityRef.Root owner
                && !step.reverse()) {
            return new ReversePath(owner, step.attribute(), step.entity());
        }
        throw new QueryException(
                "reverse() is for one step along a to-one association, such as homework.course().reverse(); this is "
                        + ref + ".");
    }

    @Override
    public final List<SelectItem> items() {
        return List.of(item());
    }

    final SelectItem item() {
        return SelectItem.of(new EntityValue(ref));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader gives an entity of ref's class
    public final E assemble(@Nullable Object[] values, int from) {
        return (E) values[from];
    }

    private Value bound(E entity) {
        Objects.requireNonNull(entity, "entity: in SQL nothing equals null; say isNull()");
        return new Value(entity, new AttributeType<>(ref.entity(), ref.entity(), ""));
    }

    protected final Text text(String attribute) {
        return new Text(attribute(attribute, String.class));
    }

    protected final Bool bool(String attribute) {
        return new Bool(attribute(attribute, Boolean.class));
    }

    protected final ShortNum shortNumber(String attribute) {
        return new ShortNum(attribute(attribute, Short.class));
    }

    protected final IntNum integer(String attribute) {
        return new IntNum(attribute(attribute, Integer.class));
    }

    protected final LongNum longNumber(String attribute) {
        return new LongNum(attribute(attribute, Long.class));
    }

    protected final FloatNum floatNumber(String attribute) {
        return new FloatNum(attribute(attribute, Float.class));
    }

    protected final DoubleNum doubleNumber(String attribute) {
        return new DoubleNum(attribute(attribute, Double.class));
    }

    protected final DecimalNum decimal(String attribute) {
        return new DecimalNum(attribute(attribute, java.math.BigDecimal.class));
    }

    protected final Span span(String attribute) {
        return new Span(attribute(attribute, Duration.class));
    }

    protected final <T extends Temporal> Time<T> time(String attribute, Class<T> type) {
        return new Time<>(attribute(attribute, type));
    }

    protected final <T> Plain<T> plain(String attribute, Class<T> type) {
        return new Plain<>(attribute(attribute, type));
    }

    /** A list of values in one column. */
    @SuppressWarnings("unchecked") // a class has no type arguments
    protected final <T> Plain<List<T>> list(String attribute, Class<T> element) {
        return new Plain<>(attribute(attribute, (Class<List<T>>) (Class<?>) List.class));
    }

    /** One step along a to-one association. */
    protected final EntityRef toOne(String attribute, Class<?> target) {
        return new EntityRef.Association(ref, attribute, target, false);
    }

    /** A collection of entities, to be joined. */
    protected final <C> CollectionPath<C> toMany(String attribute, Class<C> target) {
        return new CollectionPath<>(new EntityRef.Association(ref, attribute, target, false));
    }

    private Expression attribute(String attribute, Class<?> javaType) {
        ValueType<?> type = new AttributeType<>(javaType, ref.entity(), attribute);
        return new AttributeRef(ref, attribute, type);
    }
}
