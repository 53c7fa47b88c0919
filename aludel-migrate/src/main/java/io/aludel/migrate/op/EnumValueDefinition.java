// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import org.jspecify.annotations.Nullable;

/** A value that a type gets, as a script describes it. */
public final class EnumValueDefinition {
    private final TableName type;
    private final String value;
    private @Nullable String before;

    EnumValueDefinition(TableName type, String value) {
        this.type = type;
        this.value = value;
    }

    /** Which value it comes before; otherwise it comes last. */
    public EnumValueDefinition before(String other) {
        before = other;
        return this;
    }

    Operation operation() {
        return new AddEnumValue(type, value, before);
    }
}
