// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.type.ArrayType;
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
            (statement, index, value) -> statement.setBytes(
                    index, JdbcCodec.requireText(value, H2Dialect.NAME).getBytes(StandardCharsets.UTF_8)),
            ResultSet::getString);

    /** A {@code decfloat} of 10 is read as 1E+1. */
    private static final Codec<BigDecimal> DECIMAL =
            new JdbcCodec<>(Types.NUMERIC, PreparedStatement::setBigDecimal, (row, index) -> {
                BigDecimal number = row.getBigDecimal(index);
                return number == null ? null : plain(number);
            });

    private H2Codecs() {}

    @SuppressWarnings("unchecked") // asked for its own class only
    static <T> Codec<T> of(BasicType<T> type) {
        if (type.javaType() == BigDecimal.class) {
            return (Codec<T>) DECIMAL;
        }
        if (type.sqlType() instanceof ArrayType array) {
            return (Codec<T>) H2Arrays.codec(array.element());
        }
        return type.javaType() == String.class && isJson(type)
                ? (Codec<T>) DOCUMENT
                : JdbcCodec.standard(type, H2Dialect.NAME);
    }

    static BigDecimal plain(BigDecimal number) {
        return number.scale() >= 0 ? number : number.setScale(0);
    }

    static boolean isJson(BasicType<?> type) {
        return type.sqlType().in(H2Dialect.NAME) instanceof StandardType standard && standard.kind() == TypeKind.JSON;
    }
}
