// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.SortedSet;
import java.util.TreeSet;

/** The imports that a source's text turns out to need. */
final class Imports {
    private final SortedSet<String> types = new TreeSet<>();

    /** The simple name of a class, which is imported where it must be. A name without dots is in the same package. */
    String type(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && !name.startsWith("java.lang.")) {
            types.add(name);
        }
        return name.substring(dot + 1);
    }

    /** The lines, followed by an empty one; nothing if there are none. */
    String text() {
        StringBuilder text = new StringBuilder();
        types.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append(types.isEmpty() ? "" : "\n").toString();
    }
}
