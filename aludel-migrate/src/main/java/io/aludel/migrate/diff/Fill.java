// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Column;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ValueType;
import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rows get in a column that refuses NULL, as somebody says it: {@code pet.nick=none}.
 *
 * @param column the parts of its name: the table's schema where it has one, the table, the column
 * @param text the value, without quotes: {@code none}, {@code 0}, {@code true}, {@code 2026-01-31}; where the column is no text also {@code
 *     current_timestamp} and the like
 */
public record Fill(List<String> column, String text) {
    public Fill {
        column = List.copyOf(column);
    }

    /**
     * Reads {@code table.column=value}; of the name what {@link Renaming#parse} says holds.
     *
     * @throws MigrationException if it is not written so
     */
    public static Fill parse(String text) {
        int equals = NameParts.indexOf(text, '=');
        List<String> parts = equals < 0
                ? List.of()
                : NameParts.read(text.substring(0, equals), '=')
                        .orElse(List.of(List.of()))
                        .get(0);
        if (parts.size() < 2 || parts.size() > 3) {
            throw new MigrationException(
                    "MIG-054",
                    "\"" + text
                            + "\" says of no column what its rows get. Write it as table.column=value, with the schema"
                            + " before it where there is one.");
        }
        return new Fill(parts, text.substring(equals + 1));
    }

    /** One for this column. */
    public static Fill of(TableName table, String column, String text) {
        List<String> parts =
                new ArrayList<>(Optional.ofNullable(table.schema()).stream().toList());
        parts.add(table.name());
        parts.add(column);
        return new Fill(parts, text);
    }

    public boolean isFor(TableName table, String name) {
        return of(table, name, text).column().equals(column);
    }

    /**
     * The value as a column holds it.
     *
     * @throws MigrationException if the column cannot hold it
     */
    public Expression value(Column target) {
        BasicType<?> type = BasicType.forColumn(target.type());
        if (type.javaType() == String.class) {
            return new Value(text, ValueType.STRING);
        }
        Reading reading = ConditionParser.defaultValue(text, type);
        if (reading instanceof Reading.Unreadable) {
            reading = ConditionParser.defaultValue("'" + text.replace("'", "''") + "'", type);
        }
        if (reading instanceof Reading.Of read) {
            return read.expression();
        }
        throw new MigrationException(
                "MIG-054",
                "\"" + text + "\" is no value of column " + written() + ", which is " + target.type() + ": "
                        + ((Reading.Unreadable) reading).reason() + ". Give one that the column can hold.");
    }

    /** The column's name as {@link #parse} reads it. */
    public String written() {
        return NameParts.written(column);
    }
}
