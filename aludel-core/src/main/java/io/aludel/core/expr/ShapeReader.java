// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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

    private Object[] tokens = new Object[24];
    private int count;
    private int hash;
    private final List<Value> values = new ArrayList<>(4);
    private boolean complete = true;
    private boolean calculating;

    /** What was read. The reader has done its work then: the shape keeps its list. */
    Shape shape() {
        return new Shape(tokens, count, hash);
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
        add(select.distinct()).add(select.items().size());
        for (SelectItem item : select.items()) {
            read(item.expression()).alias(item.alias());
        }
        source(select.from());
        add(select.joins().size());
        for (Join join : select.joins()) {
            add(join.kind()).source(join.table()).along(join.along()).readIfPresent(join.on());
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
                : source == null ? absent() : add(source, source.alias().hashCode());
    }

    /** Where there is none, what follows tells: no node begins with a text. */
    private ShapeReader alias(@Nullable String alias) {
        return alias == null ? this : add(alias);
    }

    private ShapeReader along(EntityRef.@Nullable Association along) {
        return along == null ? absent() : add(along, along.attribute().hashCode());
    }

    /** Adds what has a hash of its own at little cost, or is rare: a class, a constant, a number, a text. */
    private ShapeReader add(Object token) {
        return add(token, token.hashCode());
    }

    /** Adds a node by the hash of what tells it best from others. That of all it holds would cost more than all else here. */
    private ShapeReader add(Object token, int hashOfToken) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        tokens[count++] = token;
        hash = 31 * hash + hashOfToken;
        return this;
    }

    private ShapeReader add(int number) {
        return add(number, number);
    }

    private ShapeReader absent() {
        return add(ABSENT, 0);
    }

    private ShapeReader addType(ValueType<?> type) {
        return add(type, type.javaType().hashCode());
    }

    private ShapeReader read(Expression expression) {
        return expression.accept(this);
    }

    private ShapeReader readIfPresent(@Nullable Expression expression) {
        return expression == null ? absent() : read(expression);
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
        add(position).addType(value.type()); // nothing else begins with a number
        return value.isEntity() ? add(value.value().getClass()) : this;
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
        return add(column, column.column().hashCode());
    }

    @Override
    public ShapeReader attribute(AttributeRef attribute) {
        return add(attribute, attribute.attribute().hashCode());
    }

    @Override
    public ShapeReader entity(EntityValue entity) {
        return add(entity, entity.source().entity().hashCode());
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
                .addType(arithmetic.type())
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
        add(call.function()).add(call.distinct()).addType(call.type());
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
        add(Case.class).addType(caseWhen.type()).add(caseWhen.whens().size());
        for (Case.When when : caseWhen.whens()) {
            read(when.condition()).read(when.result());
        }
        return readIfPresent(caseWhen.otherwise());
    }

    @Override
    public ShapeReader cast(Cast cast) {
        return add(Cast.class).addType(cast.type()).read(cast.operand());
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
