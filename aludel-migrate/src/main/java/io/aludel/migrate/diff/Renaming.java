// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.MigrationException;
import java.util.List;

/**
 * That something was renamed, as somebody says it: {@code pet:animal} is a table, {@code pet.name:pet.title} a column. Schemas stand before tables
 * where they have one. Of a column's former table either name may be given, if that was renamed, too.
 *
 * @param from the parts of the former name
 * @param to the parts of the name as it is in the model
 */
public record Renaming(List<String> from, List<String> to) {
    public Renaming {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /**
     * Reads {@code old:new}. A part that has a dot, a colon, an equals sign or a double quote in it stands in double quotes, and double quotes in it are doubled.
     *
     * @throws MigrationException if it is not written so
     */
    public static Renaming parse(String text) {
        List<List<String>> names = NameParts.read(text, ':').orElse(List.of());
        if (names.size() != 2
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

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return NameParts.written(from) + ":" + NameParts.written(to);
    }
}
