// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource.DerivedTable;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A query as a table: {@code subquery.get(homework.course().id)} is its column for what the inner query selected, of the same kind.
 */
public final class Subquery {
    private final DerivedTable source;
    private final List<SelectItem> written;

    private Subquery(DerivedTable source, List<SelectItem> written) {
        this.source = source;
        this.written = written;
    }

    /** Columns without a name get one: {@code c1}, {@code c2}, … by their place. */
    static Subquery of(Query<?> query, String alias) {
        List<SelectItem> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int place = 0;
        for (SelectItem item : query.statement().items()) {
            place++;
            if (item.expression() instanceof EntityValue) {
                throw new QueryException("The subquery \"" + alias
                        + "\" selects a whole entity; select the columns that the outer query needs.");
            }
            String name = item.alias() == null ? "c" + place : item.alias();
            if (!taken.add(name)) {
                throw new QueryException("The subquery \"" + alias + "\" has two columns \"" + name
                        + "\"; give one of them another name by as(…).");
            }
            named.add(new SelectItem(item.expression(), name));
        }
        DerivedTable source = new DerivedTable(query.statement().withItems(named), alias);
        return new Subquery(source, named);
    }

    public Text get(Text column) {
        return new Text(column(column));
    }

    public IntNum get(IntNum column) {
        return new IntNum(column(column));
    }

    public LongNum get(LongNum column) {
        return new LongNum(column(column));
    }

    public ShortNum get(ShortNum column) {
        return new ShortNum(column(column));
    }

    public DecimalNum get(DecimalNum column) {
        return new DecimalNum(column(column));
    }

    public DoubleNum get(DoubleNum column) {
        return new DoubleNum(column(column));
    }

    public FloatNum get(FloatNum column) {
        return new FloatNum(column(column));
    }

    public Span get(Span column) {
        return new Span(column(column));
    }

    public <T extends Temporal> Time<T> get(Time<T> column) {
        return new Time<>(column(column));
    }

    public Bool get(Bool column) {
        return new Bool(column(column));
    }

    public <T> Plain<T> get(Plain<T> column) {
        return new Plain<>(column(column));
    }

    DerivedTable source() {
        return source;
    }

    private Expression column(Expr<?> column) {
        for (SelectItem item : written) {
            if (item.expression().equals(column.node())) {
                return new ColumnRef(
                        source.alias(),
                        item.alias() == null ? "" : item.alias(),
                        column.node().type());
            }
        }
        throw new QueryException(
                "The subquery \"" + source.alias() + "\" does not select " + column + "; add it to its select.");
    }
}
