// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.DropColumn;
import io.aludel.migrate.op.DropEnumType;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.Operation;
import java.util.List;

/**
 * Types whose values are listed go with the last column that has them: where these operations take that column away, the model had the type until now.
 * Types that no column had before are somebody else's, and stay.
 *
 * @param live all tables of the database, those that are left alone among them
 */
record UnusedEnumTypes(Dialect dialect, Schema model, Schema live) {
    void drop(Changes changes) {
        List<Operation> found = changes.inOrder();
        for (EnumType type : live.enumTypes()) {
            if (model.enumType(type.name()).isEmpty()
                    && isUsed(type)
                    && live.tables().stream()
                            .allMatch(table -> table.columns().stream()
                                    .filter(column -> isOf(type.name(), column.type()))
                                    .allMatch(column -> found.stream().anyMatch(one -> takes(one, table, column))))) {
                changes.add(Phase.DROP_ENUM_TYPES, new DropEnumType(type.name(), type));
            }
        }
    }

    private boolean isUsed(EnumType type) {
        return live.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> isOf(type.name(), column.type()));
    }

    private static boolean takes(Operation operation, Table table, Column column) {
        return operation instanceof DropTable gone && gone.table().equals(table.name())
                || operation instanceof DropColumn drop
                        && drop.table().equals(table.name())
                        && drop.column().equals(column.name())
                || operation instanceof AlterColumn alter
                        && alter.table().equals(table.name())
                        && alter.to().name().equals(column.name())
                        && !alter.from().type().equals(alter.to().type());
    }

    private boolean isOf(TableName name, SqlType type) {
        if (type instanceof ArrayType array) {
            return isOf(name, array.element());
        }
        if (type instanceof NamedEnum named) {
            return TableName.of(named.schema(), named.name()).equals(name);
        }
        return type instanceof NativeType own && isNamed(name, own.declaration().replace("[]", ""));
    }

    /** A type of the default schema is read with that schema's name. */
    private boolean isNamed(TableName name, String declaration) {
        String last = dialect.quote(name.name());
        return name.schema() == null
                ? declaration.equals(last) || declaration.endsWith("." + last)
                : declaration.equals(dialect.quote(name.schema()) + "." + last);
    }
}
