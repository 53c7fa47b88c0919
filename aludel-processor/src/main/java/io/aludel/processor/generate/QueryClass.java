// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.query.CollectionPath;
import io.aludel.core.query.EntityPath;
import io.aludel.mapping.access.Generated;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.processor.entity.MappedEntity;
import io.aludel.processor.entity.MappedField;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** Writes the class by which queries speak of an entity: {@code QStudent}. */
public final class QueryClass {
    private final Generation generation;
    private final MappedEntity entity;
    private final SourceFile file;
    private final TypeText types;
    private final AttributeKinds kinds;
    private final String name;

    public QueryClass(Generation generation, MappedEntity entity) {
        this.generation = generation;
        this.entity = entity;
        this.file = generation.fileBeside(entity.type());
        this.types = new TypeText(file);
        this.kinds = new AttributeKinds(generation, file, types);
        this.name = generation.names().queryClass(entity.type());
    }

    /**
     * @param targets finds the class of an association's target by binary name
     * @param hasQueryClass whether there is a query class of an association's target, or is going to be; no path leads to others
     */
    public GeneratedClass write(Function<String, TypeElement> targets, Predicate<TypeElement> hasQueryClass) {
        head();
        attributes();
        constructors();
        for (AssociationModel association : entity.model().associations()) {
            TypeElement target = targets.apply(association.target());
            if (!association.isToOne()) {
                toMany(association.name(), target);
            } else if (hasQueryClass.test(target)) {
                toOne(association.name(), target);
            }
        }
        file.line("}");
        return GeneratedClass.of(generation.packageOf(entity.type()), name, file.text());
    }

    private void head() {
        String type = types.of(entity.type());
        String alias = generation.names().alias(entity.type());
        file.line("/** {@link " + type + "} in queries. */")
                .line("@" + file.name(Generated.class))
                .line(Generation.NO_WARNINGS)
                .line(Generation.visibility(entity.type()) + "final class " + name + " extends "
                        + file.name(EntityPath.class) + "<" + type + "> {")
                .line("/** Under the alias {@code " + alias + "}. */")
                .line("public static final " + name + " " + generation.names().constant(entity) + " = new " + name
                        + "(\"" + alias + "\");")
                .line("");
    }

    private void attributes() {
        entity.attributes().forEach(this::attribute);
        file.line("");
    }

    private void attribute(MappedField attribute) {
        file.line(kinds.declaration(attribute));
    }

    private void constructors() {
        String reference = file.name(EntityRef.class);
        file.line("/** Under an alias of its own, for a query that has several of them. */")
                .line("public " + name + "(String alias) {")
                .line("super(new " + reference + ".Root(" + types.of(entity.type()) + ".class, alias));")
                .line("}")
                .line("")
                .line("/** What a path leads to. */")
                .line("public " + name + "(" + reference + " ref) {")
                .line("super(ref);")
                .line("}");
    }

    /** The path is kept: to make it makes all attributes of its target, and a query that is built again compares faster with the same ones. */
    private void toOne(String association, TypeElement target) {
        String path = file.name(
                generation.packageOf(target),
                qualified(generation.packageOf(target), generation.names().queryClass(target)));
        String method = generation.names().pathMethod(association);
        String kept = "$" + method;
        file.line("")
                .line("private " + path + " " + kept + ";")
                .line("")
                .line("public " + path + " " + method + "() {")
                .line(path + " known = " + kept + ";")
                .line("if (known == null) {")
                .line("known = new " + path + "(toOne(\"" + association + "\", " + types.of(target) + ".class));")
                .line(kept + " = known;")
                .line("}")
                .line("return known;")
                .line("}");
    }

    private void toMany(String association, TypeElement target) {
        file.line("")
                .line("public " + file.name(CollectionPath.class) + "<" + types.of(target) + "> "
                        + generation.names().pathMethod(association) + "() {")
                .line("return toMany(\"" + association + "\", " + types.of(target) + ".class);")
                .line("}");
    }

    private static String qualified(String packageName, String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
