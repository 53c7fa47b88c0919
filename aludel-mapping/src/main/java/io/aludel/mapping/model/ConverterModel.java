// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import java.util.Objects;

/**
 * An {@link jakarta.persistence.AttributeConverter} of the user's.
 *
 * @param className its binary name
 * @param storedType the type that it makes of a value, as Java names it
 */
public record ConverterModel(String className, String storedType) {
    public ConverterModel {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(storedType, "storedType");
    }
}
