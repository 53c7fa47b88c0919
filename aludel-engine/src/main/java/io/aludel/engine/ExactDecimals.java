// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Refuses decimals with more places than their column: some databases round them and say nothing, others keep them. */
record ExactDecimals(ValueType<?> type, Codec<Object> codec) implements Codec<Object> {
    static boolean hasPlaces(ValueType<?> type) {
        return type instanceof BasicType<?> basic
                && basic.javaType() == BigDecimal.class
                && basic.sqlType() instanceof StandardType standard
                && standard.kind() == TypeKind.DECIMAL
                && standard.scale() != StandardType.UNSPECIFIED;
    }

    static void require(ValueType<?> type, Object value) {
        BigDecimal number = (BigDecimal) value;
        int places = ((StandardType) type.sqlType()).scale();
        if (number.scale() > places && number.stripTrailingZeros().scale() > places) {
            throw new IllegalArgumentException(number.toPlainString() + " has more places than " + type.sqlType()
                    + "; round it first, or give the column more.");
        }
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value != null) {
            require(type, value);
        }
        codec.bind(statement, index, value);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        return codec.read(row, index);
    }
}
