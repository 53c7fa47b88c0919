// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.mapping.access.Generated;
import io.aludel.mapping.access.LazyReference;
import io.aludel.mapping.access.ReferenceLoader;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.lazy.LazyPlan;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;

/** Writes an entity's lazy reference, {@code Student__Lazy}: a subclass that loads itself, and from then on is the entity. */
public final class LazyReferenceClass {
    private final Generation generation;
    private final MappedEntity entity;
    private final SourceFile file;
    private final TypeText types;
    private final String name;

    public LazyReferenceClass(Generation generation, MappedEntity entity) {
        this.generation = generation;
        this.entity = entity;
        this.file = generation.fileBeside(entity.type());
        this.types = new TypeText(file);
        this.name = generation.names().lazyReference(entity.type());
    }

    public GeneratedClass write(LazyPlan plan) {
        head();
        loader();
        loading();
        plan.overridden().forEach(this::method);
        file.line("}");
        return GeneratedClass.of(generation.packageOf(entity.type()), name, file.text());
    }

    private void head() {
        String type = types.of(entity.type());
        file.line("/** A {@link " + type
                        + "} of which only the identifier is known, until another method is called. */")
                .line("@" + file.name(Generated.class))
                .line(Generation.NO_WARNINGS)
                .line("final class " + name + " extends " + type + " implements " + file.name(LazyReference.class)
                        + " {")
                .line("private transient " + file.name(ReferenceLoader.class) + " aludelLoader;");
    }

    private void loader() {
        String loader = file.name(ReferenceLoader.class);
        file.line("")
                .line("@Override")
                .line("public " + loader + " aludelLoader() {")
                .line("return aludelLoader;")
                .line("}")
                .line("")
                .line("@Override")
                .line("public void aludelLoader(" + loader + " loader) {")
                .line("aludelLoader = loader;")
                .line("}");
    }

    /** The check is so short that it is inlined everywhere; what is done once is out of its way. */
    private void loading() {
        file.line("")
                .line("private void aludelLoad() {")
                .line("if (aludelLoader != null) aludelLoadNow();")
                .line("}")
                .line("")
                .line("private void aludelLoadNow() {")
                .line(file.name(ReferenceLoader.class) + " loader = aludelLoader;")
                .line("aludelLoader = null;")
                .line("try {")
                .line("loader.load(this);")
                .line("} catch (Throwable e) {")
                .line("aludelLoader = loader;")
                .line("throw e;")
                .line("}")
                .line("}");
    }

    private void method(ExecutableElement method) {
        ExecutableType signature = (ExecutableType)
                generation.types().asMemberOf((DeclaredType) entity.type().asType(), method);
        boolean isVoid = signature.getReturnType().getKind() == TypeKind.VOID;
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        file.line("")
                .line("@Override")
                .line(visibility(method) + types.parameters(signature.getTypeVariables())
                        + types.of(signature.getReturnType()) + " " + method.getSimpleName() + "("
                        + parameters(method, signature) + ")" + exceptions(signature) + " {")
                .line("aludelLoad();")
                .line((isVoid ? "" : "return ") + "super." + method.getSimpleName() + "(" + arguments + ");")
                .line("}");
    }

    private String parameters(ExecutableElement method, ExecutableType signature) {
        List<? extends VariableElement> parameters = method.getParameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> {
                    String type = types.of(signature.getParameterTypes().get(i));
                    boolean isVariable = method.isVarArgs() && i == parameters.size() - 1;
                    return (isVariable ? type.substring(0, type.length() - "[]".length()) + "..." : type) + " "
                            + parameters.get(i).getSimpleName();
                })
                .collect(Collectors.joining(", "));
    }

    private String exceptions(ExecutableType signature) {
        return signature.getThrownTypes().isEmpty()
                ? ""
                : signature.getThrownTypes().stream().map(types::of).collect(Collectors.joining(", ", " throws ", ""));
    }

    private static String visibility(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PUBLIC)) return "public ";
        return method.getModifiers().contains(Modifier.PROTECTED) ? "protected " : "";
    }
}
