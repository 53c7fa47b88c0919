// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.TableSource.DerivedTable;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an expression, or a select, and builds it again, node by node; subclasses replace what concerns them. What nobody replaces comes out equal.
 */
public abstract class Rewriter implements Expression.Visitor<Expression> {
    protected Rewriter() {}

    /** The expression as it becomes, whatever node it is. */
    public Expression rewrite(Expression expression) {
        return expression.accept(this);
    }

    public final @Nullable Expression rewriteIfPresent(@Nullable Expression expression) {
        return expression == null ? null : rewrite(expression);
    }

    public final List<Expression> rewrite(List<Expression> expressions) {
        return expressions.stream().map(this::rewrite).toList();
    }

    public final <T> List<T> each(List<T> elements, UnaryOperator<T> change) {
        return elements.stream().map(change).toList();
    }

    /** The type as the rewritten node has it. */
    protected ValueType<?> type(ValueType<?> type) {
        return type;
    }

    /** The type of something computed from values of this type. */
    protected ValueType<?> computedType(ValueType<?> type) {
        return type(type);
    }

    /** A select within an expression. */
    protected Select select(Select select) {
        return new Select(
                select.distinct(),
                each(select.items(), item -> new SelectItem(rewrite(item.expression()), item.alias())),
                select.from() == null ? null : source(select.from()),
                each(
                        select.joins(),
                        join -> new Join(join.kind(), source(join.table()), join.along(), rewriteIfPresent(join.on()))),
                rewriteIfPresent(select.where()),
                rewrite(select.groupBy()),
                rewriteIfPresent(select.having()),
                each(select.orderBy(), this::order),
                rewriteIfPresent(select.limit()),
                rewriteIfPresent(select.offset()));
    }

    protected TableSource source(TableSource source) {
        return source instanceof DerivedTable derived
                ? new DerivedTable(select(derived.select()), derived.alias())
                : source;
    }

    public final Order order(Order order) {
        return new Order(rewrite(order.expression()), order.descending(), order.nulls());
    }

    @Override
    public Expression value(Value value) {
        return new Value(value.value(), type(value.type()));
    }

    @Override
    public Expression parameter(Parameter parameter) {
        return new Parameter(parameter.position(), type(parameter.type()));
    }

    @Override
    public Expression nullLiteral(NullLiteral literal) {
        return new NullLiteral(type(literal.type()));
    }

    @Override
    public Expression column(ColumnRef column) {
        return new ColumnRef(column.qualifier(), column.column(), type(column.type()));
    }

    @Override
    public Expression attribute(AttributeRef attribute) {
        return attribute;
    }

    @Override
    public Expression entity(EntityValue entity) {
        return entity;
    }

    @Override
    public Expression comparison(Comparison comparison) {
        return new Comparison(comparison.operator(), rewrite(comparison.left()), rewrite(comparison.right()));
    }

    @Override
    public Expression textMatch(TextMatch match) {
        return new TextMatch(match.kind(), rewrite(match.text()), rewrite(match.pattern()));
    }

    @Override
    public Expression between(Between between) {
        return new Between(rewrite(between.operand()), rewrite(between.low()), rewrite(between.high()));
    }

    @Override
    public Expression inList(InList in) {
        return new InList(rewrite(in.operand()), rewrite(in.options()));
    }

    @Override
    public Expression inSelect(InSelect in) {
        return new InSelect(rewrite(in.operand()), select(in.select()));
    }

    @Override
    public Expression isNull(IsNull isNull) {
        return new IsNull(rewrite(isNull.operand()), isNull.negated());
    }

    @Override
    public Expression logical(Logical logical) {
        return new Logical(logical.connective(), rewrite(logical.operands()));
    }

    @Override
    public Expression not(Not not) {
        return new Not(rewrite(not.condition()));
    }

    @Override
    public Expression exists(Exists exists) {
        return new Exists(select(exists.select()));
    }

    @Override
    public Expression arithmetic(Arithmetic arithmetic) {
        return new Arithmetic(
                arithmetic.operator(),
                rewrite(arithmetic.left()),
                rewrite(arithmetic.right()),
                computedType(arithmetic.type()));
    }

    @Override
    public Expression function(FunctionCall call) {
        // The greatest of prices, and their sum, have a price's places.
        boolean keepsType =
                call.function() == Function.MIN || call.function() == Function.MAX || call.function() == Function.SUM;
        ValueType<?> type = keepsType ? type(call.type()) : computedType(call.type());
        return new FunctionCall(call.function(), rewrite(call.arguments()), call.distinct(), type);
    }

    @Override
    public Expression caseWhen(Case caseWhen) {
        return new Case(
                each(caseWhen.whens(), when -> new Case.When(rewrite(when.condition()), rewrite(when.result()))),
                rewriteIfPresent(caseWhen.otherwise()),
                computedType(caseWhen.type()));
    }

    @Override
    public Expression cast(Cast cast) {
        return new Cast(rewrite(cast.operand()), type(cast.type()));
    }

    @Override
    public Expression codePointOrder(CodePointOrder order) {
        return new CodePointOrder(rewrite(order.text()));
    }

    @Override
    public Expression scalarSelect(ScalarSelect scalar) {
        return new ScalarSelect(select(scalar.select()));
    }

    @Override
    public Expression rawSql(RawSql raw) {
        return new RawSql(raw.dialect(), raw.text(), type(raw.type()));
    }

    @Override
    public Expression dialect(DialectExpression expression) {
        return expression.withOperands(rewrite(expression.operands()));
    }
}
