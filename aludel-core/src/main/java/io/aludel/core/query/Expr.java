// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Value;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed expression: a column, or something computed. What every kind can do is here; what only text, numbers or times can do is in
 * {@link Text}, {@link Num} and {@link Time}.
 *
 * <p>Java's {@code null} is refused everywhere, because in SQL nothing equals NULL: say {@link #isNull()}.
 *
 * @param <T> the Java type of the value
 */
public abstract class Expr<T> implements Selection<T> {
    private final Expression node;
    private final @Nullable String alias;

    protected Expr(Expression node, @Nullable String alias) {
        this.node = Objects.requireNonNull(node, "node");
        this.alias = alias;
    }

    /** The same kind over another node. */
    abstract Expr<T> over(Expression node, @Nullable String alias);

    /** What renderers see. */
    public final Expression node() {
        return node;
    }

    public final @Nullable String alias() {
        return alias;
    }

    public final Bool eq(T value) {
        return compare(Comparison.Operator.EQ, value);
    }

    public final Bool eq(Expr<T> other) {
        return compare(Comparison.Operator.EQ, other);
    }

    /** Different; rows where the value is NULL are not among them. */
    public final Bool ne(T value) {
        return compare(Comparison.Operator.NE, value);
    }

    public final Bool ne(Expr<T> other) {
        return compare(Comparison.Operator.NE, other);
    }

    /** One of these; false of none. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Bool in(T... values) {
        return in(Arrays.asList(values));
    }

    /** One of these; false of none. */
    public final Bool in(Collection<? extends T> values) {
        return new Bool(
                new InList(node, values.stream().<Expression>map(this::bound).toList()));
    }

    public final Bool in(Query<T> query) {
        return new Bool(new InSelect(node, query.statement()));
    }

    public final Bool notIn(Collection<? extends T> values) {
        return in(values).not();
    }

    public final Bool notIn(Query<T> query) {
        return in(query).not();
    }

    public final Bool isNull() {
        return new Bool(new IsNull(node, false));
    }

    public final Bool isNotNull() {
        return new Bool(new IsNull(node, true));
    }

    /** Smallest first, NULL last. */
    public final Ordering asc() {
        return new Ordering(new Order(node, false, Order.Nulls.DEFAULT));
    }

    /** Greatest first, NULL before all. */
    public final Ordering desc() {
        return new Ordering(new Order(node, true, Order.Nulls.DEFAULT));
    }

    @Override
    public final List<SelectItem> items() {
        return List.of(item());
    }

    final SelectItem item() {
        return new SelectItem(node, alias);
    }

    @Override
    @SuppressWarnings("unchecked") // the reader gives what the node's type says, and the node was made for T
    public final T assemble(@Nullable Object[] values, int from) {
        return (T) values[from];
    }

    @Override
    @SuppressWarnings("unchecked") // see assemble
    public final Function<? super RowReader, ? extends T> reader() {
        return row -> (T) row.get(0);
    }

    final Bool compare(Comparison.Operator operator, T value) {
        return new Bool(new Comparison(operator, node, bound(value)));
    }

    final Bool compare(Comparison.Operator operator, Expr<T> other) {
        return new Bool(new Comparison(operator, node, other.node));
    }

    /** The value as it is compared with this expression: in the type of this expression. */
    final Value bound(T value) {
        Objects.requireNonNull(value, "value: in SQL nothing equals null; say isNull()");
        return new Value(value, node.type());
    }

    @SuppressWarnings("unchecked") // see assemble
    final ValueType<T> valueType() {
        return (ValueType<T>) node.type();
    }

    /** The expression for people, not SQL. */
    @Override
    public String toString() {
        return node.toString();
    }
}
