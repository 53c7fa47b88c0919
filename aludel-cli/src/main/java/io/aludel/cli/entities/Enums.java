// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The enums of a database, by what its columns call them; only those that a column has are written. */
final class Enums {
    private final Schema schema;
    private final Map<TableName, EnumPlan> used = new LinkedHashMap<>();
    private final ClassNames names;

    Enums(Schema schema, ClassNames names) {
        this.schema = schema;
        this.names = names;
    }

    /** The enum of the type that a column declares. */
    Optional<EnumPlan> find(String declaration) {
        return schema.enumType(TypeName.of(declaration, schema))
                .filter(type -> !type.values().isEmpty() && !type.values().contains(""))
                .map(type -> used.computeIfAbsent(type.name(), name -> EnumPlan.of(type, names.forEnum(name.name()))));
    }

    List<EnumPlan> used() {
        return List.copyOf(used.values());
    }
}
