// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.element;

import io.aludel.mapping.source.SourceType;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;

/** The compiler's types as {@link SourceType}s. */
final class ElementTypes extends SimpleTypeVisitor14<SourceType, Void> {
    private final Elements elements;

    ElementTypes(Elements elements) {
        this.elements = elements;
    }

    SourceType read(TypeMirror type) {
        return type.accept(this, null);
    }

    @Override
    public SourceType visitPrimitive(PrimitiveType type, Void none) {
        return SourceType.of(type.getKind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public SourceType visitNoType(NoType type, Void none) {
        return SourceType.of("void");
    }

    @Override
    public SourceType visitArray(ArrayType type, Void none) {
        SourceType component = read(type.getComponentType());
        return new SourceType(component.name() + "[]", component.arguments(), component.isVariable());
    }

    @Override
    public SourceType visitDeclared(DeclaredType type, Void none) {
        return new SourceType(
                elements.getBinaryName((TypeElement) type.asElement()).toString(),
                type.getTypeArguments().stream().map(this::read).toList(),
                false);
    }

    /** A type that does not exist, or is yet to be written by a processor: by the name it is given. */
    @Override
    public SourceType visitError(ErrorType type, Void none) {
        return SourceType.of(type.asElement().toString());
    }

    @Override
    public SourceType visitTypeVariable(TypeVariable type, Void none) {
        return new SourceType(type.asElement().getSimpleName().toString(), List.of(), true);
    }

    @Override
    public SourceType visitWildcard(WildcardType type, Void none) {
        if (type.getSuperBound() != null) return read(type.getSuperBound());
        return type.getExtendsBound() != null ? read(type.getExtendsBound()) : SourceType.of("java.lang.Object");
    }

    @Override
    protected SourceType defaultAction(TypeMirror type, Void none) {
        throw new IllegalArgumentException("No field, parameter or superclass has a type like " + type + ".");
    }
}
