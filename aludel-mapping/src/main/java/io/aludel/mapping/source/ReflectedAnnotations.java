// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Reflection's annotations as {@link SourceAnnotation}s. */
final class ReflectedAnnotations {
    private ReflectedAnnotations() {}

    static SourceAnnotation read(Annotation annotation) {
        Map<String, Object> values = new HashMap<>();
        for (Method element : annotation.annotationType().getDeclaredMethods()) {
            if (element.getParameterCount() == 0 && !element.isSynthetic()) {
                values.put(element.getName(), value(invoke(annotation, element)));
            }
        }
        return new SourceAnnotation(annotation.annotationType().getName(), values);
    }

    private static Object value(Object value) {
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> value(Array.get(value, i)))
                    .toList();
        }
        if (value instanceof Annotation nested) {
            return read(nested);
        }
        if (value instanceof Enum<?> constant) {
            return new SourceAnnotation.EnumConstant(
                    constant.getDeclaringClass().getName(), constant.name());
        }
        if (value instanceof Class<?> type) {
            return new SourceAnnotation.ClassName(ReflectedTypes.read(type).name());
        }
        return value;
    }

    private static Object invoke(Annotation annotation, Method element) {
        try {
            return element.invoke(annotation);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(
                    "Cannot read @" + annotation.annotationType().getName() + "." + element.getName()
                            + "; a class that it names may be missing.",
                    e);
        }
    }
}
