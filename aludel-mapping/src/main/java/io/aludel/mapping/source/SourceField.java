// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A field as written. */
public record SourceField(
        String name, SourceType type, Set<SourceModifier> modifiers, List<SourceAnnotation> annotations) {
    public SourceField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
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
