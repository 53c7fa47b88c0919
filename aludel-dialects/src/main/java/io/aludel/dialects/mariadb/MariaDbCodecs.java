// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.dialect.NullableReads;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Java values to and from the JDBC driver: by the standard's ways, but for what the server does not have. A moment is bound as what clocks show in UTC
 * then, whatever the zone of the JVM.
 */
final class MariaDbCodecs {
    /** Places from here on are those of our own {@code decimal(65, 30)} and of quotients of such: zeros at their end say nothing. */
    private static final int OWN_SCALE = 30;

    private static final Codec<UUID> UUID_TEXT = new JdbcCodec<>(
            Types.VARCHAR, (statement, index, value) -> statement.setString(index, value.toString()), (row, index) -> {
                String text = row.getString(index);
                return text == null ? null : UUID.fromString(text);
            });

    private static final Codec<UUID> UUID_BYTES = new JdbcCodec<>(
            Types.BINARY, (statement, index, value) -> statement.setBytes(index, bytes(value)), (row, index) -> {
                byte[] bytes = row.getBytes(index);
                return bytes == null ? null : uuid(bytes);
            });

    private static final Map<Class<?>, Codec<?>> OWN = Map.of(
            BigDecimal.class,
            new JdbcCodec<>(Types.DECIMAL, PreparedStatement::setBigDecimal, MariaDbCodecs::decimal),
            Double.class,
            new JdbcCodec<Double>(
                    Types.DOUBLE,
                    (statement, index, value) -> statement.setDouble(
                            index, MariaDbLiterals.finite(value).doubleValue()),
                    NullableReads::doubleNumber),
            Float.class,
            new JdbcCodec<Float>(
                    Types.REAL,
                    (statement, index, value) -> statement.setFloat(
                            index, MariaDbLiterals.finite(value).floatValue()),
                    NullableReads::floatNumber),
            LocalDate.class,
            new JdbcCodec<LocalDate>(
                    Types.DATE,
                    (statement, index, value) -> statement.setObject(index, MariaDbLiterals.withinYears(value)),
                    (row, index) -> row.getObject(index, LocalDate.class)),
            LocalDateTime.class,
            new JdbcCodec<LocalDateTime>(Types.TIMESTAMP, MariaDbCodecs::bind, MariaDbCodecs::read),
            OffsetDateTime.class,
            new JdbcCodec<OffsetDateTime>(
                    Types.TIMESTAMP,
                    (statement, index, value) -> bind(statement, index, MariaDbLiterals.utc(value.toInstant())),
                    (row, index) -> {
                        LocalDateTime utc = read(row, index);
                        return utc == null ? null : utc.atOffset(ZoneOffset.UTC);
                    }),
            Instant.class,
            new JdbcCodec<Instant>(
                    Types.TIMESTAMP,
                    (statement, index, value) -> bind(statement, index, MariaDbLiterals.utc(value)),
                    (row, index) -> {
                        LocalDateTime utc = read(row, index);
                        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
                    }));

    private MariaDbCodecs() {}

    /** @param uuids whether the server has a type for them; otherwise they are bytes */
    @SuppressWarnings("unchecked") // the map's values are made for its keys
    static <T> Codec<T> of(BasicType<T> type, boolean uuids) {
        if (type.javaType() == UUID.class) {
            return (Codec<T>) (uuids ? UUID_TEXT : UUID_BYTES);
        }
        Codec<?> own = OWN.get(type.javaType());
        return own == null ? JdbcCodec.standard(type, MariaDbDialect.NAME) : (Codec<T>) own;
    }

    private static @Nullable BigDecimal decimal(ResultSet row, int index) throws SQLException {
        BigDecimal number = row.getBigDecimal(index);
        if (number == null || number.scale() < OWN_SCALE) {
            return number;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void bind(PreparedStatement statement, int index, LocalDateTime value) throws SQLException {
        MariaDbLiterals.withinYears(value.toLocalDate());
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable LocalDateTime read(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
