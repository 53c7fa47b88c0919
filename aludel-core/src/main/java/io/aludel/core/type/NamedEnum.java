// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are listed, and which has a name in the database where it has {@link io.aludel.core.dialect.Feature#ENUM_TYPES}. Elsewhere it
 * is text as long as the longest label. Its values are bound and read as text.
 *
 * @param schema null for the schema that the connection is in
 * @param labels the values in their order, which is that of comparisons where the type is the database's own
 */
public record NamedEnum(@Nullable String schema, String name, List<String> labels) implements SqlType {
    public NamedEnum {
        Objects.requireNonNull(name, "name");
        labels = List.copyOf(labels);
        if (labels.isEmpty() || new HashSet<>(labels).size() < labels.size() || labels.contains("")) {
            throw new IllegalArgumentException("The enum type \"" + name + "\" has the labels " + labels
                    + "; give it one at least, each once, none of them empty.");
        }
    }

    /** The text type that holds every label. */
    public SqlType asText() {
        return SqlType.varchar(labels.stream()
                .mapToInt(label -> label.codePointCount(0, label.length()))
                .max()
                .orElse(1));
    }

    /** For people: {@code mood}. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
