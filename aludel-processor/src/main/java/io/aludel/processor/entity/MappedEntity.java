// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import io.aludel.mapping.model.EntityModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * An entity's model with its elements.
 *
 * @param attributes in the order of the model's
 * @param associations in the order of the model's
 */
public record MappedEntity(
        TypeElement type, EntityModel model, List<MappedField> attributes, List<MappedField> associations) {
    public MappedEntity {
        attributes = List.copyOf(attributes);
        associations = List.copyOf(associations);
    }

    public static MappedEntity of(TypeElement type, EntityModel model, EntityFields fields) {
        return new MappedEntity(
                type,
                model,
                model.attributes().stream()
                        .map(attribute -> fields.find(type, attribute.declaringClass(), attribute.name()))
                        .toList(),
                model.associations().stream()
                        .map(association -> fields.find(type, association.declaringClass(), association.name()))
                        .toList());
    }

    /** Attributes, then associations: the order of the members' numbers. */
    public List<MappedField> members() {
        return Stream.concat(attributes.stream(), associations.stream()).toList();
    }

    public boolean isId(MappedField field) {
        return model.id().contains(field.name());
    }
}
