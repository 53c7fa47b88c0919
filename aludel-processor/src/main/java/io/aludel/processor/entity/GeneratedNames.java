// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.entity;

import io.aludel.mapping.access.Companions;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * What generated classes are called, and what is in them. A class inside another carries the outer one's name: the query class of {@code
 * School.Student} is {@code QSchool_Student}.
 *
 * @param prefix what the names of query classes begin with
 */
public record GeneratedNames(String prefix) {
    /** Methods without parameters that every query class has already. */
    private static final Set<String> METHODS_OF_PATHS = Set.of(
            "ref",
            "isNull",
            "isNotNull",
            "reverse",
            "items",
            "getClass",
            "hashCode",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    public GeneratedNames {
        Objects.requireNonNull(prefix, "prefix");
        if (!SourceVersion.isIdentifier(prefix)) {
            throw new IllegalArgumentException("The option aludel.prefix is \"" + prefix
                    + "\", with which no Java class's name can begin; give letters, such as Q.");
        }
    }

    /** The simple name of the query class of an entity or projection. */
    public String queryClass(TypeElement type) {
        return prefix + nested(type, "_");
    }

    /** The simple name of the entity's companion; run time finds it by the entity's binary name. */
    public String companion(TypeElement entity) {
        return nested(entity, "$") + Companions.SUFFIX;
    }

    /** The simple name of the entity's lazy reference. */
    public String lazyReference(TypeElement entity) {
        return nested(entity, "$") + "__Lazy";
    }

    /** The alias of the entity where a query gives none. */
    public String alias(TypeElement entity) {
        String name = entity.getSimpleName().toString();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The constant that holds the entity under its alias; a keyword, or an attribute of that name, makes it end in an underscore. */
    public String constant(MappedEntity entity) {
        String alias = alias(entity.type());
        boolean isTaken = SourceVersion.isKeyword(alias)
                || entity.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals(alias));
        return isTaken ? alias + "_" : alias;
    }

    /** The method that walks an association; a name that every path has already gets an underscore behind it. */
    public String pathMethod(String association) {
        return METHODS_OF_PATHS.contains(association) ? association + "_" : association;
    }

    private static String nested(TypeElement type, String separator) {
        String name = type.getSimpleName().toString();
        return type.getEnclosingElement() instanceof TypeElement outer
                ? nested(outer, separator) + separator + name
                : name;
    }
}
