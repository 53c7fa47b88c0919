// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That something was renamed, as somebody says it: {@code pet:animal} is a table, {@code pet.name:pet.title} a column. Schemas stand before tables
 * where they have one. Of a column's former table either name may be given, if that was renamed, too.
 *
 * @param from the parts of the former name
 * @param to the parts of the name as it is in the model
 */
public record Renaming(List<String> from, List<String> to) {
    private static final String SPECIAL = ".:\"";

    public Renaming {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /**
     * Reads {@code old:new}. A part that has a dot, a colon or a double quote in it stands in double quotes, and double quotes in it are doubled.
     *
     * @throws MigrationException if it is not written so
     */
    public static Renaming parse(String text) {
        List<List<String>> names = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && text.startsWith("\"", i + 1)) {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == '.' || c == ':')) {
                end(names, part);
                if (c == ':') {
                    names.add(new ArrayList<>());
                }
            } else {
                part.append(c);
            }
        }
        end(names, part);
        boolean whole = names.stream().allMatch(name -> name.stream().noneMatch(String::isBlank));
        if (quoted
                || names.size() != 2
                || !whole
                || names.get(0).size() != names.get(1).size()
                || names.get(0).size() > 3) {
            throw new MigrationException(
                    "MIG-051",
                    "\"" + text
                            + "\" names no renaming. Write it as old:new, for a table \"pet:animal\", for a column"
                            + " \"pet.name:pet.title\", with the schema before it where there is one.");
        }
        return new Renaming(names.get(0), names.get(1));
    }

    private static void end(List<List<String>> names, StringBuilder part) {
        names.get(names.size() - 1).add(part.toString());
        part.setLength(0);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return written(from) + ":" + written(to);
    }

    private static String written(List<String> parts) {
        return parts.stream().map(Renaming::written).collect(Collectors.joining("."));
    }

    private static String written(String part) {
        return part.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0) ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
