// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.sql.ResultSet;
import java.sql.Types;

/** Java values to and from the JDBC driver (pgJDBC's manual, "Using Java 8 Date and Time classes"): by the standard's ways, but for texts. */
final class PostgresCodecs {
    /** Text for a type that is none of text: the server is left to find out which. */
    private static final Codec<String> TEXT_OF_OTHER_TYPE = new JdbcCodec<>(
            Types.OTHER,
            (statement, index, value) -> statement.setObject(index, value, Types.OTHER),
            ResultSet::getString);

    private PostgresCodecs() {}

    @SuppressWarnings("unchecked") // asked for texts only
    static <T> Codec<T> of(BasicType<T> type) {
        return type.javaType() == String.class && !isText(type)
                ? (Codec<T>) TEXT_OF_OTHER_TYPE
                : JdbcCodec.standard(type, PostgresDialect.NAME);
    }

    private static boolean isText(BasicType<?> type) {
        if (type.sqlType() instanceof NativeType) {
            return false;
        }
        TypeKind kind = ((StandardType) type.sqlType()).kind();
        return kind == TypeKind.CHAR || kind == TypeKind.VARCHAR || kind == TypeKind.TEXT;
    }
}
