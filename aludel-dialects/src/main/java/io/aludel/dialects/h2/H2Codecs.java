// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;

/** Java values to and from the JDBC driver: by the standard's ways, but for texts, documents and decimals. */
final class H2Codecs {
    /** A text would become a JSON string; bytes are read as a document in UTF-8. */
    private static final Codec<String> DOCUMENT = new JdbcCodec<>(
            Types.OTHER,
            (statement, index, value) -> statement.setBytes(index, value.getBytes(StandardCharsets.UTF_8)),
            ResultSet::getString);

    /** H2 would keep the character NUL, which other databases refuse. */
    private static final Codec<String> TEXT = new JdbcCodec<>(
            Types.VARCHAR,
            (statement, index, value) -> statement.setString(index, H2Literals.withoutNul(value)),
            ResultSet::getString);

    /** A {@code decfloat} of 10 is read as 1E+1. */
    private static final Codec<BigDecimal> DECIMAL =
            new JdbcCodec<>(Types.NUMERIC, PreparedStatement::setBigDecimal, (row, index) -> {
                BigDecimal number = row.getBigDecimal(index);
                return number == null || number.scale() >= 0 ? number : number.setScale(0);
            });

    private H2Codecs() {}

    @SuppressWarnings("unchecked") // asked for its own class only
    static <T> Codec<T> of(BasicType<T> type) {
        if (type.javaType() == BigDecimal.class) {
            return (Codec<T>) DECIMAL;
        }
        return type.javaType() == String.class
                ? (Codec<T>) (isJson(type) ? DOCUMENT : TEXT)
                : JdbcCodec.standard(type, H2Dialect.NAME);
    }

    static boolean isJson(BasicType<?> type) {
        return type.sqlType() instanceof StandardType standard && standard.kind() == TypeKind.JSON;
    }
}
