// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is taken from an enum type, for which PostgreSQL has no word: a type of the same name is made without it, the columns change over, the
 * former type goes. Checks, predicates and views that compare with the type are in the way; the database says so, and nothing is changed.
 */
final class EnumValueRemoval {
    /** What the former type is called until it goes. */
    private static final String FORMER = "aludel_former_enum";

    private final PostgresDialect dialect;
    private final PostgresDdl ddl;
    private final EnumType type;
    private final String value;
    private final List<Use> uses;

    private record Use(Table table, Column column) {}

    EnumValueRemoval(PostgresDialect dialect, PostgresDdl ddl, Schema before, EnumType type, String value) {
        this.dialect = dialect;
        this.ddl = ddl;
        this.type = type;
        this.value = value;
        this.uses = before.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> isOfType(column.type()))
                        .map(column -> new Use(table, column)))
                .toList();
    }

    private boolean isOfType(SqlType candidate) {
        return candidate instanceof ArrayType array
                ? isOfType(array.element())
                : candidate instanceof NamedEnum named
                        && TableName.of(named.schema(), named.name()).equals(type.name());
    }

    List<DdlStep> steps(@Nullable String replacement) {
        List<DdlStep> steps = new ArrayList<>();
        uses.forEach(use -> steps.add(new DdlStep.Sql(replacement == null ? guard(use) : replace(use, replacement))));
        steps.addAll(ddl.renameEnumType(type, former()));
        steps.addAll(ddl.createEnumType(new EnumType(
                type.name(),
                type.values().stream().filter(other -> !other.equals(value)).toList(),
                type.comment())));
        uses.forEach(use -> steps.addAll(changeOver(use)));
        steps.addAll(ddl.dropEnumType(new EnumType(former(), List.of(), null)));
        return steps;
    }

    private TableName former() {
        return TableName.of(type.name().schema(), FORMER);
    }

    /** A block that fails if a row has the value. */
    private String guard(Use use) {
        String message =
                "rows of table " + ddl.quoted(use.table.name()) + " have the value " + text(value) + " in column "
                        + dialect.quote(use.column.name()) + "; give one that they get instead, or change them first";
        return "do "
                + text("begin if exists (select from " + ddl.quoted(use.table.name()) + " where " + has(use)
                        + ") then raise exception using message = " + text(message) + "; end if; end");
    }

    private String replace(Use use, String replacement) {
        String column = dialect.quote(use.column.name());
        return "update " + ddl.quoted(use.table.name()) + " set " + column + " = "
                + (isArray(use)
                        ? "array_replace(" + column + ", " + typed(value) + ", " + typed(replacement) + ")"
                        : typed(replacement))
                + " where " + has(use);
    }

    private String has(Use use) {
        String column = dialect.quote(use.column.name());
        return typed(value) + " = " + (isArray(use) ? "any (" + column + ")" : column);
    }

    private List<DdlStep> changeOver(Use use) {
        String column = dialect.quote(use.column.name());
        String array = isArray(use) ? "[]" : "";
        String target = ddl.quoted(type.name()) + array;
        List<DdlStep> steps = new ArrayList<>(ddl.withoutDefault(use.table, use.column));
        steps.add(new DdlStep.Sql("alter table " + ddl.quoted(use.table.name()) + " alter column " + column
                + " set data type " + target + " using " + column + "::text" + array + "::" + target));
        steps.addAll(ddl.withDefault(use.table, use.column));
        return steps;
    }

    private static boolean isArray(Use use) {
        return use.column.type() instanceof ArrayType;
    }

    private String typed(String label) {
        return text(label) + "::" + ddl.quoted(type.name());
    }

    private String text(String text) {
        return dialect.types().literal(text, ValueType.STRING);
    }
}
