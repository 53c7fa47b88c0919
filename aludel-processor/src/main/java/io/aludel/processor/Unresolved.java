// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
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
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> field.asType().accept(this, null))
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
