// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Set;

/**
 * What a database has, and its limits.
 *
 * @param maxParameters bind parameters of one statement
 * @param maxIdentifierBytes bytes of a name in UTF-8 that are kept
 */
public record Capabilities(Set<Feature> features, int maxParameters, int maxIdentifierBytes) {
    public Capabilities {
        features = Set.copyOf(features);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
