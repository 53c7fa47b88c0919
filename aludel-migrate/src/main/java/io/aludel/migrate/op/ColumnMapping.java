// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.DialectExpression;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Exists;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.ScalarSelect;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The same expression with other columns. Raw SQL stays as it is, for nobody can say what it speaks of; a select does not stand in the
 * conditions and defaults of a table.
 */
record ColumnMapping(UnaryOperator<ColumnRef> columns) implements Expression.Visitor<Expression> {
    Expression of(Expression expression) {
        return expression.accept(this);
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    @Override
    public Expression column(ColumnRef column) {
        return columns.apply(column);
    }

    @Override
    public Expression value(Value value) {
        return value;
    }

    @Override
    public Expression parameter(Parameter parameter) {
        return parameter;
    }

    @Override
    public Expression nullLiteral(NullLiteral literal) {
        return literal;
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
        return new Comparison(comparison.operator(), of(comparison.left()), of(comparison.right()));
    }

    @Override
    public Expression textMatch(TextMatch match) {
        return new TextMatch(match.kind(), of(match.text()), of(match.pattern()));
    }

    @Override
    public Expression between(Between between) {
        return new Between(of(between.operand()), of(between.low()), of(between.high()));
    }

    @Override
    public Expression inList(InList in) {
        return new InList(of(in.operand()), all(in.options()));
    }

    @Override
    public Expression inSelect(InSelect in) {
        return in;
    }

    @Override
    public Expression isNull(IsNull isNull) {
        return new IsNull(of(isNull.operand()), isNull.negated());
    }

    @Override
    public Expression logical(Logical logical) {
        return new Logical(logical.connective(), all(logical.operands()));
    }

    @Override
    public Expression not(Not not) {
        return new Not(of(not.condition()));
    }

    @Override
    public Expression exists(Exists exists) {
        return exists;
    }

    @Override
    public Expression arithmetic(Arithmetic arithmetic) {
        return new Arithmetic(arithmetic.operator(), of(arithmetic.left()), of(arithmetic.right()), arithmetic.type());
    }

    @Override
    public Expression function(FunctionCall call) {
        List<Expression> arguments = all(call.arguments());
        boolean likeItsArgument =
                call.function() == FunctionCall.Function.ABS || call.function() == FunctionCall.Function.COALESCE;
        return new FunctionCall(
                call.function(),
                arguments,
                call.distinct(),
                likeItsArgument ? arguments.get(0).type() : call.type());
    }

    @Override
    public Expression caseWhen(Case caseWhen) {
        List<Case.When> whens = caseWhen.whens().stream()
                .map(when -> new Case.When(of(when.condition()), of(when.result())))
                .toList();
        Expression otherwise = caseWhen.otherwise();
        return new Case(whens, otherwise == null ? null : of(otherwise), caseWhen.type());
    }

    @Override
    public Expression cast(Cast cast) {
        return new Cast(of(cast.operand()), cast.type());
    }

    @Override
    public Expression codePointOrder(CodePointOrder order) {
        return new CodePointOrder(of(order.text()));
    }

    @Override
    public Expression scalarSelect(ScalarSelect select) {
        return select;
    }

    @Override
    public Expression rawSql(RawSql raw) {
        return raw;
    }

    @Override
    public Expression dialect(DialectExpression expression) {
        return expression.withOperands(all(expression.operands()));
    }
}
