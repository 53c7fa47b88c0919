// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.query.QueryException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** One row of all rows together has no value of a column of its own. */
    private static void requireGroups(Select select) {
        if (!select.groupBy().isEmpty()) {
            return;
        }
        Uses uses = new Uses(aliases(select));
        select.items().forEach(item -> uses.of(item.expression()));
        uses.of(select.having());
        select.orderBy().forEach(order -> uses.of(order.expression()));
        if (uses.aggregates && !uses.columns.isEmpty()) {
            throw new QueryException("A query of all rows together also asks for " + describe(uses.columns.get(0))
                    + ", of which there are many. Group by it: groupBy(…), or leave it out.");
        }
    }

    private static Set<String> aliases(Select select) {
        return Stream.concat(
                        Stream.ofNullable(select.from()),
                        select.joins().stream().map(Join::table))
                .map(TableSource::alias)
                .collect(Collectors.toSet());
    }

    private static String describe(Expression expression) {
        return expression instanceof ColumnRef column
                ? "\"" + column.qualifier() + "." + column.column() + "\""
                : "something computed";
    }

    /** Whether expressions hold aggregates, and which columns of these tables stand outside of them. Inner selects are left out. */
    private static final class Uses extends Rewriter {
        private static final Set<Function> AGGREGATES =
                EnumSet.of(Function.COUNT_ROWS, Function.COUNT, Function.SUM, Function.AVG, Function.MIN, Function.MAX);

        private final Set<String> aliases;
        private final List<ColumnRef> columns = new ArrayList<>();
        private boolean aggregates;

        Uses(Set<String> aliases) {
            this.aliases = aliases;
        }

        void of(@Nullable Expression expression) {
            if (expression != null) {
                rewrite(expression);
            }
        }

        @Override
        public Expression column(ColumnRef column) {
            if (aliases.contains(column.qualifier())) {
                columns.add(column);
            }
            return column;
        }

        @Override
        public Expression function(FunctionCall call) {
            if (AGGREGATES.contains(call.function())) {
                aggregates = true;
                return call;
            }
            return super.function(call);
        }

        @Override
        protected Select select(Select select) {
            return select;
        }
    }
}
