// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.List;

/** Java values to and from the JDBC driver (pgJDBC's manual, "Using Java 8 Date and Time classes"): by the standard's ways, but for texts. */
final class PostgresCodecs {
    /** Text for a type that is none of text: the server is left to find out which. */
    private static final Codec<String> TEXT_OF_OTHER_TYPE = new JdbcCodec<>(
            Types.OTHER,
            (statement, index, value) ->
                    statement.setObject(index, JdbcCodec.requireText(value, PostgresDialect.NAME), Types.OTHER),
            ResultSet::getString);

    private PostgresCodecs() {}

    @SuppressWarnings("unchecked") // asked for texts and lists only
    static <T> Codec<T> of(BasicType<T> type) {
        if (type.sqlType() instanceof ArrayType array) {
            return (Codec<T>) list(array.element());
        }
        return type.javaType() == String.class && !isText(type.sqlType().in(PostgresDialect.NAME))
                ? (Codec<T>) TEXT_OF_OTHER_TYPE
                : JdbcCodec.standard(type, PostgresDialect.NAME);
    }

    private static Codec<List<?>> list(SqlType element) {
        return new JdbcCodec<>(
                Types.OTHER,
                (statement, index, value) -> statement.setObject(index, PostgresArrays.text(value), Types.OTHER),
                (row, index) -> {
                    String text = row.getString(index);
                    return text == null ? null : PostgresArrays.parse(text, element.in(PostgresDialect.NAME));
                });
    }

    private static boolean isText(SqlType type) {
        if (!(type instanceof StandardType standard)) {
            return false;
        }
        TypeKind kind = standard.kind();
        return kind == TypeKind.CHAR || kind == TypeKind.VARCHAR || kind == TypeKind.TEXT;
    }
}
