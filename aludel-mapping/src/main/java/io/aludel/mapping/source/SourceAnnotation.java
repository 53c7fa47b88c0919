// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An annotation as a value.
 *
 * @param type the binary name of its type
 * @param values each element's value, defaults filled in: a {@code String}, a boxed primitive, an {@link EnumConstant}, a {@link ClassName}, a
 *     {@code SourceAnnotation}, or for an array a {@code List} of one of these
 */
public record SourceAnnotation(String type, Map<String, Object> values) {
    /**
     * A constant of an enum.
     *
     * @param type the enum's binary name
     */
    public record EnumConstant(String type, String name) {}

    /** A class literal, as {@link SourceType#name()}: {@code java.lang.String}, {@code int}, {@code void}. */
    public record ClassName(String name) {}

    public SourceAnnotation {
        Objects.requireNonNull(type, "type");
        values = Map.copyOf(values);
    }

    /** The annotations ordered by type, so that the order in the source does not count. */
    static List<SourceAnnotation> sorted(List<SourceAnnotation> annotations) {
        return annotations.stream()
                .sorted(Comparator.comparing(SourceAnnotation::type))
                .toList();
    }

    static Optional<SourceAnnotation> find(List<SourceAnnotation> annotations, String type) {
        return annotations.stream()
                .filter(annotation -> annotation.type.equals(type))
                .findFirst();
    }

    public String text(String element) {
        return value(element, String.class);
    }

    public boolean flag(String element) {
        return value(element, Boolean.class);
    }

    public int number(String element) {
        return value(element, Integer.class);
    }

    /** The name of the enum's constant. */
    public String constant(String element) {
        return value(element, EnumConstant.class).name();
    }

    /** The name of the class. */
    public String className(String element) {
        return value(element, ClassName.class).name();
    }

    public SourceAnnotation annotation(String element) {
        return value(element, SourceAnnotation.class);
    }

    public List<SourceAnnotation> annotations(String element) {
        return list(element, SourceAnnotation.class);
    }

    public List<String> texts(String element) {
        return list(element, String.class);
    }

    /** The names of the enum's constants. */
    public List<String> constants(String element) {
        return list(element, EnumConstant.class).stream()
                .map(EnumConstant::name)
                .toList();
    }

    public boolean has(String element) {
        return values.containsKey(element);
    }

    private <T> List<T> list(String element, Class<T> of) {
        return ((List<?>) value(element, List.class)).stream().map(of::cast).toList();
    }

    private <T> T value(String element, Class<T> as) {
        Object value = values.get(element);
        if (value == null) {
            throw new IllegalArgumentException("The annotation @" + type + " has no element \"" + element
                    + "\"; Aludel knows Jakarta Persistence 3.2, perhaps an older one is on the class path.");
        }
        return as.cast(value);
    }
}
