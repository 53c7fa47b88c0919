// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.schema.Index;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A condition, default or computed value in a script: {@code column("value").between(1, 12)}. Tables are as they were at that revision,
 * so columns are named by text and nothing is known of entities. Where an {@code Object} is asked for, it is another term or a Java value
 * that a column can hold. Immutable.
 *
 * @param expression what renderers see
 */
public record Term(Expression expression) implements IndexKey {
    public Term {
        Objects.requireNonNull(expression, "expression");
    }

    /** A column of the table in question. */
    public static Term column(String name) {
        return new Term(new ColumnRef("", name, ValueType.STRING));
    }

    /** A Java value, where a term is needed: {@code value(100).minus(column("used"))}. */
    public static Term value(Object value) {
        return new Term(ScriptValues.value(value));
    }

    /** SQL's NULL. */
    public static Term nullValue() {
        return new Term(new NullLiteral(ValueType.STRING));
    }

    /** SQL as it stands, for every database; never made from input. */
    public static Term rawSql(String sql) {
        return new Term(new RawSql(null, sql, ValueType.STRING));
    }

    /** SQL as it stands, that only this dialect understands. */
    public static Term rawSql(String dialect, String sql) {
        return new Term(new RawSql(dialect, sql, ValueType.STRING));
    }

    public static Term currentDate() {
        return new Term(FunctionCall.of(Function.CURRENT_DATE, ValueType.LOCAL_DATE));
    }

    public static Term currentTimestamp() {
        return new Term(FunctionCall.of(Function.CURRENT_TIMESTAMP, ValueType.OFFSET_DATE_TIME));
    }

    public static Term concat(Object... parts) {
        List<Expression> arguments = Stream.of(parts).map(Term::operand).toList();
        return new Term(new FunctionCall(Function.CONCAT, arguments, false, ValueType.STRING));
    }

    /** The first of them that is not NULL. */
    public static Term coalesce(Object... options) {
        List<Expression> arguments = Stream.of(options).map(Term::operand).toList();
        return new Term(new FunctionCall(
                Function.COALESCE, arguments, false, arguments.get(0).type()));
    }

    /** Begins a case: {@code when(condition, result).when(…).otherwise(…)}. */
    public static When when(Term condition, Object result) {
        return new When(List.of(new Case.When(condition.expression, operand(result))));
    }

    public static Term not(Term condition) {
        return new Term(new Not(condition.expression));
    }

    public Term eq(Object other) {
        return compared(Comparison.Operator.EQ, other);
    }

    public Term ne(Object other) {
        return compared(Comparison.Operator.NE, other);
    }

    public Term lt(Object other) {
        return compared(Comparison.Operator.LT, other);
    }

    public Term le(Object other) {
        return compared(Comparison.Operator.LE, other);
    }

    public Term gt(Object other) {
        return compared(Comparison.Operator.GT, other);
    }

    public Term ge(Object other) {
        return compared(Comparison.Operator.GE, other);
    }

    /** Both ends included. */
    public Term between(Object low, Object high) {
        return new Term(new Between(expression, operand(low), operand(high)));
    }

    public Term in(Object... options) {
        return new Term(
                new InList(expression, Stream.of(options).map(Term::operand).toList()));
    }

    public Term isNull() {
        return new Term(new IsNull(expression, false));
    }

    public Term isNotNull() {
        return new Term(new IsNull(expression, true));
    }

    public Term like(Object pattern) {
        return matched(TextMatch.Kind.LIKE, pattern);
    }

    public Term ilike(Object pattern) {
        return matched(TextMatch.Kind.ILIKE, pattern);
    }

    public Term contains(Object part) {
        return matched(TextMatch.Kind.CONTAINS, part);
    }

    public Term startsWith(Object part) {
        return matched(TextMatch.Kind.STARTS_WITH, part);
    }

    public Term endsWith(Object part) {
        return matched(TextMatch.Kind.ENDS_WITH, part);
    }

    public Term and(Term other) {
        return new Term(Logical.of(Logical.Connective.AND, expression, other.expression));
    }

    public Term or(Term other) {
        return new Term(Logical.of(Logical.Connective.OR, expression, other.expression));
    }

    public Term plus(Object other) {
        return calculated(Arithmetic.Operator.PLUS, other);
    }

    public Term minus(Object other) {
        return calculated(Arithmetic.Operator.MINUS, other);
    }

    public Term times(Object other) {
        return calculated(Arithmetic.Operator.TIMES, other);
    }

    /** The quotient as a decimal, also of two integers. */
    public Term dividedBy(Object other) {
        return calculated(Arithmetic.Operator.DIVIDE, other);
    }

    /** The quotient without its fraction. */
    public Term integerDividedBy(Object other) {
        return calculated(Arithmetic.Operator.INTEGER_DIVIDE, other);
    }

    public Term remainder(Object other) {
        return calculated(Arithmetic.Operator.REMAINDER, other);
    }

    public Term lower() {
        return called(Function.LOWER, ValueType.STRING);
    }

    public Term upper() {
        return called(Function.UPPER, ValueType.STRING);
    }

    public Term trim() {
        return called(Function.TRIM, ValueType.STRING);
    }

    /** Characters, not bytes. */
    public Term length() {
        return called(Function.LENGTH, ValueType.INTEGER);
    }

    public Term abs() {
        return called(Function.ABS, expression.type());
    }

    /** Half away from zero, to that many places after the point. */
    public Term round(int places) {
        return new Term(FunctionCall.of(Function.ROUND, ValueType.DECIMAL, expression, ScriptValues.value(places)));
    }

    public Term cast(SqlType type) {
        return new Term(new Cast(expression, ScriptValues.valueType(type)));
    }

    /** Compared and ordered by Unicode code point. */
    public Term byCodePoint() {
        return new Term(new CodePointOrder(expression));
    }

    @Override
    public Index.Part part() {
        return new Index.Part(expression, false);
    }

    /** The branches of a case so far. */
    public record When(List<Case.When> branches) {
        public When when(Term condition, Object result) {
            List<Case.When> more = new ArrayList<>(branches);
            more.add(new Case.When(condition.expression, operand(result)));
            return new When(List.copyOf(more));
        }

        public Term otherwise(Object result) {
            return new Term(new Case(branches, operand(result), type()));
        }

        /** NULL where no condition holds. */
        public Term end() {
            return new Term(new Case(branches, null, type()));
        }

        private ValueType<?> type() {
            return branches.get(0).result().type();
        }
    }

    private Term compared(Comparison.Operator operator, Object other) {
        return new Term(new Comparison(operator, expression, operand(other)));
    }

    private Term matched(TextMatch.Kind kind, Object pattern) {
        return new Term(new TextMatch(kind, expression, operand(pattern)));
    }

    private Term calculated(Arithmetic.Operator operator, Object other) {
        Expression right = operand(other);
        ValueType<?> type = operator == Arithmetic.Operator.DIVIDE ? ValueType.DECIMAL : right.type();
        return new Term(new Arithmetic(operator, expression, right, type));
    }

    private Term called(Function function, ValueType<?> type) {
        return new Term(FunctionCall.of(function, type, expression));
    }

    static Expression operand(Object operand) {
        Objects.requireNonNull(operand, "operand: in SQL nothing equals null; say isNull()");
        return operand instanceof Term term ? term.expression : ScriptValues.value(operand);
    }
}
