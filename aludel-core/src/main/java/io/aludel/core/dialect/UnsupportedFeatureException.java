// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.AludelException;

/** A database cannot do what was asked. The message names the feature, the database and the alternative. */
public class UnsupportedFeatureException extends AludelException {
    public UnsupportedFeatureException(String feature, String dialect, String alternative) {
        super(dialect + " has no " + feature + ". " + alternative);
    }

    private UnsupportedFeatureException(String message, UnsupportedFeatureException cause) {
        super(null, message, cause);
    }

    /** The same, its message beginning with the column that it is about: {@code person.name}. */
    public UnsupportedFeatureException at(String place) {
        return new UnsupportedFeatureException(place + ": " + getMessage(), this);
    }

    /**
     * Does nothing where the dialect has the feature.
     *
     * @param what what was asked for, as it stands after "has no"
     * @param alternative what to do, a sentence
     */
    public static void unless(Dialect dialect, Feature feature, String what, String alternative) {
        if (!dialect.capabilities().has(feature)) {
            throw new UnsupportedFeatureException(what, dialect.product(), alternative);
        }
    }
}
