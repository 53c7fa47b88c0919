// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement that is one chain of calls, laid out as the Palantir formatter does it, so that a formatter leaves scripts as they are written.
 *
 * @param head what the first method is called on
 */
record JavaChain(String head, List<Call> calls) {
    private static final int WIDTH = 120;
    private static final String CONTINUATION = "        ";

    record Call(String method, List<String> arguments) {
        String text() {
            return method + "(" + String.join(", ", arguments) + ")";
        }
    }

    static JavaChain on(String head) {
        return new JavaChain(head, List.of());
    }

    JavaChain call(String method, String... arguments) {
        return call(method, List.of(arguments));
    }

    JavaChain call(String method, List<String> arguments) {
        List<Call> more = new ArrayList<>(calls);
        more.add(new Call(method, List.copyOf(arguments)));
        return new JavaChain(head, List.copyOf(more));
    }

    /** On one line, whatever its length. */
    String line() {
        StringBuilder line = new StringBuilder(head);
        calls.forEach(call -> line.append('.').append(call.text()));
        return line.append(';').toString();
    }

    /** The lines, each ending in a line feed, indented by as many blanks. */
    String text(int indent) {
        String margin = " ".repeat(indent);
        String line = margin + line();
        if (line.length() <= WIDTH) {
            return line + "\n";
        }
        return calls.size() == 1 ? brokenAtArguments(margin) : brokenAtCalls(margin);
    }

    private String brokenAtCalls(String margin) {
        StringBuilder text = new StringBuilder(margin)
                .append(head)
                .append('.')
                .append(calls.get(0).text());
        for (Call call : calls.subList(1, calls.size())) {
            text.append('\n').append(margin).append(CONTINUATION).append('.').append(call.text());
        }
        return text.append(";\n").toString();
    }

    private String brokenAtArguments(String margin) {
        Call call = calls.get(0);
        String start = margin + head + "." + call.method() + "(\n";
        String inner = margin + CONTINUATION;
        String together = inner + String.join(", ", call.arguments()) + ");\n";
        if (together.length() <= WIDTH + 1) {
            return start + together;
        }
        return start + inner + String.join(",\n" + inner, call.arguments()) + ");\n";
    }
}
