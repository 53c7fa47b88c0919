// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A field of an entity that is mapped.
 *
 * @param element the field where it is declared, perhaps in a mapped superclass
 * @param type its type as the entity sees it: in {@code Student extends Numbered<Long>} a field of type {@code K} is a {@code Long}
 * @param declared the type that the virtual machine knows, without type arguments and variables
 */
public record MappedField(String name, VariableElement element, TypeMirror type, TypeMirror declared) {
    public MappedField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(declared, "declared");
    }

    public TypeElement declaringClass() {
        return (TypeElement) element.getEnclosingElement();
    }

    /** The full name of the declared class; empty where it is a primitive or an array. Annotations of the type are not in it. */
    public String declaredName() {
        return declared instanceof DeclaredType type
                ? ((TypeElement) type.asElement()).getQualifiedName().toString()
                : "";
    }

    public boolean isPrimitive() {
        return declared.getKind().isPrimitive();
    }

    public boolean isProtected() {
        return element.getModifiers().contains(Modifier.PROTECTED);
    }
}
