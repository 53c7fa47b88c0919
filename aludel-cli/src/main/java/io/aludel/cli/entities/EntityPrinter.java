// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.cli.entities.EntityOptions.Accessors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plans as Java sources, in the layout of the Palantir formatter. The same plan always gives the same text. */
final class EntityPrinter {
    private static final Pattern CLASS = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)*");

    private final EntityOptions options;

    EntityPrinter(EntityOptions options) {
        this.options = options;
    }

    SourceText print(EntityPlan entity) {
        Imports imports = new Imports();
        StringBuilder body = new StringBuilder();
        for (Annotation annotation : entity.annotations()) {
            body.append(annotation.print(0, imports)).append('\n');
        }
        body.append("public class ").append(entity.className()).append(" {\n");
        List<String> parts = new ArrayList<>();
        entity.members().forEach(member -> parts.add(field(member, imports)));
        entity.members().forEach(member -> accessors(member, parts, imports));
        return source(
                entity.className(),
                imports,
                body.append(String.join("\n", parts)).append("}\n"));
    }

    private String field(Member member, Imports imports) {
        StringBuilder text = new StringBuilder();
        for (Annotation annotation : member.annotations()) {
            text.append("    ").append(annotation.print(4, imports)).append('\n');
        }
        text.append("    private ").append(type(member, imports)).append(' ').append(member.name());
        if (member.collection()) {
            text.append(" = new ").append(imports.type("java.util.ArrayList")).append("<>()");
        }
        return text.append(";\n").toString();
    }

    private void accessors(Member member, List<String> parts, Imports imports) {
        String type = type(member, imports);
        parts.add("    public " + type + " " + getter(member) + "() {\n        return " + member.name() + ";\n    }\n");
        if (!member.readOnly()) {
            parts.add("    public void " + setter(member) + "(" + type + " " + member.name() + ") {\n        this."
                    + member.name() + " = " + member.name() + ";\n    }\n");
        }
    }

    private String getter(Member member) {
        if (options.accessors() == Accessors.PLAIN) {
            return member.name();
        }
        return (member.type().equals("boolean") ? "is" : "get") + JavaNames.capitalised(member.name());
    }

    private String setter(Member member) {
        return options.accessors() == Accessors.PLAIN ? member.name() : "set" + JavaNames.capitalised(member.name());
    }

    private static String type(Member member, Imports imports) {
        return CLASS.matcher(member.type()).replaceAll(found -> Matcher.quoteReplacement(imports.type(found.group())));
    }

    SourceText print(EnumPlan type) {
        Imports imports = new Imports();
        Annotation said = Persistence.ours("DatabaseEnum")
                .withText("name", SqlWords.element(type.type().name().name()));
        if (type.type().name().schema() != null) {
            said = said.withText("schema", type.type().name().schema());
        }
        if (type.hasValues()) {
            said = said.withTexts("labels", List.copyOf(type.constants().values()));
        }
        StringBuilder body = new StringBuilder(said.print(0, imports))
                .append("\npublic enum ")
                .append(type.className())
                .append(" {\n");
        body.append(type.hasValues() ? withValues(type, imports) : constants(type));
        return source(type.className(), imports, body.append("}\n"));
    }

    private static String constants(EnumPlan type) {
        return type.constants().keySet().stream().collect(Collectors.joining(",\n    ", "    ", "\n"));
    }

    private static String withValues(EnumPlan type, Imports imports) {
        String constants = type.constants().entrySet().stream()
                .map(EntityPrinter::constant)
                .collect(Collectors.joining(",\n    ", "    ", ";\n\n"));
        return constants + "    @" + imports.type("jakarta.persistence.EnumeratedValue")
                + "\n    private final String value;\n\n    " + type.className()
                + "(String value) {\n        this.value = value;\n    }\n\n"
                + "    public String value() {\n        return value;\n    }\n";
    }

    private static String constant(Map.Entry<String, String> constant) {
        return constant.getKey() + "(" + JavaText.quoted(constant.getValue()) + ")";
    }

    private SourceText source(String className, Imports imports, CharSequence body) {
        String start = options.packageName().isEmpty() ? "" : "package " + options.packageName() + ";\n\n";
        return new SourceText(className, start + imports.text() + body);
    }
}
