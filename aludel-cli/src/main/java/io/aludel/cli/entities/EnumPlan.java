// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.schema.EnumType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An enum for a type of the database's.
 *
 * @param constants by the constant's name, the value that the database has
 */
record EnumPlan(EnumType type, String className, Map<String, String> constants) {
    static EnumPlan of(EnumType type, String className) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (String label : type.values()) {
            constants.put(JavaNames.free(JavaNames.constant(label), constants::containsKey), label);
        }
        return new EnumPlan(type, className, constants);
    }

    /** Whether a value is not the constant's own name. */
    boolean hasValues() {
        return constants.entrySet().stream()
                .anyMatch(constant -> !constant.getKey().equals(constant.getValue()));
    }
}
