// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import java.util.List;

/** A type whose values are listed, as a script describes it. */
public final class EnumTypeDefinition {
    private EnumType type;

    EnumTypeDefinition(TableName name, List<String> values) {
        type = new EnumType(name, values, null);
    }

    public EnumTypeDefinition comment(String comment) {
        type = type.withComment(comment);
        return this;
    }

    EnumType type() {
        return type;
    }
}
