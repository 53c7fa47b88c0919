// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.Objects;

/** A sequence of numbers. */
public record Sequence(TableName name, long start, long increment) {
    public Sequence {
        Objects.requireNonNull(name, "name");
        if (increment == 0) {
            throw new SchemaException("Sequence \"" + name + "\" increments by 0; use another step.");
        }
    }
}
