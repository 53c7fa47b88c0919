// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class as written. Nothing that the compiler adds by itself is in it, but for the constructor without parameters of a class that declares
 * none.
 *
 * @param name the binary name
 * @param typeParameters names of type variables, in the order of declaration
 * @param superclass null for {@code java.lang.Object} and interfaces
 * @param enumConstants in the order of declaration; empty where it is no enum
 * @param fields in the order of declaration, static ones included, enum constants not
 * @param methods sorted by name and parameters, as reflection knows no order of theirs; empty where the kind is not {@code CLASS}
 * @param constructors sorted by their parameters; empty where the kind is not {@code CLASS}
 */
public record SourceClass(
        String name,
        String simpleName,
        Kind kind,
        Nesting nesting,
        Set<SourceModifier> modifiers,
        List<String> typeParameters,
        @Nullable SourceType superclass,
        List<String> enumConstants,
        List<SourceField> fields,
        List<SourceMethod> methods,
        List<SourceConstructor> constructors,
        List<SourceAnnotation> annotations) {
    public enum Kind {
        CLASS,
        ENUM,
        RECORD,
        /** Annotation types too. */
        INTERFACE
    }

    public enum Nesting {
        TOP_LEVEL,
        /** Declared within another class, without a tie to an instance of it. */
        STATIC,
        /** Declared within another class, each instance tied to one of the outer class. */
        INNER,
        /** Declared within a method, with a name or without. */
        LOCAL
    }

    public SourceClass {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(simpleName, "simpleName");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(nesting, "nesting");
        modifiers = Set.copyOf(modifiers);
        typeParameters = List.copyOf(typeParameters);
        enumConstants = List.copyOf(enumConstants);
        fields = List.copyOf(fields);
        methods = methods.stream()
                .sorted(Comparator.comparing(SourceMethod::name)
                        .thenComparing(method -> method.parameters().toString()))
                .toList();
        constructors = constructors.stream()
                .sorted(Comparator.comparing(
                        constructor -> constructor.parameters().toString()))
                .toList();
        annotations = SourceAnnotation.sorted(annotations);
    }

    /**
     * The class as one sees it that extends it with these type arguments: its fields and its superclass say them instead of variables.
     *
     * @param arguments one for each type parameter; none for a raw type, which leaves all as it is written
     */
    public SourceClass with(List<SourceType> arguments) {
        if (arguments.isEmpty()) {
            return this;
        }
        Map<String, SourceType> known = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            known.put(typeParameters.get(i), arguments.get(i));
        }
        return new SourceClass(
                name,
                simpleName,
                kind,
                nesting,
                modifiers,
                typeParameters,
                superclass == null ? null : superclass.with(known),
                enumConstants,
                fields.stream()
                        .map(field -> new SourceField(
                                field.name(), field.type().with(known), field.modifiers(), field.annotations()))
                        .toList(),
                methods,
                constructors,
                annotations);
    }

    public boolean is(SourceModifier modifier) {
        return modifiers.contains(modifier);
    }

    /** The annotation of this type, by binary name. */
    public Optional<SourceAnnotation> annotation(String type) {
        return SourceAnnotation.find(annotations, type);
    }
}
