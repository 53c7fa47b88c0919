// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;

/** What a generated class in an entity's package can name. */
public final class Visibility extends SimpleTypeVisitor14<Boolean, Element> {
    private final Elements elements;

    public Visibility(Elements elements) {
        super(true);
        this.elements = elements;
    }

    /** Whether the type, its arguments included, can be named in the package of the class. */
    public boolean canName(TypeMirror type, TypeElement from) {
        return type.accept(this, elements.getPackageOf(from));
    }

    /** Whether a method's whole signature can be named in the package of the class. */
    public boolean canNameSignature(ExecutableElement method, TypeElement from) {
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(VariableElement::asType),
                        method.getThrownTypes().stream(),
                        method.getTypeParameters().stream().flatMap(parameter -> parameter.getBounds().stream()))
                .flatMap(types -> types)
                .allMatch(type -> canName(type, from));
    }

    @Override
    public Boolean visitArray(ArrayType type, Element from) {
        return type.getComponentType().accept(this, from);
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Element from) {
        return Stream.of(type.getExtendsBound(), type.getSuperBound())
                .allMatch(bound -> bound == null || bound.accept(this, from));
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Element from) {
        return isVisible(type.asElement(), from)
                && type.getTypeArguments().stream().allMatch(argument -> argument.accept(this, from));
    }

    private boolean isVisible(Element type, Element from) {
        if (!(type instanceof TypeElement)) return true;
        boolean isVisible = type.getModifiers().contains(Modifier.PUBLIC)
                || !type.getModifiers().contains(Modifier.PRIVATE)
                        && elements.getPackageOf(type).equals(from);
        return isVisible && isVisible(type.getEnclosingElement(), from);
    }
}
