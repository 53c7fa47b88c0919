// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.Expr;
import io.aludel.core.query.Projection;
import io.aludel.core.query.Selection;
import io.aludel.core.type.RowReader;
import io.aludel.mapping.access.Generated;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/** Writes the factory of a record that queries make, {@code QRating.of(…)}. */
public final class ProjectionClass {
    private final Generation generation;
    private final TypeElement type;
    private final SourceFile file;
    private final TypeText types;

    public ProjectionClass(Generation generation, TypeElement type) {
        this.generation = generation;
        this.type = type;
        this.file = generation.fileBeside(type);
        this.types = new TypeText(file);
    }

    public GeneratedClass write() {
        String name = generation.names().queryClass(type);
        String projected = types.of(type);
        file.line("/** Selects {@link " + projected + "}s. */")
                .line("@" + file.name(Generated.class))
                .line(Generation.NO_WARNINGS)
                .line(Generation.visibility(type) + "final class " + name + " {")
                .line("private " + name + "() {}");
        factory(projected);
        construction(projected);
        if (isOfColumns()) reading(projected);
        file.line("}");
        return GeneratedClass.of(generation.packageOf(type), name, file.text());
    }

    private void factory(String projected) {
        String name = generation.names().queryClass(type);
        String parameters = components().stream()
                .map(component -> selection(component) + " " + component.getSimpleName())
                .collect(Collectors.joining(", "));
        String parts = components().stream()
                .map(component -> component.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        file.line("")
                .line("public static " + file.name(Selection.class) + "<" + projected + "> of(" + parameters + ") {")
                .line("return new " + file.name(Projection.class) + "<>(" + file.name(List.class) + ".of(" + parts
                        + "), " + name + "::make" + (isOfColumns() ? ", " + name + "::read);" : ");"))
                .line("}");
    }

    /** An expression for a value, a path for an entity, and for a record that is a projection itself the selection of it. */
    private String selection(RecordComponentElement component) {
        return file.name(kind(component)) + "<" + types.of(boxed(component)) + ">";
    }

    private Class<?> kind(RecordComponentElement component) {
        if (generation.types().asElement(boxed(component)) instanceof TypeElement element) {
            if (element.getAnnotation(io.aludel.mapping.annotation.Projection.class) != null) return Selection.class;
            if (element.getAnnotation(Entity.class) != null) return EntityPath.class;
        }
        return Expr.class;
    }

    private boolean isOfColumns() {
        return components().stream().allMatch(component -> kind(component) == Expr.class);
    }

    private void construction(String projected) {
        List<? extends RecordComponentElement> components = components();
        file.line("").line("private static " + projected + " make(Object[] values) {");
        file.line("return new " + projected + "(");
        for (int i = 0; i < components.size(); i++) {
            file.continued(argument(components.get(i), i) + (i == components.size() - 1 ? ");" : ","));
        }
        file.line("}");
    }

    private String argument(RecordComponentElement component, int at) {
        return cast(component, "values[" + at + "]");
    }

    /** What is null, although it must not be, is told by its name. */
    private String cast(RecordComponentElement component, String given) {
        String value = given;
        if (component.asType().getKind().isPrimitive()) {
            value = file.name(Objects.class) + ".requireNonNull(" + value + ", \"" + type.getSimpleName() + "."
                    + component.getSimpleName() + " is a primitive, but the query gave NULL; make it "
                    + types.of(boxed(component)) + "\")";
        }
        return "(" + types.of(component.asType()) + ") " + value;
    }

    private void reading(String projected) {
        List<? extends RecordComponentElement> components = components();
        file.line("").line("private static " + projected + " read(" + file.name(RowReader.class) + " row) {");
        file.line("return new " + projected + "(");
        for (int i = 0; i < components.size(); i++) {
            file.continued(column(components.get(i), i) + (i == components.size() - 1 ? ");" : ","));
        }
        file.line("}");
    }

    private String column(RecordComponentElement component, int at) {
        return switch (component.asType().getKind()) {
            case BOOLEAN -> "row.getBoolean(" + at + ")";
            case SHORT -> "row.getShort(" + at + ")";
            case INT -> "row.getInt(" + at + ")";
            case LONG -> "row.getLong(" + at + ")";
            case FLOAT -> "row.getFloat(" + at + ")";
            case DOUBLE -> "row.getDouble(" + at + ")";
            default -> cast(component, "row.get(" + at + ")");
        };
    }

    private TypeMirror boxed(RecordComponentElement component) {
        TypeMirror declared = component.asType();
        return declared.getKind().isPrimitive()
                ? generation.types().boxedClass((PrimitiveType) declared).asType()
                : declared;
    }

    private List<? extends RecordComponentElement> components() {
        return type.getRecordComponents();
    }
}
