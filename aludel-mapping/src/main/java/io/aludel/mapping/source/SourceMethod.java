// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A method as written.
 *
 * @param returnType {@code void} as a type of that name
 */
public record SourceMethod(
        String name,
        List<SourceType> parameters,
        SourceType returnType,
        Set<SourceModifier> modifiers,
        List<SourceAnnotation> annotations) {
    public SourceMethod {
        Objects.requireNonNull(name, "name");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(returnType, "returnType");
        modifiers = Set.copyOf(modifiers);
        annotations = SourceAnnotation.sorted(annotations);
    }

    public boolean is(SourceModifier modifier) {
        return modifiers.contains(modifier);
    }

    /** The annotation of this type, by binary name. */
    public Optional<SourceAnnotation> annotation(String type) {
        return SourceAnnotation.find(annotations, type);
    }
}
