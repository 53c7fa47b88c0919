// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.query.QueryException;
import java.util.List;

/**
 * Refuses queries that have no one answer. Some databases refuse them too; others pick a row and say nothing.
 */
final class AnswerRules {
    private AnswerRules() {}

    static void check(Select select) {
        requireOrderOfSelected(select);
        requireGroups(select);
    }

    /** Equal rows given once have no order by something that they may differ in. */
    private static void requireOrderOfSelected(Select select) {
        if (!select.distinct()) {
            return;
        }
        List<Expression> selected =
                select.items().stream().map(SelectItem::expression).toList();
        for (Order order : select.orderBy()) {
            if (!selected.contains(order.expression())) {
                throw new QueryException(
                        "A distinct query is ordered by " + describe(order.expression())
                                + ", which it does not select, so equal rows could stand in several places. Select it too, or leave one of them out.");
            }
        }
    }

    /** One row of all rows together has no value of a column of its own; a group has those that it is made by. */
    private static void requireGroups(Select select) {
        Uses uses = Uses.of(select);
        List<ColumnRef> columns = uses.columns();
        if (!select.groupBy().isEmpty() && !columns.isEmpty()) {
            throw new QueryException("A query of groups also asks for " + describe(columns.get(0))
                    + ", of which a group may have many. Group by it too, or take one by min or max.");
        }
        if (uses.hasAggregates() && !columns.isEmpty()) {
            throw new QueryException("A query of all rows together also asks for " + describe(columns.get(0))
                    + ", of which there are many. Group by it: groupBy(…), or leave it out.");
        }
    }

    private static String describe(Expression expression) {
        return expression instanceof ColumnRef column
                ? "\"" + column.qualifier() + "." + column.column() + "\""
                : "something computed";
    }
}
