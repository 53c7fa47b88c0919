// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a script: a chain of calls, or a call that takes a lambda with a line for each part.
 *
 * @param parameter the lambda's parameter, null where there is no lambda
 * @param lines what the lambda does
 */
record JavaBlock(JavaChain start, @Nullable String parameter, List<JavaChain> lines) {
    static JavaBlock of(JavaChain chain) {
        return new JavaBlock(chain, null, List.of());
    }

    String text(int indent) {
        if (parameter == null) {
            return start.text(indent);
        }
        String opening = start.line();
        StringBuilder text = new StringBuilder(" ".repeat(indent));
        text.append(opening, 0, opening.length() - ");".length())
                .append(", ")
                .append(parameter)
                .append(" -> {\n");
        lines.forEach(line -> text.append(line.text(indent + 4)));
        return text.append(" ".repeat(indent)).append("});\n").toString();
    }

    /** The same on as many lines as there are statements, whatever the width: what checksums are made of. */
    String unwrapped() {
        StringBuilder text = new StringBuilder(start.line()).append('\n');
        lines.forEach(line -> text.append(line.line()).append('\n'));
        return text.toString();
    }
}
