// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.Value;
import io.aludel.core.query.QueryException;
import io.aludel.core.type.AttributeType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.Model;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.IdGeneration;

/** The types and values of attributes, as the model knows them. */
final class Types {
    private final Model model;

    Types(Model model) {
        this.model = model;
    }

    /** The type that values are bound and read with; that of an entity is its identifier's. */
    ValueType<?> resolve(ValueType<?> type) {
        if (!(type instanceof AttributeType<?> attribute)) {
            return type;
        }
        EntityType<?> entity = model.entity(attribute.entity());
        if (attribute.attribute().isEmpty()) {
            return entity.idType();
        }
        return entity.valueType(attributeNumber(entity, attribute.attribute()));
    }

    /** The number of an attribute that a query names. */
    static int attributeNumber(EntityType<?> entity, String attribute) {
        EntityModel model = entity.model();
        if (model.attribute(attribute).isEmpty()) {
            throw new QueryException("Entity " + entity.name() + " has no attribute \"" + attribute + "\"; it has "
                    + String.join(
                            ", ",
                            model.attributes().stream()
                                    .map(known -> known.name())
                                    .toList())
                    + ". If the class has changed, compile its Q class again.");
        }
        return model.memberIndex(attribute);
    }

    /** The same without the precision or length of the attribute that it was taken from, which what is computed need not keep. */
    ValueType<?> computed(ValueType<?> type) {
        ValueType<?> resolved = resolve(type);
        boolean ofAttribute = type instanceof AttributeType;
        if (!ofAttribute
                || !(resolved instanceof BasicType<?> basic)
                || !(basic.sqlType() instanceof StandardType standard)) {
            return resolved;
        }
        return switch (standard.kind()) {
            case DECIMAL -> basic.javaType() == ValueType.DECIMAL.javaType() ? ValueType.DECIMAL : basic;
            case VARCHAR, CHAR -> basic.javaType() == String.class ? ValueType.STRING : basic;
            default -> basic;
        };
    }

    /** A value as it is bound; of an entity its identifier. */
    Value resolve(Value value) {
        if (value.type() instanceof AttributeType<?> attribute
                && attribute.attribute().isEmpty()) {
            return identifier(value.value());
        }
        return new Value(value.value(), resolve(value.type()));
    }

    private <E> Value identifier(E instance) {
        EntityType<E> entity = model.entityOf(instance);
        Object id = entity.id(entity.entityClass().cast(instance));
        boolean generated = !(entity.model().idGeneration() instanceof IdGeneration.Assigned);
        boolean unset = generated && id instanceof Number number && number.longValue() == 0;
        if (id == null || unset) {
            throw new QueryException("The query compares with a " + entity.name()
                    + " that has no identifier yet; persist it and flush the session first.");
        }
        return new Value(id, entity.idType());
    }
}
