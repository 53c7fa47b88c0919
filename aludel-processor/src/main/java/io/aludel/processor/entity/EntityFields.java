// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the fields that a model speaks of. */
public record EntityFields(Elements elements, Types types) {
    /**
     * @param declaringClass the binary name of the entity's class or of a superclass
     * @throws IllegalStateException if there is no such field, which would be a mistake in the model
     */
    public MappedField find(TypeElement entity, String declaringClass, String name) {
        return superclasses(entity)
                .filter(type -> elements.getBinaryName(type).contentEquals(declaringClass))
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(name))
                .map(field -> new MappedField(
                        name,
                        field,
                        types.asMemberOf((DeclaredType) entity.asType(), field),
                        types.erasure(field.asType())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The model of " + entity + " has an attribute \"" + name
                        + "\", but class " + declaringClass + " has no such field."));
    }

    /** The class, its superclass, and so on up to {@code Object}. */
    public Stream<TypeElement> superclasses(TypeElement entity) {
        return Stream.iterate(
                entity, type -> type != null, type -> (TypeElement) types.asElement(type.getSuperclass()));
    }
}
