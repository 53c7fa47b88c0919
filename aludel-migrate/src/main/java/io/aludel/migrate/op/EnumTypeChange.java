// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;

/** Another enum type in the place of one. Columns of a named type say its name and list its values, so that they change too. */
record EnumTypeChange(TableName from, EnumType to) {
    Schema applied(Schema schema) {
        return schema.withEnumTypes(Fit.with(to, Fit.without(from, schema.enumTypes())))
                .withTables(schema.tables().stream().map(this::followed).toList());
    }

    private Table followed(Table table) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.withType(followed(column.type())))
                .toList());
    }

    private SqlType followed(SqlType type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(followed(array.element()));
        }
        return type instanceof NamedEnum named
                        && TableName.of(named.schema(), named.name()).equals(from)
                ? new NamedEnum(to.name().schema(), to.name().name(), to.values())
                : type;
    }
}
