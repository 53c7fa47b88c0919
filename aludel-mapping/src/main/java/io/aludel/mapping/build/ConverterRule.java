// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.convert.BasicTypes;
import io.aludel.mapping.model.ConverterModel;
import io.aludel.mapping.model.Storage;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceClass;
import io.aludel.mapping.source.SourceField;
import io.aludel.mapping.source.SourceMethod;
import io.aludel.mapping.source.SourceModifier;
import io.aludel.mapping.source.SourceType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute with {@code @Convert(converter = …)}. */
final class ConverterRule {
    private static final String TO_COLUMN = "convertToDatabaseColumn";

    private final EntityDraft draft;
    private final SourceField field;

    ConverterRule(EntityDraft draft, SourceField field) {
        this.draft = draft;
        this.field = field;
    }

    /** The converter; null, and reported, if it cannot be used. */
    @Nullable
    ConverterModel read(SourceAnnotation convert) {
        String name = convert.className("converter");
        if (!convert.text("attributeName").isEmpty()) {
            return refused("@Convert(attributeName = …) is for embedded attributes, which are not supported yet.");
        }
        Optional<SourceClass> found = draft.rules.classes().find(name);
        if (found.isEmpty() || name.equals("jakarta.persistence.AttributeConverter")) {
            return refused("@Convert names no converter; write @Convert(converter = …).");
        }
        SourceClass converter = found.get();
        if (!canBeMade(converter)) {
            return refused(
                    "The converter " + converter.simpleName()
                            + " cannot be made; it must be a class of its own, not abstract, with a constructor without parameters.");
        }
        Optional<SourceMethod> method = converter.methods().stream()
                .filter(candidate -> candidate.name().equals(TO_COLUMN)
                        && candidate.parameters().size() == 1
                        && !candidate.modifiers().contains(SourceModifier.STATIC))
                .findFirst();
        if (method.isEmpty()) {
            return refused("The converter " + converter.simpleName() + " has no method " + TO_COLUMN
                    + " of its own; implement AttributeConverter in it.");
        }
        return checked(converter, method.get());
    }

    private static boolean canBeMade(SourceClass converter) {
        boolean constructed = converter.constructors().isEmpty()
                || converter.constructors().stream()
                        .anyMatch(candidate -> candidate.parameters().isEmpty());
        return converter.kind() == SourceClass.Kind.CLASS
                && !converter.is(SourceModifier.ABSTRACT)
                && List.of(SourceClass.Nesting.TOP_LEVEL, SourceClass.Nesting.STATIC)
                        .contains(converter.nesting())
                && constructed;
    }

    private @Nullable ConverterModel checked(SourceClass converter, SourceMethod method) {
        SourceType takes = method.parameters().get(0);
        if (!takes.name().equals(boxed(field.type().name()))) {
            return refused("The converter " + converter.simpleName() + " takes a " + takes + ", and the attribute is a "
                    + field.type() + ".");
        }
        String stored = method.returnType().name();
        boolean basic = BasicTypes.storage(stored).equals(Optional.of(Storage.BASIC));
        return basic
                ? new ConverterModel(converter.name(), stored)
                : refused("The converter " + converter.simpleName() + " makes a " + method.returnType()
                        + ", which no column holds; make a String, a number, bytes, a date or a time of it.");
    }

    private static String boxed(String type) {
        return switch (type) {
            case "boolean" -> "java.lang.Boolean";
            case "byte" -> "java.lang.Byte";
            case "short" -> "java.lang.Short";
            case "char" -> "java.lang.Character";
            case "int" -> "java.lang.Integer";
            case "long" -> "java.lang.Long";
            case "float" -> "java.lang.Float";
            case "double" -> "java.lang.Double";
            default -> type;
        };
    }

    private @Nullable ConverterModel refused(String why) {
        draft.error(MappingCode.CONTRADICTION, field.name(), why);
        return null;
    }
}
