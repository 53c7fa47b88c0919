// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.BulkLoader;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.name.TableName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows by {@code copy … from stdin}, in its text format (manual, "COPY"): columns end with a tab, rows with a line feed, NULL is {@code \N}.
 */
final class PostgresCopy extends PostgresDriver implements BulkLoader {
    private final Dialect dialect;

    PostgresCopy(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The encoding is said, because a connection may have been told another. */
    @Override
    public String sql(InsertRows insert) {
        TableName table = insert.table();
        String name = (table.schema() == null ? "" : dialect.quote(table.schema()) + ".") + dialect.quote(table.name());
        String columns = insert.columns().stream()
                .map((ColumnRef column) -> dialect.quote(column.column()))
                .collect(Collectors.joining(", "));
        return "copy " + name + " (" + columns + ") from stdin with (encoding 'UTF8')";
    }

    @Override
    public void write(@Nullable Object[] values, StringBuilder text) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                text.append("\\N");
            } else {
                escape(value.toString(), text);
            }
        }
        text.append('\n');
    }

    /** With each backslash doubled, no value can be {@code \N} or {@code \.}, the end of the rows. */
    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    @Override
    public void load(Object connection, String sql, CharSequence text) throws SQLException {
        InputStream bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        Object copying = driver(connection, "getCopyAPI");
        call(copying.getClass(), copying, "copyIn", new Class<?>[] {String.class, InputStream.class}, sql, bytes);
    }

    /** The server says where, in its language: {@code COPY person, line 3, column name: "…"}. */
    @Override
    public OptionalLong rowOf(SQLException error, InsertRows insert) {
        String beginning = "COPY " + insert.table().name();
        return PostgresErrors.where(error)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToLong(line -> firstNumber(line.substring(beginning.length())))
                .filter(line -> line > 0)
                .findFirst();
    }

    private static long firstNumber(String text) {
        String digits = text.chars()
                .dropWhile(c -> !Character.isDigit(c))
                .takeWhile(Character::isDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }
}
