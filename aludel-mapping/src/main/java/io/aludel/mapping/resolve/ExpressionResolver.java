// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Rewriter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;

/** Resolves the expressions of one query. */
final class ExpressionResolver extends Rewriter {
    private final Model model;
    private final Types types;
    private final Scope scope;

    ExpressionResolver(Model model, Scope scope) {
        this.model = model;
        this.types = new Types(model);
        this.scope = scope;
    }

    @Override
    protected ValueType<?> type(ValueType<?> type) {
        return types.resolve(type);
    }

    @Override
    protected ValueType<?> computedType(ValueType<?> type) {
        return types.computed(type);
    }

    /** A query within an expression sees the tables of this one. */
    @Override
    protected Select select(Select select) {
        return new SelectResolver(model, scope.names(), scope).nested(select);
    }

    @Override
    public Expression value(Value value) {
        return types.resolve(value);
    }

    @Override
    public Expression column(ColumnRef column) {
        String qualifier = column.qualifier().isEmpty() ? "" : scope.qualifier(column.qualifier());
        return new ColumnRef(qualifier, column.column(), types.resolve(column.type()));
    }

    @Override
    public Expression attribute(AttributeRef attribute) {
        EntityType<?> entity = model.entity(attribute.source().entity());
        int number = Types.attributeNumber(entity, attribute.attribute());
        if (number == entity.idAttribute()) {
            return scope.identifier(attribute.source());
        }
        return Scope.qualified(scope.alias(attribute.source()), entity.column(number));
    }

    /** Where it is not a select's item, an entity is its identifier. */
    @Override
    public Expression entity(EntityValue entity) {
        return scope.identifier(entity.source());
    }
}
