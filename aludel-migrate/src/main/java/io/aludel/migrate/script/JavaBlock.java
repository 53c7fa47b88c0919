// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a script: a chain of calls, or a call that takes a lambda with a line for each part.
 *
 * @param parameter the lambda's parameter, null where there is no lambda
 * @param lines what the lambda does
 */
record JavaBlock(JavaChain start, @Nullable String parameter, List<JavaChain> lines) {
    private static final int WIDTH = 120;

    static JavaBlock of(JavaChain chain) {
        return new JavaBlock(chain, null, List.of());
    }

    String text(int indent) {
        if (parameter == null) {
            return start.statement(indent);
        }
        String flat = start.flat();
        String opening = " ".repeat(indent) + flat.substring(0, flat.length() - 1) + ", " + parameter + " -> {";
        return opening.length() <= WIDTH ? together(opening, indent) : apart(parameter, indent);
    }

    private String together(String opening, int indent) {
        return opening + "\n" + body(indent + 4) + " ".repeat(indent) + "});\n";
    }

    /** Where the first line is too long, the lambda is an argument on a line of its own, as the others are. */
    private String apart(String parameter, int indent) {
        JavaChain.Call call = start.calls().get(start.calls().size() - 1);
        JavaChain owner = new JavaChain(
                start.start(), start.calls().subList(0, start.calls().size() - 1));
        String margin = " ".repeat(indent + 8);
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(indent) + owner.flat() + "." + call.method() + "(");
        call.arguments().forEach(argument -> lines.add(margin + argument.flat() + ","));
        return String.join("\n", lines) + "\n" + margin + parameter + " -> {\n" + body(indent + 12) + margin + "});\n";
    }

    private String body(int indent) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.statement(indent)));
        return text.toString();
    }

    /** The same on one line, within another lambda. */
    String flat() {
        String call = start.flat();
        if (parameter == null) {
            return call + ";";
        }
        StringBuilder text = new StringBuilder(call.substring(0, call.length() - 1));
        text.append(", ").append(parameter).append(" -> { ");
        lines.forEach(line -> text.append(line.flat()).append("; "));
        return text.append("});").toString();
    }

    /** The same on as many lines as there are statements, whatever the width: what checksums are made of. */
    String unwrapped() {
        StringBuilder text = new StringBuilder(start.flat()).append(";\n");
        lines.forEach(line -> text.append(line.flat()).append(";\n"));
        return text.toString();
    }
}
