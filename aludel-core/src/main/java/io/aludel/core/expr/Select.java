// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code select … from … where …}, clause by clause. Each {@code with…} gives a new select; the old one stays as it was.
 *
 * @param from the first table; null only in a select without tables
 * @param limit an expression, so that the number is bound like any other value
 */
public record Select(
        boolean distinct,
        List<SelectItem> items,
        @Nullable TableSource from,
        List<Join> joins,
        @Nullable Expression where,
        List<Expression> groupBy,
        @Nullable Expression having,
        List<Order> orderBy,
        @Nullable Expression limit,
        @Nullable Expression offset)
        implements Statement {
    public Select {
        items = List.copyOf(items);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    public static Select of(List<SelectItem> items) {
        return new Select(false, items, null, List.of(), null, List.of(), null, List.of(), null, null);
    }

    public Select withDistinct() {
        return new Select(true, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withItems(List<SelectItem> items) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withFrom(TableSource from) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withJoin(Join join) {
        return withJoins(added(joins, join));
    }

    public Select withJoins(List<Join> joins) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    /** The rows that also fulfil {@code condition}. */
    public Select withWhere(Expression condition) {
        return new Select(distinct, items, from, joins, and(where, condition), groupBy, having, orderBy, limit, offset);
    }

    public Select withGroupBy(List<Expression> groupBy) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    /** The groups that also fulfil {@code condition}. */
    public Select withHaving(Expression condition) {
        return new Select(distinct, items, from, joins, where, groupBy, and(having, condition), orderBy, limit, offset);
    }

    public Select withOrderBy(List<Order> orderBy) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withLimit(@Nullable Expression limit) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withOffset(@Nullable Expression offset) {
        return new Select(distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset);
    }

    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.select(this);
    }

    static Expression and(@Nullable Expression before, Expression condition) {
        Objects.requireNonNull(condition, "condition");
        return before == null ? condition : Logical.of(Logical.Connective.AND, before, condition);
    }

    private static <T> List<T> added(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
