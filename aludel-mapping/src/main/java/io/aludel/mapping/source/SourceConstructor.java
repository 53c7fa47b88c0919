// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

import java.util.List;
import java.util.Set;

/** A constructor as written; or the one without parameters that the compiler gives to a class without any. */
public record SourceConstructor(List<SourceType> parameters, Set<SourceModifier> modifiers) {
    public SourceConstructor {
        parameters = List.copyOf(parameters);
        modifiers = Set.copyOf(modifiers);
    }
}
