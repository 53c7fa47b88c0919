// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A type that some databases have a better word for: {@code varchar(43).on("postgresql", "inet")}.
 *
 * @param general the type on all others
 * @param declarations by the dialect's name, the type as that database prints it
 */
public record VariantType(SqlType general, Map<String, String> declarations) implements SqlType {
    public VariantType {
        Objects.requireNonNull(general, "general");
        declarations = Map.copyOf(declarations);
        if (general instanceof VariantType || declarations.isEmpty()) {
            throw new IllegalArgumentException("A type by database is made by SqlType.on(…).");
        }
    }

    @Override
    public SqlType on(String dialect, String declaration) {
        Map<String, String> more = new TreeMap<>(declarations);
        more.put(dialect, declaration);
        return new VariantType(general, more);
    }

    @Override
    public SqlType in(String dialect) {
        String declaration = declarations.get(dialect);
        return declaration == null ? general.in(dialect) : new NativeType(dialect, declaration);
    }

    /** For people: {@code varchar(43), on postgresql inet}. */
    @Override
    public String toString() {
        return new TreeMap<>(declarations)
                .entrySet().stream()
                        .map(entry -> ", on " + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("", general.toString(), ""));
    }
}
