// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.stream.Stream;

/** Reflection's types as {@link SourceType}s. */
final class ReflectedTypes {
    private ReflectedTypes() {}

    static SourceType read(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? arrayOf(read(plain.getComponentType())) : SourceType.of(plain.getName());
        }
        if (type instanceof ParameterizedType generic) {
            return new SourceType(
                    ((Class<?>) generic.getRawType()).getName(),
                    Stream.of(generic.getActualTypeArguments())
                            .map(ReflectedTypes::read)
                            .toList(),
                    false);
        }
        if (type instanceof GenericArrayType array) {
            return arrayOf(read(array.getGenericComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return read(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        return new SourceType(((TypeVariable<?>) type).getName(), List.of(), true);
    }

    private static SourceType arrayOf(SourceType component) {
        return new SourceType(component.name() + "[]", component.arguments(), component.isVariable());
    }
}
