// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Reversal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a revision as Java source, in the layout of the Palantir formatter. The same revision always gives the same text.
 *
 * @param packageName the package of the scripts; empty for none
 * @param header what each file begins with, such as a licence line; empty for nothing
 */
public record ScriptWriter(String packageName, String header) {
    private static final int WIDTH = 120;
    private static final int INDENT = 8;

    public String write(NewScript script) {
        Imports imports = new Imports();
        String type = type(script, imports);
        StringBuilder text = new StringBuilder();
        if (!header.isBlank()) {
            text.append(header.strip()).append('\n');
        }
        if (!packageName.isBlank()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        return text.append(imports.text()).append(type).toString();
    }

    private static String type(NewScript script, Imports imports) {
        return javadoc(script.message()) + "@" + imports.type(Revision.class) + annotation(script) + "\n"
                + "public final class " + script.className() + " implements " + imports.type(Migration.class) + " {\n"
                + method("up", up(script, imports), imports) + "\n"
                + method("down", down(script, imports), imports) + "}\n";
    }

    private static String annotation(NewScript script) {
        RevisionNode node = script.node();
        List<String> elements = new ArrayList<>();
        elements.add("id = " + JavaLiteral.quoted(node.id()));
        element("parent", node.parents(), elements);
        element("labels", node.labels(), elements);
        element("dependsOn", node.dependsOn(), elements);
        element("replaces", node.replaces(), elements);
        String line = "(" + String.join(", ", elements) + ")";
        boolean onOneLine = !line.contains("{") && "@Revision".length() + line.length() <= WIDTH;
        return onOneLine ? line : "(\n        " + String.join(",\n        ", elements) + ")";
    }

    private static void element(String name, List<String> values, List<String> elements) {
        List<String> quoted = values.stream().map(JavaLiteral::quoted).toList();
        if (!quoted.isEmpty()) {
            elements.add(name + " = " + (quoted.size() == 1 ? quoted.get(0) : "{" + String.join(", ", quoted) + "}"));
        }
    }

    private static String method(String name, String body, Imports imports) {
        String start = "    @Override\n    public void " + name + "(" + imports.type(Operations.class) + " op) {";
        return body.isEmpty() ? start + "}\n" : start + "\n" + body + "    }\n";
    }

    private static String up(NewScript script, Imports imports) {
        if (script.operations().isEmpty() && script.parents().size() > 1) {
            return "        // Nothing to do: this revision only joins its parents.\n";
        }
        if (script.operations().isEmpty()) {
            return "        // Empty: write here what this revision does, and in down() what undoes it.\n";
        }
        OperationPrinter printer = new OperationPrinter(imports);
        return script.operations().stream()
                .map(operation -> loss(operation) + printer.print(operation).text(INDENT))
                .collect(Collectors.joining());
    }

    /** What may be lost is said where it is done, so that whoever reads the script sees it. */
    private static String loss(Operation operation) {
        return operation.loss().map(ScriptWriter::comment).orElse("");
    }

    /** On as many lines as it takes; names may be long, and hold what ends a line. */
    private static String comment(String text) {
        String margin = " ".repeat(INDENT) + "//";
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(margin);
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > margin.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(margin);
            }
            line.append(' ').append(word.replace("\\u", "\\ u"));
        }
        return lines.append(line).append('\n').toString();
    }

    private static String down(NewScript script, Imports imports) {
        NewScript.Down down = script.down();
        if (down instanceof NewScript.Down.Given given) {
            return statements(given.operations(), imports);
        }
        return down instanceof NewScript.Down.None none
                ? irreversible(none.reason())
                : undoing(((NewScript.Down.Undoing) down).operations(), imports);
    }

    private static String undoing(List<Operation> operations, Imports imports) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : operations) {
            Reversal reversal = operation.reverse();
            if (reversal instanceof Reversal.Impossible impossible) {
                return irreversible(impossible.reason());
            }
            reversed.add(((Reversal.By) reversal).operation());
        }
        Collections.reverse(reversed);
        return statements(reversed, imports);
    }

    private static String irreversible(String reason) {
        return JavaChain.word("op")
                .call("irreversible", JavaLiteral.quoted(reason))
                .statement(INDENT);
    }

    private static String statements(List<Operation> operations, Imports imports) {
        OperationPrinter printer = new OperationPrinter(imports);
        return operations.stream()
                .map(operation -> printer.print(operation).text(INDENT))
                .collect(Collectors.joining());
    }

    private static String javadoc(String message) {
        if (message.isEmpty()) {
            return "";
        }
        String sentence = Message.toJavadoc(message);
        String line = "/** " + sentence + " */";
        return line.length() <= WIDTH ? line + "\n" : "/**\n * " + sentence + "\n */\n";
    }
}
