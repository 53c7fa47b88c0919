// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types as a file names them, without the annotations that {@link TypeMirror#toString()} would mix in. */
public final class TypeText extends SimpleTypeVisitor14<String, Void> {
    private final SourceFile file;

    public TypeText(SourceFile file) {
        this.file = file;
    }

    public String of(TypeMirror type) {
        return type.accept(this, null);
    }

    /** The class itself, without arguments. */
    public String of(TypeElement type) {
        return file.name(packageOf(type), type.getQualifiedName().toString());
    }

    /** {@code <T extends Comparable<T>, U> }, with a space behind it; empty where there are no type parameters. */
    public String parameters(List<? extends TypeVariable> variables) {
        if (variables.isEmpty()) return "";
        return variables.stream().map(this::parameter).collect(Collectors.joining(", ", "<", "> "));
    }

    private String parameter(TypeVariable variable) {
        String bound = of(variable.getUpperBound());
        return bound.equals("Object") ? of(variable) : of(variable) + " extends " + bound;
    }

    @Override
    public String visitPrimitive(PrimitiveType type, Void none) {
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitNoType(NoType type, Void none) {
        return "void";
    }

    @Override
    public String visitArray(ArrayType type, Void none) {
        return of(type.getComponentType()) + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Void none) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitIntersection(IntersectionType type, Void none) {
        return type.getBounds().stream().map(this::of).collect(Collectors.joining(" & "));
    }

    @Override
    public String visitWildcard(WildcardType type, Void none) {
        if (type.getExtendsBound() != null) return "? extends " + of(type.getExtendsBound());
        return type.getSuperBound() != null ? "? super " + of(type.getSuperBound()) : "?";
    }

    @Override
    public String visitDeclared(DeclaredType type, Void none) {
        String arguments = type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
        // The class inside a generic one: Outer<String>.Inner.
        if (type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty()) {
            return of(outer) + "." + type.asElement().getSimpleName() + arguments;
        }
        return of((TypeElement) type.asElement()) + arguments;
    }

    @Override
    protected String defaultAction(TypeMirror type, Void none) {
        throw new IllegalArgumentException(
                type.getKind() == TypeKind.ERROR
                        ? "Unknown type " + type + "."
                        : "No source for " + type + ", which is of kind " + type.getKind() + ".");
    }

    static String packageOf(Element element) {
        Element enclosing = element;
        while (enclosing.getKind() != ElementKind.PACKAGE) enclosing = enclosing.getEnclosingElement();
        return ((PackageElement) enclosing).getQualifiedName().toString();
    }
}
