// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A Java file in the making. Lines are indented by the braces that they open and close; types are named by {@link #name} and imported
 * where that is possible. The same calls give the same text.
 */
public final class SourceFile {
    private static final String INDENT = "    ";

    private final String packageName;
    private final Predicate<String> isInPackage;
    private final Map<String, String> names = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private int depth;

    /**
     * @param packageName empty for the default package
     * @param isInPackage whether the package has a class of that simple name; it keeps the name for itself
     */
    public SourceFile(String packageName, Predicate<String> isInPackage) {
        this.packageName = packageName;
        this.isInPackage = isInPackage;
    }

    /** The type as this file names it: by its simple name if no other type has that name here, otherwise in full. */
    public String name(Class<?> type) {
        return name(type.getPackageName(), type.getCanonicalName());
    }

    /**
     * As {@link #name(Class)}.
     *
     * @param canonicalName with the names of the enclosing classes, separated by points
     */
    public String name(String typePackage, String canonicalName) {
        if (typePackage.isEmpty()) return canonicalName;
        String inPackage = canonicalName.substring(typePackage.length() + 1);
        int point = inPackage.indexOf('.');
        String top = point < 0 ? inPackage : inPackage.substring(0, point);
        if (typePackage.equals(packageName)) return isTaken(top, typePackage) ? canonicalName : inPackage;
        if (isInPackage.test(top) || isTaken(top, typePackage)) return canonicalName;
        names.put(top, typePackage);
        return inPackage;
    }

    private boolean isTaken(String simpleName, String typePackage) {
        return !names.getOrDefault(simpleName, typePackage).equals(typePackage);
    }

    /** One line; empty for a blank one. */
    public SourceFile line(String text) {
        if (text.startsWith("}")) depth--;
        lines.add(text.isEmpty() ? "" : INDENT.repeat(depth) + text);
        if (text.endsWith("{")) depth++;
        return this;
    }

    /** A line that continues the one before. */
    public SourceFile continued(String text) {
        return line(INDENT.repeat(2) + text);
    }

    /** The file, with what it imports. */
    public String text() {
        StringBuilder text = new StringBuilder("// Written by Aludel's annotation processor.\n");
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n");
        }
        text.append('\n');
        List<String> imports = names.entrySet().stream()
                .filter(entry -> !entry.getValue().equals("java.lang"))
                .map(entry -> entry.getValue() + "." + entry.getKey())
                .sorted()
                .toList();
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        if (!imports.isEmpty()) text.append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
