// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Join;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.name.TableName;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements in standard SQL, on one line, keywords in lower case. A dialect overrides the clauses that its database spells in another
 * way, and gives its own {@link StandardExpressions}.
 */
public class StandardRenderer implements SqlRenderer, Statement.Visitor<RenderedSql> {
    protected final Dialect dialect;
    protected final SqlWriter out = new SqlWriter();
    private @Nullable StandardExpressions expressions;
    private boolean inline;

    public StandardRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What writes the expressions of this renderer's statement; asked for once. */
    protected StandardExpressions expressions() {
        return new StandardExpressions(this);
    }

    @Override
    public RenderedSql render(Statement statement) {
        RenderedSql rendered = statement.accept(this);
        int most = dialect.capabilities().maxParameters();
        if (rendered.binds().size() > most) {
            throw new UnsupportedFeatureException(
                    "statement with " + rendered.binds().size() + " values; it takes " + most,
                    dialect.name(),
                    "Split the list of values, or ask by a subquery.");
        }
        return rendered.withChange(RowChange.of(statement));
    }

    @Override
    public String renderInline(Expression expression) {
        inline = true;
        write(expression);
        return out.rendered().sql();
    }

    /** Whether the SQL is for DDL, which takes no {@code ?} and no aliases. */
    final boolean isInline() {
        return inline;
    }

    protected final void write(Expression expression) {
        if (expressions == null) {
            expressions = expressions();
        }
        expressions.write(expression);
    }

    // select

    @Override
    public RenderedSql select(Select select) {
        writeSelect(select);
        return out.rendered();
    }

    final void writeSelect(Select select) {
        out.append(select.distinct() ? "select distinct " : "select ");
        items(select);
        from(select);
        joins(select);
        condition(" where ", select.where());
        groupBy(select);
        condition(" having ", select.having());
        orderBy(select);
        limit(select.limit(), select.offset());
    }

    private void items(Select select) {
        for (int i = 0; i < select.items().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            item(select, i);
        }
    }

    private void item(Select select, int index) {
        SelectItem item = select.items().get(index);
        SqlWriter.Mark mark = out.mark();
        write(item.expression());
        boolean named = !groupsByItemNumber()
                && out.hasBindsSince(mark)
                && select.groupBy().contains(item.expression());
        if (item.alias() != null || named) {
            out.append(" as ").append(dialect.quote(alias(item, index)));
        }
    }

    /** A name for an item that has none; portable columns have no blank in theirs. */
    private static String alias(SelectItem item, int index) {
        return item.alias() == null ? "item " + (index + 1) : item.alias();
    }

    /** Whether {@code group by 1} means the first item; otherwise an item is grouped by its alias where it has to be. */
    protected boolean groupsByItemNumber() {
        return true;
    }

    private void from(Select select) {
        if (select.from() != null) {
            out.append(" from ");
            source(select.from());
        }
    }

    private void joins(Select select) {
        for (Join join : select.joins()) {
            if (join.along() != null) {
                throw StandardExpressions.unresolved(
                        "The join along " + join.along().attribute());
            }
            out.append(join.kind() == Join.Kind.LEFT ? " left join " : " join ");
            source(join.table());
            condition(" on ", join.on());
        }
    }

    protected final void source(TableSource source) {
        if (source instanceof EntitySource entity) {
            throw StandardExpressions.unresolved(
                    "Entity " + entity.root().entity().getSimpleName());
        }
        if (source instanceof TableSource.DerivedTable derived) {
            out.append("(");
            writeSelect(derived.select());
            out.append(") as ").append(dialect.quote(derived.alias()));
        } else if (source instanceof TableSource.TableRef table) {
            table(table);
        }
    }

    /** A table and its alias, which is left out where it says nothing new. */
    private void table(TableSource.TableRef table) {
        out.append(name(table.table()));
        if (table.table().schema() != null || !table.table().name().equals(table.alias())) {
            out.append(" as ").append(dialect.quote(table.alias()));
        }
    }

    protected final void condition(String keyword, @Nullable Expression condition) {
        if (condition != null) {
            out.append(keyword);
            write(condition);
        }
    }

    private void groupBy(Select select) {
        if (!select.groupBy().isEmpty()) {
            out.append(" group by ");
            out.list(select.groupBy(), ", ", (Expression key) -> key(key, select.items(), groupsByItemNumber()));
        }
    }

    private void orderBy(Select select) {
        if (!select.orderBy().isEmpty()) {
            out.append(" order by ").list(select.orderBy(), ", ", (Order order) -> {
                if (!hasNullsClause() && !nulls(order).isEmpty()) {
                    nullsApart(order);
                }
                key(order.expression(), select.items(), true);
                out.append(order.descending() ? " desc" : "").append(hasNullsClause() ? nulls(order) : "");
            });
        }
    }

    /** Whether NULL is null is sorted first, where there are no words for its place: false comes before true. */
    private void nullsApart(Order order) {
        write(new IsNull(order.expression(), !nullsLast(order)));
        out.append(", ");
    }

    /**
     * A key of a group or an order. One that holds a value and is also an item is written as the item's number or alias: to the database
     * two {@code ?} are two values, so that it would not see that both are the same.
     */
    private void key(Expression key, List<SelectItem> items, boolean byNumber) {
        SqlWriter.Mark mark = out.mark();
        write(key);
        for (int i = 0; out.hasBindsSince(mark) && i < items.size(); i++) {
            if (items.get(i).expression().equals(key)) {
                out.backTo(mark);
                out.append(byNumber ? Integer.toString(i + 1) : dialect.quote(alias(items.get(i), i)));
            }
        }
    }

    /** {@code nulls first} or {@code nulls last} where the database would do otherwise. */
    private String nulls(Order order) {
        boolean last = nullsLast(order);
        boolean lastAnyway = nullsAreHighest() != order.descending();
        return last == lastAnyway ? "" : last ? " nulls last" : " nulls first";
    }

    private static boolean nullsLast(Order order) {
        return order.nulls() == Order.Nulls.DEFAULT ? !order.descending() : order.nulls() == Order.Nulls.LAST;
    }

    /** Whether an order may say {@code nulls first} or {@code nulls last}. */
    protected boolean hasNullsClause() {
        return true;
    }

    /** Whether the database takes NULL for higher than any value when it sorts. */
    protected boolean nullsAreHighest() {
        return true;
    }

    /** {@code limit … offset …}, either of them or none. */
    protected void limit(@Nullable Expression limit, @Nullable Expression offset) {
        condition(" limit ", limit);
        condition(" offset ", offset);
    }

    // changes

    @Override
    public RenderedSql update(Update update) {
        out.append("update ");
        source(update.table());
        out.append(" set ")
                .list(update.assignments(), ", ", (Assignment assignment) -> assignment(update.table(), assignment));
        condition(" where ", update.where());
        return out.rendered();
    }

    /** The target stands without its table: the standard allows none. */
    private void assignment(TableSource table, Assignment assignment) {
        write(
                assignment.target() instanceof ColumnRef column
                        ? new ColumnRef("", column.column(), column.type())
                        : assignment.target());
        out.append(" = ");
        if (assignment.value() instanceof Bind bind
                && assignment.target() instanceof ColumnRef column
                && table instanceof TableSource.TableRef target) {
            out.bind(bind, place(target.table(), column));
        } else {
            write(assignment.value());
        }
    }

    private static String place(TableName table, ColumnRef column) {
        return table.name() + "." + column.column();
    }

    @Override
    public RenderedSql delete(Delete delete) {
        out.append("delete from ");
        source(delete.table());
        condition(" where ", delete.where());
        return out.rendered();
    }

    @Override
    public RenderedSql insertRows(InsertRows insert) {
        insertInto(insert, 1);
        return out.rendered();
    }

    @Override
    public RenderedInsert renderInsert(InsertRows insert, int rows) {
        insertInto(insert, rows);
        return new RenderedInsert(
                out.rendered().sql(),
                RenderedInsert.Layout.ROWS,
                insert.generatedKey() == null ? RenderedInsert.Keys.NONE : generatedKeys());
    }

    /** How generated keys come back from what {@link #returning} wrote. */
    protected RenderedInsert.Keys generatedKeys() {
        return RenderedInsert.Keys.RETURNED;
    }

    private void insertInto(InsertRows insert, int rows) {
        if (insert.columns().isEmpty()) {
            insertDefaults(insert, rows);
        } else {
            out.append("insert into ").append(name(insert.table())).append(" (");
            out.list(insert.columns(), ", ", (ColumnRef column) -> out.append(dialect.quote(column.column())));
            out.append(") values ")
                    .list(
                            Collections.nCopies(rows, insert.columns()),
                            ", ",
                            (List<ColumnRef> row) -> row(insert.table(), row));
        }
        returning(insert);
    }

    private void row(TableName table, List<ColumnRef> columns) {
        out.append("(");
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "" : ", ").bind(new Parameter(i, columns.get(i).type()), place(table, columns.get(i)));
        }
        out.append(")");
    }

    /** Rows of which nothing is given. Standard SQL has a form for one of them; more are written through their generated key. */
    protected void insertDefaults(InsertRows insert, int rows) {
        out.append("insert into ").append(name(insert.table()));
        if (rows == 1) {
            out.append(" default values");
        } else if (insert.generatedKey() != null) {
            out.append(" (")
                    .append(dialect.quote(insert.generatedKey().column()))
                    .append(") values ");
            out.list(Collections.nCopies(rows, "(default)"), ", ", out::append);
        } else {
            throw new UnsupportedFeatureException(
                    "insert of " + rows + " rows of nothing but defaults into \"" + insert.table() + "\"",
                    dialect.name(),
                    "Insert them one by one.");
        }
    }

    /** Asks for the generated key, if it is wanted. */
    protected void returning(InsertRows insert) {
        if (insert.generatedKey() != null) {
            out.append(" returning ").append(dialect.quote(insert.generatedKey().column()));
        }
    }

    /** A table's name, its schema before it. */
    protected final String name(TableName table) {
        return table.schema() == null
                ? dialect.quote(table.name())
                : dialect.quote(table.schema()) + "." + dialect.quote(table.name());
    }
}
