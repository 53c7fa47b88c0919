// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import org.jspecify.annotations.Nullable;

/** A value that a type loses, as a script describes it. */
public final class DroppedEnumValue {
    private final TableName type;
    private final String value;
    private @Nullable String replacement;

    DroppedEnumValue(TableName type, String value) {
        this.type = type;
        this.value = value;
    }

    /** What rows get that have the value; otherwise none may have it. */
    public DroppedEnumValue replacedBy(String other) {
        replacement = other;
        return this;
    }

    Operation operation() {
        return new DropEnumValue(type, value, replacement, null);
    }
}
