// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import java.util.Objects;

/**
 * An operation and the line of the script that asked for it.
 *
 * @param place file and line, {@code R8f2c41d09ab3_GradeCheck.java:9}; empty where nobody knows
 */
public record Recorded(Operation operation, String place) {
    public Recorded {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(place, "place");
    }
}
