// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a select consists of: nodes without values as they are, all others taken apart, each list after its length, so that two lists are equal only if
 * the selects are.
 */
final class ShapeReader implements Expression.Visitor<ShapeReader> {
    /** To compare each value with all before it is quicker than to write the statement, up to about here. */
    private static final int MOST_VALUES = 64;

    /** Equal to nothing else: any text may be an alias. */
    private static final Object ABSENT = new Object();

    private final List<Object> tokens = new ArrayList<>(48);
    private final List<Value> values = new ArrayList<>(4);
    private boolean complete = true;
    private boolean calculating;

    Object[] tokens() {
        return tokens.toArray();
    }

    List<Value> values() {
        return values;
    }

    /** Whether the tokens say all that the SQL depends on. */
    boolean isComplete() {
        return complete;
    }

    /** Whether a number is rounded to a constant number of places, which dialects write as a constant. */
    static boolean hasPlaces(FunctionCall call) {
        return call.function() == FunctionCall.Function.ROUND
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof Value;
    }

    ShapeReader select(Select select) {
        add(Select.class).add(select.distinct()).add(select.items().size());
        for (SelectItem item : select.items()) {
            read(item.expression()).addIfPresent(item.alias());
        }
        source(select.from());
        add(select.joins().size());
        for (Join join : select.joins()) {
            add(join.kind()).source(join.table()).addIfPresent(join.along()).readIfPresent(join.on());
        }
        readIfPresent(select.where());
        readAll(select.groupBy());
        readIfPresent(select.having());
        add(select.orderBy().size());
        for (Order order : select.orderBy()) {
            read(order.expression()).add(order.descending()).add(order.nulls());
        }
        return readIfPresent(select.limit()).readIfPresent(select.offset());
    }

    private ShapeReader source(@Nullable TableSource source) {
        return source instanceof TableSource.DerivedTable derived
                ? add(TableSource.DerivedTable.class).add(derived.alias()).select(derived.select())
                : addIfPresent(source);
    }

    private ShapeReader add(Object token) {
        tokens.add(token);
        return this;
    }

    private ShapeReader addIfPresent(@Nullable Object token) {
        return add(token == null ? ABSENT : token);
    }

    private ShapeReader read(Expression expression) {
        return expression.accept(this);
    }

    private ShapeReader readIfPresent(@Nullable Expression expression) {
        return expression == null ? add(ABSENT) : read(expression);
    }

    private ShapeReader readAll(List<? extends Expression> expressions) {
        add(expressions.size());
        for (Expression expression : expressions) {
            read(expression);
        }
        return this;
    }

    private ShapeReader incomplete() {
        complete = false;
        return this;
    }

    @Override
    public ShapeReader value(Value value) {
        if (values.size() == MOST_VALUES || calculating && value.value() instanceof BigDecimal) {
            return incomplete();
        }
        int position = Shape.position(value, values);
        if (position < 0) {
            position = values.size();
            values.add(value);
        }
        return add(Value.class)
                .add(position)
                .add(value.type())
                .addIfPresent(value.isEntity() ? value.value().getClass() : null);
    }

    @Override
    public ShapeReader parameter(Parameter parameter) {
        return incomplete(); // its number would be taken for one of ours
    }

    @Override
    public ShapeReader nullLiteral(NullLiteral literal) {
        return add(literal);
    }

    @Override
    public ShapeReader column(ColumnRef column) {
        return add(column);
    }

    @Override
    public ShapeReader attribute(AttributeRef attribute) {
        return add(attribute);
    }

    @Override
    public ShapeReader entity(EntityValue entity) {
        return add(entity);
    }

    @Override
    public ShapeReader comparison(Comparison comparison) {
        return add(comparison.operator()).read(comparison.left()).read(comparison.right());
    }

    /** Dialects write a pattern in their own way, by what stands in it. */
    @Override
    public ShapeReader textMatch(TextMatch match) {
        return match.pattern() instanceof Value
                ? incomplete()
                : add(TextMatch.class).add(match.kind()).read(match.text()).read(match.pattern());
    }

    @Override
    public ShapeReader between(Between between) {
        return add(Between.class).read(between.operand()).read(between.low()).read(between.high());
    }

    @Override
    public ShapeReader inList(InList in) {
        return add(InList.class).read(in.operand()).readAll(in.options());
    }

    @Override
    public ShapeReader inSelect(InSelect in) {
        return add(InSelect.class).read(in.operand()).select(in.select());
    }

    @Override
    public ShapeReader isNull(IsNull isNull) {
        return add(IsNull.class).add(isNull.negated()).read(isNull.operand());
    }

    @Override
    public ShapeReader logical(Logical logical) {
        return add(logical.connective()).readAll(logical.operands());
    }

    @Override
    public ShapeReader not(Not not) {
        return add(Not.class).read(not.condition());
    }

    @Override
    public ShapeReader exists(Exists exists) {
        return add(Exists.class).select(exists.select());
    }

    @Override
    public ShapeReader arithmetic(Arithmetic arithmetic) {
        return calculating(() -> add(arithmetic.operator())
                .add(arithmetic.type())
                .read(arithmetic.left())
                .read(arithmetic.right()));
    }

    /** Reads what is calculated with: there the places of a decimal belong to the SQL of a database that rounds to them. */
    private ShapeReader calculating(Supplier<ShapeReader> read) {
        boolean before = calculating;
        calculating = true;
        read.get();
        calculating = before;
        return this;
    }

    @Override
    public ShapeReader function(FunctionCall call) {
        if (call.function() == FunctionCall.Function.SUBSTRING) {
            return incomplete(); // a dialect may make a pattern of its places
        }
        add(call.function()).add(call.distinct()).add(call.type());
        if (call.function() == FunctionCall.Function.SUM) {
            return calculating(() -> readAll(call.arguments()));
        }
        return hasPlaces(call)
                ? add(Value.class)
                        .read(call.arguments().get(0))
                        .add(call.arguments().get(1))
                : readAll(call.arguments());
    }

    @Override
    public ShapeReader caseWhen(Case caseWhen) {
        add(Case.class).add(caseWhen.type()).add(caseWhen.whens().size());
        for (Case.When when : caseWhen.whens()) {
            read(when.condition()).read(when.result());
        }
        return readIfPresent(caseWhen.otherwise());
    }

    @Override
    public ShapeReader cast(Cast cast) {
        return add(Cast.class).add(cast.type()).read(cast.operand());
    }

    @Override
    public ShapeReader codePointOrder(CodePointOrder order) {
        return add(CodePointOrder.class).read(order.text());
    }

    @Override
    public ShapeReader scalarSelect(ScalarSelect select) {
        return add(ScalarSelect.class).select(select.select());
    }

    @Override
    public ShapeReader rawSql(RawSql raw) {
        return add(raw);
    }

    @Override
    public ShapeReader dialect(DialectExpression expression) {
        return incomplete();
    }
}
