// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.TableSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether expressions hold aggregates, and which columns of these tables stand outside of them and of the keys. Inner selects are left out. */
final class Uses extends Rewriter {
    private static final Set<Function> AGGREGATES =
            EnumSet.of(Function.COUNT_ROWS, Function.COUNT, Function.SUM, Function.AVG, Function.MIN, Function.MAX);

    private final Set<String> aliases;
    private final List<Expression> keys;
    private final Set<ColumnRef> columns = new LinkedHashSet<>();
    private boolean aggregates;

    private Uses(Set<String> aliases, List<Expression> keys) {
        this.aliases = aliases;
        this.keys = keys;
    }

    @Override
    public Expression rewrite(Expression expression) {
        return keys.contains(expression) ? expression : super.rewrite(expression);
    }

    private void of(@Nullable Expression expression) {
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

    /** What a select asks for of its tables, but for its conditions. */
    static Uses of(Select select) {
        Uses uses = new Uses(aliases(select), select.groupBy());
        select.items().forEach(item -> uses.of(item.expression()));
        uses.of(select.having());
        select.orderBy().forEach(order -> uses.of(order.expression()));
        return uses;
    }

    private static Set<String> aliases(Select select) {
        return Stream.concat(
                        Stream.ofNullable(select.from()),
                        select.joins().stream().map(Join::table))
                .map(TableSource::alias)
                .collect(Collectors.toSet());
    }

    boolean hasAggregates() {
        return aggregates;
    }

    /** In the order in which they are asked for. */
    List<ColumnRef> columns() {
        return List.copyOf(columns);
    }
}
