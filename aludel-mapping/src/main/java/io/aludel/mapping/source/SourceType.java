// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A type as written at a field, a parameter or after {@code extends}.
 *
 * @param name a primitive's name or {@code void}, a class's binary name, an array's component and {@code []}, or a type variable's name; for a
 *     wildcard the name of its bound, {@code java.lang.Object} where it has none
 * @param arguments the type arguments; empty where there are none
 * @param isVariable whether it is a type variable, or an array of one
 */
public record SourceType(String name, List<SourceType> arguments, boolean isVariable) {
    public SourceType {
        Objects.requireNonNull(name, "name");
        arguments = List.copyOf(arguments);
    }

    /** A type without arguments. */
    public static SourceType of(String name) {
        return new SourceType(name, List.of(), false);
    }

    /** The type with what is known of type variables in their place. */
    SourceType with(Map<String, SourceType> variables) {
        if (!isVariable) {
            return new SourceType(
                    name,
                    arguments.stream().map(argument -> argument.with(variables)).toList(),
                    false);
        }
        int array = name.indexOf('[');
        SourceType known = variables.get(array < 0 ? name : name.substring(0, array));
        if (known == null || array < 0) {
            return known == null ? this : known;
        }
        return new SourceType(known.name + name.substring(array), known.arguments, known.isVariable);
    }

    /** As Java writes it, with binary names: {@code java.util.List<io.example.Student>}. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        return name + "<"
                + String.join(", ", arguments.stream().map(SourceType::toString).toList()) + ">";
    }
}
