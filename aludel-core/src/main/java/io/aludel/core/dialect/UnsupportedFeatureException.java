// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.AludelException;

/** A database cannot do what was asked. The message names the feature, the database and the alternative. */
public class UnsupportedFeatureException extends AludelException {
    public UnsupportedFeatureException(String feature, String dialect, String alternative) {
        super(dialect + " has no " + feature + ". " + alternative);
    }
}
