// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java values to and from the JDBC driver (pgJDBC's manual, "Using Java 8 Date and Time classes"). */
final class PostgresCodecs {
    private static final Map<Class<?>, Codec<?>> BY_CLASS = Map.ofEntries(
            entry(Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean),
            entry(Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort),
            entry(Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt),
            entry(Long.class, Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong),
            entry(Float.class, Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat),
            entry(Double.class, Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble),
            entry(BigDecimal.class, Types.NUMERIC, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal),
            entry(String.class, Types.VARCHAR, PreparedStatement::setString, ResultSet::getString),
            entry(byte[].class, Types.BINARY, PreparedStatement::setBytes, ResultSet::getBytes),
            entry(LocalDate.class, Types.DATE, PreparedStatement::setObject, object(LocalDate.class)),
            entry(
                    LocalTime.class,
                    Types.TIME,
                    (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                    object(LocalTime.class)),
            entry(
                    LocalDateTime.class,
                    Types.TIMESTAMP,
                    (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                    object(LocalDateTime.class)),
            entry(
                    OffsetDateTime.class,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    (statement, index, value) -> statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS)),
                    object(OffsetDateTime.class)),
            entry(
                    Instant.class,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    (statement, index, value) -> statement.setObject(
                            index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)),
                    PostgresCodecs::instant),
            entry(UUID.class, Types.OTHER, PreparedStatement::setObject, object(UUID.class)));

    /** Text for a type that is none of text: the server is left to find out which. */
    private static final Codec<String> TEXT_OF_OTHER_TYPE = new JdbcCodec<>(
            Types.OTHER,
            (statement, index, value) -> statement.setObject(index, value, Types.OTHER),
            ResultSet::getString);

    private PostgresCodecs() {}

    @SuppressWarnings("unchecked") // the map's values are made for its keys
    static <T> Codec<T> of(BasicType<T> type) {
        Codec<?> codec =
                type.javaType() == String.class && !isText(type) ? TEXT_OF_OTHER_TYPE : BY_CLASS.get(type.javaType());
        if (codec == null) {
            throw new UnsupportedFeatureException(
                    "way to store a " + type.javaType().getName(),
                    PostgresDialect.NAME,
                    "Convert it to one of the classes that ValueType has constants for.");
        }
        return (Codec<T>) codec;
    }

    private static boolean isText(BasicType<?> type) {
        if (type.sqlType() instanceof NativeType) {
            return false;
        }
        TypeKind kind = ((StandardType) type.sqlType()).kind();
        return kind == TypeKind.CHAR || kind == TypeKind.VARCHAR || kind == TypeKind.TEXT;
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static <T> Reader<T> object(Class<T> type) {
        return (row, index) -> row.getObject(index, type);
    }

    private static <T> Map.Entry<Class<?>, Codec<?>> entry(
            Class<T> type, int jdbcType, Binder<T> binder, Reader<T> reader) {
        return Map.entry(type, new JdbcCodec<>(jdbcType, binder, reader));
    }

    private interface Binder<T> {
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    private interface Reader<T> {
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }

    /** Both ways through one pair of JDBC's methods. */
    private record JdbcCodec<T>(int jdbcType, Binder<T> binder, Reader<T> reader) implements Codec<T> {
        @Override
        public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
            if (value == null) {
                statement.setNull(index, jdbcType);
            } else {
                binder.bind(statement, index, value);
            }
        }

        /** JDBC gives 0 and false for NULL. */
        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            T value = reader.read(row, index);
            return row.wasNull() ? null : value;
        }
    }
}
