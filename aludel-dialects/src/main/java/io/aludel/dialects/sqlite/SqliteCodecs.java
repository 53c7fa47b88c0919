// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.PlainText;
import io.aludel.core.type.SqlType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One codec for each basic Java type; all values go through text, numbers and bytes, never through the driver's own dates. */
final class SqliteCodecs {
    private static final Map<Class<?>, Codec<?>> CODECS = Map.ofEntries(
            Map.entry(Boolean.class, new OfLong<>(value -> value ? 1L : 0L, number -> number != 0)),
            Map.entry(Short.class, new OfLong<Short>(Short::longValue, SqliteCodecs::toShort)),
            Map.entry(Integer.class, new OfLong<Integer>(Integer::longValue, Math::toIntExact)),
            Map.entry(Long.class, new OfLong<Long>(value -> value, number -> number)),
            Map.entry(Float.class, new OfDouble<Float>(Float::doubleValue, number -> (float) (double) number)),
            Map.entry(Double.class, new OfDouble<Double>(value -> value, number -> number)),
            Map.entry(String.class, new OfText<String>(value -> value, text -> text)),
            Map.entry(byte[].class, new OfBytes()),
            Map.entry(LocalDate.class, new OfText<>(SqliteText::of, SqliteText::date)),
            Map.entry(LocalTime.class, new OfText<>(SqliteText::of, SqliteText::time)),
            Map.entry(LocalDateTime.class, new OfText<>(SqliteText::of, SqliteText::timestamp)),
            Map.entry(OffsetDateTime.class, new OfText<OffsetDateTime>(SqliteText::of, SqliteText::moment)),
            Map.entry(
                    Instant.class,
                    new OfText<Instant>(
                            SqliteText::of, text -> SqliteText.moment(text).toInstant())),
            Map.entry(UUID.class, new OfText<>(UUID::toString, UUID::fromString)));

    private static final Codec<String> FILLED_UP = new OfText<>(PlainText::withoutFilling, PlainText::withoutFilling);

    private SqliteCodecs() {}

    @SuppressWarnings("unchecked") // the map's keys are the classes of its codecs
    static <T> Codec<T> of(BasicType<T> type) {
        if (type.javaType() == String.class
                && PlainText.isFilledUp(type.sqlType().in("sqlite"))) {
            return (Codec<T>) FILLED_UP;
        }
        Codec<?> codec =
                type.javaType() == BigDecimal.class ? new OfDecimal(type.sqlType()) : CODECS.get(type.javaType());
        if (codec == null) {
            throw new UnsupportedFeatureException(
                    "column type for " + type.javaType().getName(), "sqlite", "Convert it to one of the basic types.");
        }
        return (Codec<T>) codec;
    }

    private static Short toShort(long number) {
        short narrowed = (short) number;
        if (narrowed != number) {
            throw new ArithmeticException("short overflow");
        }
        return narrowed;
    }

    private static SQLException unreadable(int index, Object value, RuntimeException cause) {
        return new SQLDataException(
                "Column " + index + " of the result holds \"" + value + "\", which is no value of its type: "
                        + cause.getMessage(),
                "22000",
                cause);
    }

    private record OfLong<T>(Function<T, Long> stored, LongReader<T> value) implements Codec<T> {
        private interface LongReader<T> {
            T apply(long number);
        }

        @Override
        public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.BIGINT);
            } else {
                statement.setLong(index, stored.apply(value));
            }
        }

        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            long number = row.getLong(index);
            if (number == 0 && row.wasNull()) {
                return null;
            }
            if ((number == Long.MAX_VALUE || number == Long.MIN_VALUE)
                    && row.getObject(index) instanceof Double beyond) {
                throw unreadable(index, beyond, new ArithmeticException("long overflow"));
            }
            try {
                return value.apply(number);
            } catch (ArithmeticException e) {
                throw unreadable(index, number, e);
            }
        }
    }

    private record OfDouble<T>(Function<T, Double> stored, Function<Double, T> value) implements Codec<T> {
        @Override
        public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.DOUBLE);
                return;
            }
            double number = stored.apply(value);
            if (Double.isNaN(number)) {
                throw SqliteLiterals.notANumber();
            }
            statement.setDouble(index, number);
        }

        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            double number = row.getDouble(index);
            return number == 0 && row.wasNull() ? null : value.apply(number);
        }
    }

    private record OfText<T>(Function<T, String> stored, Function<String, T> value) implements Codec<T> {
        @Override
        public void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.VARCHAR);
            } else {
                // A NUL would be stored, but length, glob and others see the text's end there.
                statement.setString(index, JdbcCodec.requireText(stored.apply(value), "sqlite"));
            }
        }

        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            String text = row.getString(index);
            try {
                return text == null ? null : value.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw unreadable(index, text, e);
            }
        }
    }

    private record OfBytes() implements Codec<byte[]> {
        @Override
        public void bind(PreparedStatement statement, int index, byte @Nullable [] value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.BLOB);
            } else {
                statement.setBytes(index, value);
            }
        }

        @Override
        public byte @Nullable [] read(ResultSet row, int index) throws SQLException {
            return row.getBytes(index);
        }
    }

    private record OfDecimal(SqlType type) implements Codec<BigDecimal> {
        @Override
        public void bind(PreparedStatement statement, int index, @Nullable BigDecimal value) throws SQLException {
            if (value == null) {
                statement.setNull(index, Types.NUMERIC);
                return;
            }
            Number stored = SqliteDecimals.stored(value);
            if (stored instanceof Long whole) {
                statement.setLong(index, whole);
            } else {
                statement.setDouble(index, stored.doubleValue());
            }
        }

        @Override
        public @Nullable BigDecimal read(ResultSet row, int index) throws SQLException {
            Object value = row.getObject(index);
            if (value == null) {
                return null;
            }
            try {
                BigDecimal number = value instanceof Double floating
                        ? SqliteDecimals.fromDouble(floating)
                        : new BigDecimal(value.toString());
                return SqliteDecimals.scaled(number, type);
            } catch (NumberFormatException e) {
                throw unreadable(index, value, e);
            }
        }
    }
}
