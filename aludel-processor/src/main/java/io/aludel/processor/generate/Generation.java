// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.processor.entity.GeneratedNames;
import io.aludel.processor.source.SourceFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What every writer needs: the names of generated classes, and the compiler's knowledge of elements and types. */
public record Generation(GeneratedNames names, Elements elements, Types types) {
    /** Users may make warnings errors. Eclipse's compiler goes by the first word, javac by the others. */
    static final String NO_WARNINGS = "@SuppressWarnings({\"all\", \"deprecation\", \"overrides\", \"rawtypes\", "
            + "\"removal\", \"serial\", \"unchecked\"})";

    String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /** The class's name with its package; empty if it is no class. Annotations of the type are not in it. */
    String nameOf(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }

    /** A new file in the package of the class for which it is written. */
    SourceFile fileBeside(TypeElement type) {
        PackageElement inPackage = elements.getPackageOf(type);
        String prefix = inPackage.isUnnamed() ? "" : inPackage.getQualifiedName() + ".";
        return new SourceFile(
                inPackage.getQualifiedName().toString(), name -> elements.getTypeElement(prefix + name) != null);
    }

    /** {@code "public "} where the class and those around it are public, otherwise nothing. */
    static String visibility(TypeElement type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) return "";
        }
        return "public ";
    }

    /** The type without type arguments, as a class: {@code Long} of {@code long}. */
    TypeMirror boxed(TypeMirror type) {
        TypeKind kind = type.getKind();
        return kind.isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : types.erasure(type);
    }
}
