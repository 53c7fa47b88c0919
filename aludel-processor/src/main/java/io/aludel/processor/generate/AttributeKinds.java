// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import io.aludel.core.query.Bool;
import io.aludel.core.query.DecimalNum;
import io.aludel.core.query.DoubleNum;
import io.aludel.core.query.FloatNum;
import io.aludel.core.query.IntNum;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Plain;
import io.aludel.core.query.ShortNum;
import io.aludel.core.query.Span;
import io.aludel.core.query.Text;
import io.aludel.core.query.Time;
import io.aludel.processor.entity.MappedField;
import io.aludel.processor.source.SourceFile;
import io.aludel.processor.source.TypeText;
import java.time.temporal.Temporal;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Chooses for each attribute of a query class what can be done with it: text, number, time, or only comparison for equality. */
record AttributeKinds(Generation generation, SourceFile file, TypeText types) {
    /** {@code public final Text fullName = text("fullName");}. */
    String declaration(MappedField attribute) {
        TypeMirror type = generation.boxed(attribute.type());
        if (isConverted(attribute)) {
            return typed(Plain.class, "plain", attribute, type);
        }
        return switch (generation.nameOf(type)) {
            case "java.lang.String" -> declaration(Text.class, "text", attribute);
            case "java.lang.Boolean" -> declaration(Bool.class, "bool", attribute);
            case "java.lang.Short" -> declaration(ShortNum.class, "shortNumber", attribute);
            case "java.lang.Integer" -> declaration(IntNum.class, "integer", attribute);
            case "java.lang.Long" -> declaration(LongNum.class, "longNumber", attribute);
            case "java.lang.Float" -> declaration(FloatNum.class, "floatNumber", attribute);
            case "java.lang.Double" -> declaration(DoubleNum.class, "doubleNumber", attribute);
            case "java.math.BigDecimal" -> declaration(DecimalNum.class, "decimal", attribute);
            case "java.time.Duration" -> declaration(Span.class, "span", attribute);
            case "java.util.List" -> list(attribute, (DeclaredType) attribute.type());
            default ->
                isTime(type)
                        ? typed(Time.class, "time", attribute, type)
                        : typed(Plain.class, "plain", attribute, type);
        };
    }

    /** What a converter of the user's makes of a value may be anything. */
    private static boolean isConverted(MappedField attribute) {
        return attribute.element().getAnnotationMirrors().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("jakarta.persistence.Convert"));
    }

    private boolean isTime(TypeMirror type) {
        return generation
                .types()
                .isAssignable(
                        type,
                        generation
                                .elements()
                                .getTypeElement(Temporal.class.getName())
                                .asType());
    }

    private String declaration(Class<?> kind, String factory, MappedField attribute) {
        return "public final " + file.name(kind) + " " + attribute.name() + " = " + factory + "(\"" + attribute.name()
                + "\");";
    }

    private String list(MappedField attribute, DeclaredType type) {
        String element = types.of(type.getTypeArguments().get(0));
        return "public final " + file.name(Plain.class) + "<" + file.name(List.class) + "<" + element + ">> "
                + attribute.name() + " = list(\"" + attribute.name() + "\", " + element + ".class);";
    }

    private String typed(Class<?> kind, String factory, MappedField attribute, TypeMirror type) {
        String text = types.of(type);
        return "public final " + file.name(kind) + "<" + text + "> " + attribute.name() + " = " + factory + "(\""
                + attribute.name() + "\", " + text + ".class);";
    }
}
