// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;

/**
 * A node of the tree that every condition, column and computed value is made of. Closed: what is done to it from outside is a
 * {@link Visitor}, which the compiler keeps complete. The only open door is {@link DialectExpression}.
 */
public sealed interface Expression
        permits Value,
                Parameter,
                NullLiteral,
                ColumnRef,
                AttributeRef,
                EntityValue,
                Comparison,
                TextMatch,
                Between,
                InList,
                InSelect,
                IsNull,
                Logical,
                Not,
                Exists,
                Arithmetic,
                FunctionCall,
                Case,
                Cast,
                CodePointOrder,
                ScalarSelect,
                RawSql,
                DialectExpression {

    /** Which Java value this expression's result is read as. */
    ValueType<?> type();

    <R> R accept(Visitor<R> visitor);

    /** One method per node, none with a default: a new node fails to compile wherever it must be known. */
    interface Visitor<R> {
        R value(Value value);

        R parameter(Parameter parameter);

        R nullLiteral(NullLiteral literal);

        R column(ColumnRef column);

        R attribute(AttributeRef attribute);

        R entity(EntityValue entity);

        R comparison(Comparison comparison);

        R textMatch(TextMatch match);

        R between(Between between);

        R inList(InList in);

        R inSelect(InSelect in);

        R isNull(IsNull isNull);

        R logical(Logical logical);

        R not(Not not);

        R exists(Exists exists);

        R arithmetic(Arithmetic arithmetic);

        R function(FunctionCall call);

        R caseWhen(Case caseWhen);

        R cast(Cast cast);

        R codePointOrder(CodePointOrder order);

        R scalarSelect(ScalarSelect select);

        R rawSql(RawSql raw);

        R dialect(DialectExpression expression);
    }
}
