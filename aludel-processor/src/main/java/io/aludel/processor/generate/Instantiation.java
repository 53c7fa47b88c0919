// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.source.SourceFile;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/**
 * How a companion makes instances: a plain {@code new}, or a {@link MethodHandle} where the constructor is private or declares exceptions.
 */
final class Instantiation {
    static final String CONSTANT = "NEW";

    private enum Way {
        CALL,
        HANDLE,
        NONE
    }

    private final SourceFile file;
    private final String entityName;
    private final String type;
    private final Way way;

    Instantiation(MappedEntity entity, SourceFile file, String type) {
        this.file = file;
        this.entityName = entity.model().entityName();
        this.type = type;
        this.way = way(entity);
    }

    private static Way way(MappedEntity entity) {
        if (entity.type().getModifiers().contains(Modifier.ABSTRACT)) return Way.NONE;
        Optional<ExecutableElement> constructor =
                ElementFilter.constructorsIn(entity.type().getEnclosedElements()).stream()
                        .filter(candidate -> candidate.getParameters().isEmpty())
                        .findFirst();
        return constructor
                .map(found -> found.getModifiers().contains(Modifier.PRIVATE)
                                || !found.getThrownTypes().isEmpty()
                        ? Way.HANDLE
                        : Way.CALL)
                .orElse(Way.NONE);
    }

    void writeConstant() {
        if (way == Way.HANDLE) {
            file.line("private static final " + file.name(MethodHandle.class) + " " + CONSTANT + " = constructor();");
        }
    }

    void writeMethod() {
        file.line("").line("@Override").line("public " + type + " instantiate() {");
        switch (way) {
            case CALL -> file.line("return new " + type + "();");
            case NONE ->
                file.line("throw new UnsupportedOperationException(\"" + entityName
                        + " cannot be made: it is abstract or has no constructor without parameters\");");
            case HANDLE ->
                file.line("try {")
                        .line("return (" + type + ") " + CONSTANT + ".invokeExact();")
                        .line("} catch (RuntimeException | Error e) {")
                        .line("throw e;")
                        .line("} catch (Throwable e) {")
                        .line("throw new IllegalStateException(\"The constructor of " + entityName + " failed\", e);")
                        .line("}");
        }
        file.line("}");
    }

    void writeFinder() {
        if (way != Way.HANDLE) return;
        file.line("")
                .line("private static " + file.name(MethodHandle.class) + " constructor() {")
                .line("try {")
                .line("return " + file.name(MethodHandles.class) + ".privateLookupIn(" + type
                        + ".class, MethodHandles.lookup())")
                .continued(".findConstructor(" + type + ".class, " + file.name(MethodType.class)
                        + ".methodType(void.class));")
                .line("} catch (ReflectiveOperationException e) {")
                .line("throw new ExceptionInInitializerError(e);")
                .line("}")
                .line("}");
    }
}
