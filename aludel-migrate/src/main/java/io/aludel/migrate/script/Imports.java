// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.util.SortedSet;
import java.util.TreeSet;

/** The imports that a script's text turns out to need. */
final class Imports {
    private final SortedSet<String> statics = new TreeSet<>();
    private final SortedSet<String> types = new TreeSet<>();

    /** The member's simple name, imported statically. */
    String staticOf(Class<?> owner, String member) {
        statics.add(owner.getCanonicalName() + "." + member);
        return member;
    }

    /** The class's simple name, imported where it must be. */
    String type(Class<?> type) {
        if (!type.getPackageName().equals("java.lang")) {
            types.add(type.getCanonicalName());
        }
        return type.getSimpleName();
    }

    /** The import lines, static ones first, each block followed by an empty line. */
    String text() {
        StringBuilder text = new StringBuilder();
        statics.forEach(name -> text.append("import static ").append(name).append(";\n"));
        if (!statics.isEmpty()) {
            text.append('\n');
        }
        types.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append(types.isEmpty() ? "" : "\n").toString();
    }
}
