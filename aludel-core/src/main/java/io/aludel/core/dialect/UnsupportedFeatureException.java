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
}
