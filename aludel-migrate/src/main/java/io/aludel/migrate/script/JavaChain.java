// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An expression of Java that is a chain of calls ({@code column("value").between(1, 12)}), or a word without any. It is laid out as the
 * Palantir formatter does it, so that the formatter leaves scripts as they are written: on one line if it fits and its last dot stands
 * before column 80; else a line for each dot, or where there is but one, for the arguments.
 *
 * @param start a name, or a call without an owner
 * @param calls what is called on it, in order
 */
record JavaChain(Call start, List<Call> calls) {
    private static final int WIDTH = 120;
    private static final int LAST_DOT = 80;
    private static final int CONTINUATION = 8;

    /**
     * A call.
     *
     * @param isName only a name or a literal, without parentheses
     */
    record Call(String method, List<JavaChain> arguments, boolean isName) {
        String flat() {
            return isName ? method : method + "(" + flatArguments() + ")";
        }

        String flatArguments() {
            return arguments.stream().map(JavaChain::flat).collect(Collectors.joining(", "));
        }
    }

    /** A name or a literal. */
    static JavaChain word(String text) {
        return new JavaChain(new Call(text, List.of(), true), List.of());
    }

    static List<JavaChain> words(List<String> texts) {
        return texts.stream().map(JavaChain::word).toList();
    }

    /** A call without an owner. */
    static JavaChain function(String name, List<JavaChain> arguments) {
        return new JavaChain(new Call(name, List.copyOf(arguments), false), List.of());
    }

    JavaChain call(String method, String... arguments) {
        return call(method, words(List.of(arguments)));
    }

    JavaChain call(String method, List<JavaChain> arguments) {
        List<Call> more = new ArrayList<>(calls);
        more.add(new Call(method, List.copyOf(arguments), false));
        return new JavaChain(start, List.copyOf(more));
    }

    /** The same calls under other names. */
    JavaChain renamed(UnaryOperator<String> name) {
        return new JavaChain(
                start,
                calls.stream()
                        .map(call -> new Call(name.apply(call.method), call.arguments, call.isName))
                        .toList());
    }

    /** On one line, whatever its length. */
    String flat() {
        StringBuilder text = new StringBuilder(start.flat());
        calls.forEach(call -> text.append('.').append(call.flat()));
        return text.toString();
    }

    /** As a statement: its lines, indented by that many blanks. */
    String statement(int indent) {
        return " ".repeat(indent) + laidOut(indent, indent, 1) + ";\n";
    }

    /**
     * The text from this column on.
     *
     * @param indent of the line that it begins on
     * @param after how many characters must still fit behind it
     */
    private String laidOut(int indent, int column, int after) {
        if (fits(column, after)) {
            return flat();
        }
        if (calls.isEmpty()) {
            return start.isName ? start.method : broken(start, indent, column);
        }
        if (calls.size() == 1 && start.isName) {
            String owner = start.method + ".";
            return owner + broken(calls.get(0), indent, column + owner.length());
        }
        int inner = indent + CONTINUATION;
        StringBuilder text = new StringBuilder(start.flat());
        for (int i = 0; i < calls.size(); i++) {
            boolean besideName = i == 0 && start.isName;
            text.append(besideName ? "" : "\n" + " ".repeat(inner)).append('.');
            int at = besideName ? column + start.method.length() + 1 : inner + 1;
            text.append(segment(calls.get(i), inner, at, i == calls.size() - 1 ? after : 0));
        }
        return text.toString();
    }

    private static String segment(Call call, int indent, int column, int after) {
        JavaChain alone = new JavaChain(call, List.of());
        return alone.fits(column, after) ? alone.flat() : broken(call, indent, column);
    }

    /** A call whose arguments do not stay on its line. A single one that is a chain begins on it nevertheless. */
    private static String broken(Call call, int indent, int column) {
        List<JavaChain> arguments = call.arguments;
        if (arguments.size() == 1 && !arguments.get(0).calls.isEmpty()) {
            return call.method + "(" + arguments.get(0).laidOut(indent, column + call.method.length() + 1, 1) + ")";
        }
        int inner = indent + CONTINUATION;
        String margin = "\n" + " ".repeat(inner);
        boolean together = new JavaChain(new Call("", arguments, false), List.of()).fits(inner - 1, 1);
        if (together) {
            return call.method + "(" + margin + call.flatArguments() + ")";
        }
        return call.method + "("
                + arguments.stream()
                        .map(argument -> margin + argument.laidOut(inner, inner, 1))
                        .collect(Collectors.joining(","))
                + ")";
    }

    private boolean fits(int column, int after) {
        return column + flat().length() + after <= WIDTH && dotsAreEarly(column);
    }

    private boolean dotsAreEarly(int column) {
        if (!dotsAreEarly(start, column)) {
            return false;
        }
        int at = column + start.flat().length();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (i == calls.size() - 1 && at > LAST_DOT || !dotsAreEarly(call, at + 1)) {
                return false;
            }
            at += 1 + call.flat().length();
        }
        return true;
    }

    private static boolean dotsAreEarly(Call call, int column) {
        int at = column + call.method.length() + 1;
        for (JavaChain argument : call.arguments) {
            if (!argument.dotsAreEarly(at)) {
                return false;
            }
            at += argument.flat().length() + ", ".length();
        }
        return true;
    }
}
