// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.element;

import io.aludel.mapping.source.ClassSource;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceConstructor;
import io.aludel.mapping.source.SourceField;
import io.aludel.mapping.source.SourceMethod;
import io.aludel.mapping.source.SourceModifier;
import io.aludel.mapping.source.SourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads classes that are being compiled, and those on the compiler's class path. Good for one round of processing. */
public final class ElementClassSource implements ClassSource {
    private final Elements elements;
    private final ElementTypes types;
    private final ElementAnnotations annotations;
    private final Map<String, Optional<SourceClass>> read = new HashMap<>();

    public ElementClassSource(Elements elements) {
        this.elements = elements;
        this.types = new ElementTypes(elements);
        this.annotations = new ElementAnnotations(elements, types);
    }

    @Override
    public Optional<SourceClass> find(String binaryName) {
        return read.computeIfAbsent(binaryName, name -> element(name).map(this::read));
    }

    /** The element of the class; nothing if there is none of this binary name. */
    public Optional<TypeElement> element(String binaryName) {
        TypeElement named = elements.getTypeElement(binaryName);
        if (named != null && elements.getBinaryName(named).contentEquals(binaryName)) return Optional.of(named);
        // A dollar sign may part a nested class from its outer one, or belong to a name.
        for (int at = binaryName.lastIndexOf('$'); at > 0; at = binaryName.lastIndexOf('$', at - 1)) {
            String nested = binaryName.substring(at + 1);
            Optional<TypeElement> found = element(binaryName.substring(0, at))
                    .flatMap(outer -> ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                            .filter(type -> type.getSimpleName().contentEquals(nested))
                            .findFirst());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private SourceClass read(TypeElement type) {
        return new SourceClass(
                elements.getBinaryName(type).toString(),
                type.getSimpleName().toString(),
                kind(type),
                nesting(type),
                modifiers(type),
                type.getTypeParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList(),
                superclass(type),
                enumConstants(type),
                ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getKind() == ElementKind.FIELD)
                        .map(this::field)
                        .toList(),
                kind(type) == SourceClass.Kind.CLASS ? methods(type) : List.of(),
                kind(type) == SourceClass.Kind.CLASS ? constructors(type) : List.of(),
                annotations.of(type));
    }

    private static SourceClass.Kind kind(TypeElement type) {
        if (type.getKind() == ElementKind.ENUM) return SourceClass.Kind.ENUM;
        if (type.getKind() == ElementKind.RECORD) return SourceClass.Kind.RECORD;
        return type.getKind().isInterface() ? SourceClass.Kind.INTERFACE : SourceClass.Kind.CLASS;
    }

    private static SourceClass.Nesting nesting(TypeElement type) {
        return switch (type.getNestingKind()) {
            case TOP_LEVEL -> SourceClass.Nesting.TOP_LEVEL;
            case MEMBER ->
                type.getModifiers().contains(Modifier.STATIC) ? SourceClass.Nesting.STATIC : SourceClass.Nesting.INNER;
            case LOCAL, ANONYMOUS -> SourceClass.Nesting.LOCAL;
        };
    }

    private @Nullable SourceType superclass(TypeElement type) {
        return type.getSuperclass().getKind() == TypeKind.NONE ? null : types.read(type.getSuperclass());
    }

    private static List<String> enumConstants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    private SourceField field(VariableElement field) {
        return new SourceField(
                field.getSimpleName().toString(), types.read(field.asType()), modifiers(field), annotations.of(field));
    }

    private List<SourceMethod> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(method -> new SourceMethod(
                        method.getSimpleName().toString(),
                        parameters(method),
                        types.read(method.getReturnType()),
                        modifiers(method),
                        annotations.of(method)))
                .toList();
    }

    private List<SourceConstructor> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .map(constructor -> new SourceConstructor(parameters(constructor), modifiers(constructor)))
                .toList();
    }

    private List<SourceType> parameters(ExecutableElement executable) {
        return executable.getParameters().stream()
                .map(parameter -> types.read(parameter.asType()))
                .toList();
    }

    private static Set<SourceModifier> modifiers(Element element) {
        return element.getModifiers().stream()
                .flatMap(modifier -> modifier(modifier).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<SourceModifier> modifier(Modifier modifier) {
        for (SourceModifier known : SourceModifier.values()) {
            if (known.name().equals(modifier.name())) return Optional.of(known);
        }
        return Optional.empty();
    }
}
