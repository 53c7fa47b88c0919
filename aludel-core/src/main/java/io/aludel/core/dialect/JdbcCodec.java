// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.PlainText;
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

/**
 * Both ways through one pair of JDBC's methods. {@link #standard} has those of JDBC 4.2 for every basic class, for drivers that keep to it. What is
 * finer than a microsecond is cut off, and a moment travels in UTC.
 *
 * @param jdbcType of NULL, one of {@link java.sql.Types}
 */
public record JdbcCodec<T>(int jdbcType, Binder<T> binder, Reader<T> reader) implements Codec<T> {
    /** Binds a value that is not null. */
    public interface Binder<T> {
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /** Reads a value; null for SQL's NULL. */
    public interface Reader<T> {
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }

    private static final Map<Class<?>, Codec<?>> STANDARD = Map.ofEntries(
            entry(Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, NullableReads::bool),
            entry(Short.class, Types.SMALLINT, PreparedStatement::setShort, NullableReads::shortNumber),
            entry(Integer.class, Types.INTEGER, PreparedStatement::setInt, NullableReads::integer),
            entry(Long.class, Types.BIGINT, PreparedStatement::setLong, NullableReads::longNumber),
            entry(Float.class, Types.REAL, PreparedStatement::setFloat, NullableReads::floatNumber),
            entry(Double.class, Types.DOUBLE, PreparedStatement::setDouble, NullableReads::doubleNumber),
            entry(BigDecimal.class, Types.NUMERIC, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal),
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
                    (statement, index, value) -> bindMoment(statement, index, value.toInstant()),
                    object(OffsetDateTime.class)),
            entry(Instant.class, Types.TIMESTAMP_WITH_TIMEZONE, JdbcCodec::bindMoment, JdbcCodec::readInstant),
            entry(UUID.class, Types.OTHER, PreparedStatement::setObject, object(UUID.class)));

    /**
     * The codec of JDBC 4.2.
     *
     * @throws UnsupportedFeatureException if the class is none of those that {@link io.aludel.core.type.ValueType} has constants for
     */
    @SuppressWarnings("unchecked") // the map's values are made for its keys
    public static <T> Codec<T> standard(BasicType<T> type, String dialect) {
        Codec<?> codec = type.javaType() == String.class ? text(type, dialect) : STANDARD.get(type.javaType());
        if (codec == null) {
            throw new UnsupportedFeatureException(
                    "way to store a " + type.javaType().getName(),
                    dialect,
                    "Convert it to one of the classes that ValueType has constants for.");
        }
        return (Codec<T>) codec;
    }

    /** Text, but for what would not come back. */
    private static Codec<String> text(BasicType<?> type, String dialect) {
        if (PlainText.isFilledUp(type.sqlType().in(dialect))) {
            return new JdbcCodec<>(
                    Types.VARCHAR,
                    (statement, index, value) ->
                            statement.setString(index, PlainText.withoutFilling(requireText(value, dialect))),
                    (row, index) -> {
                        String text = row.getString(index);
                        return text == null ? null : PlainText.withoutFilling(text);
                    });
        }
        return new JdbcCodec<>(
                Types.VARCHAR,
                (statement, index, value) -> statement.setString(index, requireText(value, dialect)),
                ResultSet::getString);
    }

    /**
     * The text, which every database keeps as it is.
     *
     * @throws UnsupportedFeatureException if it holds the character NUL or half a surrogate pair
     */
    public static String requireText(String text, String dialect) {
        String problem = PlainText.problem(text);
        if (!problem.isEmpty()) {
            throw new UnsupportedFeatureException(problem, dialect, "Leave the character out, or use bytes.");
        }
        return text;
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType);
        } else {
            binder.bind(statement, index, value);
        }
    }

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        return reader.read(row, index);
    }

    private static void bindMoment(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant readInstant(ResultSet row, int index) throws SQLException {
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
}
