// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An annotation that is to be printed, in the layout of the Palantir formatter: on one line where it fits, else a line for each element.
 *
 * @param type its name, with its package
 * @param elements what stands between the brackets
 */
record Annotation(String type, List<Element> elements) {
    private static final int WIDTH = 120;
    private static final String VALUE = "value";

    /** {@code name = value}; one that is called {@code value} and is the only one is written without its name. */
    record Element(String name, Value value) {}

    sealed interface Value permits Code, Nested, Many {}

    /** A literal or constant. */
    record Code(Function<Imports, String> text) implements Value {}

    record Nested(Annotation annotation) implements Value {}

    /** Between braces; one alone stands without them. */
    record Many(List<Value> values) implements Value {}

    Annotation {
        elements = List.copyOf(elements);
    }

    static Annotation of(String type) {
        return new Annotation(type, List.of());
    }

    Annotation with(String name, Value value) {
        List<Element> more = new ArrayList<>(elements);
        more.add(new Element(name, value));
        return new Annotation(type, more);
    }

    Annotation withText(String name, String text) {
        return with(name, text(text));
    }

    Annotation withCode(String name, Object code) {
        return with(name, new Code(imports -> String.valueOf(code)));
    }

    /** {@code strategy = GenerationType.IDENTITY}. */
    Annotation withConstant(String name, String type, String constant) {
        return with(name, new Code(imports -> imports.type(type) + "." + constant));
    }

    Annotation withTexts(String name, List<String> texts) {
        return with(name, new Many(texts.stream().map(Annotation::text).toList()));
    }

    Annotation withAll(String name, List<Annotation> annotations) {
        return with(name, new Many(annotations.stream().<Value>map(Nested::new).toList()));
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    private static Value text(String text) {
        return new Code(imports -> JavaText.quoted(text));
    }

    /** The annotation from that column on, further lines indented; without a line end. */
    String print(int column, Imports imports) {
        return print(column, 0, imports);
    }

    /**
     * The same.
     *
     * @param behind how many characters follow on its last line
     */
    private String print(int column, int behind, Imports imports) {
        String flat = flat(imports);
        if (column + flat.length() + behind <= WIDTH && isFlat() || elements.isEmpty()) {
            return flat;
        }
        int inner = column + 8;
        boolean alone = elements.size() == 1 && elements.get(0).name().equals(VALUE);
        if (alone
                && elements.get(0).value() instanceof Many many
                && many.values().size() > 1) {
            return "@" + imports.type(type) + "(" + block(many, column, imports) + ")";
        }
        return elements.stream()
                .map(element -> " ".repeat(inner) + element(element, alone, inner, imports))
                .collect(Collectors.joining(",\n", "@" + imports.type(type) + "(\n", ")"));
    }

    private static String element(Element element, boolean alone, int column, Imports imports) {
        String start = alone ? "" : element.name() + " = ";
        String flat = start + flat(element.value(), imports);
        if (column + flat.length() + 1 <= WIDTH && isFlat(element.value())) {
            return flat;
        }
        if (element.value() instanceof Many many && many.values().size() > 1) {
            return start + block(many, column, imports);
        }
        Value only = element.value() instanceof Many one ? one.values().get(0) : element.value();
        if (only instanceof Nested nested) {
            return alone
                    ? nested.annotation().print(column, 1, imports)
                    : start.stripTrailing() + "\n" + " ".repeat(column + 8)
                            + nested.annotation().print(column + 8, 1, imports);
        }
        return alone ? flat : start.stripTrailing() + "\n" + " ".repeat(column + 8) + flat(only, imports);
    }

    private static String block(Many many, int column, Imports imports) {
        return many.values().stream()
                .map(value -> " ".repeat(column + 4)
                        + (value instanceof Nested nested
                                ? nested.annotation().print(column + 4, 1, imports)
                                : flat(value, imports)))
                .collect(Collectors.joining(",\n", "{\n", "\n" + " ".repeat(column) + "}"));
    }

    /** Where there are several elements, the formatter gives a line to each as soon as one of them holds several values. */
    private boolean isFlat() {
        boolean several = elements.size() > 1
                && elements.stream()
                        .anyMatch(element -> element.value() instanceof Many many
                                && many.values().size() > 1);
        return !several && elements.stream().allMatch(element -> isFlat(element.value()));
    }

    private static boolean isFlat(Value value) {
        if (value instanceof Many many) {
            return many.values().stream().allMatch(Annotation::isFlat);
        }
        return !(value instanceof Nested nested) || nested.annotation().isFlat();
    }

    private String flat(Imports imports) {
        if (elements.isEmpty()) {
            return "@" + imports.type(type);
        }
        boolean alone = elements.size() == 1 && elements.get(0).name().equals(VALUE);
        return elements.stream()
                .map(element -> (alone ? "" : element.name() + " = ") + flat(element.value(), imports))
                .collect(Collectors.joining(", ", "@" + imports.type(type) + "(", ")"));
    }

    private static String flat(Value value, Imports imports) {
        if (value instanceof Code code) {
            return code.text().apply(imports);
        }
        if (value instanceof Nested nested) {
            return nested.annotation().flat(imports);
        }
        List<Value> values = ((Many) value).values();
        return values.size() == 1
                ? flat(values.get(0), imports)
                : values.stream().map(one -> flat(one, imports)).collect(Collectors.joining(", ", "{", "}"));
    }
}
