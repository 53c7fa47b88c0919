// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.source.SourceFile;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/**
 * How a companion makes instances: a plain {@code new}, or a {@link MethodHandle} where the constructor is private or declares exceptions.
 */
final class Instantiation {
    static final String CONSTANT = "NEW";

    private final SourceFile file;
    private final String entityName;
    private final String type;
    private final boolean isCallable;

    Instantiation(MappedEntity entity, SourceFile file, String type) {
        this.file = file;
        this.entityName = entity.model().entityName();
        this.type = type;
        this.isCallable = isCallable(entity);
    }

    /** The mapping has made sure that there is a constructor without parameters. */
    private static boolean isCallable(MappedEntity entity) {
        return ElementFilter.constructorsIn(entity.type().getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .allMatch(constructor -> constructor.getThrownTypes().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    void writeConstant() {
        if (!isCallable) {
            file.line("private static final " + file.name(MethodHandle.class) + " " + CONSTANT + " = constructor();");
        }
    }

    void writeMethod() {
        file.line("").line("@Override").line("public " + type + " instantiate() {");
        if (isCallable) {
            file.line("return new " + type + "();");
        } else {
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
        if (isCallable) return;
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
