// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import java.util.Collection;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Finds classes that name types which are not there: misspelled, or yet to be written by another processor. */
final class Unresolved extends SimpleTypeVisitor14<Boolean, Void> {
    Unresolved() {
        super(false);
    }

    /** Whether a field or a superclass of the class, or of one of its superclasses, has such a type. */
    boolean isIn(TypeElement type) {
        if (type.getSuperclass().accept(this, null)) return true;
        Stream<TypeMirror> types = Stream.of(
                        ElementFilter.fieldsIn(type.getEnclosedElements()), type.getRecordComponents())
                .flatMap(Collection::stream)
                .map(Element::asType);
        return types.anyMatch(field -> field.accept(this, null))
                || type.getSuperclass() instanceof DeclaredType superclass
                        && isIn((TypeElement) superclass.asElement());
    }

    @Override
    public Boolean visitError(ErrorType type, Void none) {
        return true;
    }

    @Override
    public Boolean visitArray(ArrayType type, Void none) {
        return type.getComponentType().accept(this, none);
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void none) {
        return type.getTypeArguments().stream().anyMatch(argument -> argument.accept(this, none));
    }
}
