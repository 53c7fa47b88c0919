// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.convert;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.Storage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Java types that go into one column, by name, so that the processor can ask without having the classes. */
public final class BasicTypes {
    private static final Set<TypeKind> NUMERIC =
            Set.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL);
    private static final Map<String, BasicType<?>> BASIC = new LinkedHashMap<>();
    private static final Map<String, BasicType<?>> CONVERTED = Map.ofEntries(
            Map.entry("char", ValueType.STRING.as(SqlType.varchar(1))),
            Map.entry("java.lang.Character", ValueType.STRING.as(SqlType.varchar(1))),
            Map.entry("byte", ValueType.SHORT),
            Map.entry("java.lang.Byte", ValueType.SHORT),
            Map.entry("java.math.BigInteger", ValueType.DECIMAL.as(SqlType.decimal(38, 0))),
            Map.entry("java.time.Duration", ValueType.LONG),
            Map.entry("java.time.Year", ValueType.INTEGER),
            Map.entry("java.time.YearMonth", ValueType.STRING.as(SqlType.varchar(7))),
            Map.entry("java.time.ZoneId", ValueType.STRING.as(SqlType.varchar(64))),
            Map.entry("java.util.Currency", ValueType.STRING.as(SqlType.varchar(3))),
            Map.entry("java.util.Locale", ValueType.STRING.as(SqlType.varchar(64))),
            Map.entry("java.net.URI", ValueType.STRING.as(SqlType.varchar(2_000))),
            Map.entry("io.aludel.core.type.Json", ValueType.STRING.as(SqlType.json())));

    static {
        Map<String, BasicType<?>> primitives = Map.of(
                "boolean", ValueType.BOOLEAN,
                "short", ValueType.SHORT,
                "int", ValueType.INTEGER,
                "long", ValueType.LONG,
                "float", ValueType.FLOAT,
                "double", ValueType.DOUBLE);
        BASIC.putAll(primitives);
        Stream.<BasicType<?>>concat(
                        primitives.values().stream(),
                        Stream.of(
                                ValueType.DECIMAL,
                                ValueType.STRING,
                                ValueType.LOCAL_DATE,
                                ValueType.LOCAL_TIME,
                                ValueType.LOCAL_DATE_TIME,
                                ValueType.OFFSET_DATE_TIME,
                                ValueType.INSTANT,
                                ValueType.UUID))
                .forEach(type -> BASIC.put(type.javaType().getName(), type));
        BASIC.put("byte[]", ValueType.BYTES);
    }

    private BasicTypes() {}

    /** Whether values of this type are stored as they are, or converted; nothing if the type is unknown or an enum. */
    public static Optional<Storage> storage(String javaType) {
        if (BASIC.containsKey(javaType)) {
            return Optional.of(Storage.BASIC);
        }
        return CONVERTED.containsKey(javaType) ? Optional.of(Storage.CONVERTED) : Optional.empty();
    }

    /** What values of this type are bound and read as, in a column of the usual type for it. */
    public static Optional<BasicType<?>> stored(String javaType) {
        BasicType<?> basic = BASIC.get(javaType);
        return Optional.ofNullable(basic == null ? CONVERTED.get(javaType) : basic);
    }

    /** What the attribute's values are bound and read as, in the type of its column. */
    public static BasicType<?> stored(AttributeModel attribute) {
        BasicType<?> stored = switch (attribute.storage()) {
            case BASIC, CONVERTED -> stored(attribute.javaType()).orElseThrow();
            case LIST -> BasicType.forColumn(attribute.column().type());
            case CONVERTER ->
                stored(Objects.requireNonNull(attribute.converter()).storedType())
                        .orElseThrow();
            case ENUM_NAME -> ValueType.STRING;
            case ENUM_ORDINAL -> ValueType.SHORT;
            case ENUM_VALUE -> isNumeric(attribute.column().type()) ? ValueType.INTEGER : ValueType.STRING;
        };
        return stored.as(attribute.column().type());
    }

    /** What a list is one of: of {@code java.util.List<java.lang.String>} the name between the brackets. */
    static String element(String listType) {
        return listType.substring(listType.indexOf('<') + 1, listType.length() - 1);
    }

    private static boolean isNumeric(SqlType type) {
        return type instanceof StandardType standard && NUMERIC.contains(standard.kind());
    }

    /** What to use in place of a type that is not mapped; null where there is nothing to suggest. */
    public static @Nullable String alternative(String javaType) {
        return switch (javaType) {
            case "java.util.Date", "java.util.Calendar", "java.sql.Timestamp", "java.time.ZonedDateTime" ->
                "use java.time.Instant for a moment, java.time.LocalDateTime for a date and time of no zone";
            case "java.sql.Date" -> "use java.time.LocalDate";
            case "java.sql.Time", "java.time.OffsetTime" -> "use java.time.LocalTime";
            case "java.lang.Byte[]" -> "use byte[]";
            case "char[]", "java.lang.Character[]" -> "use java.lang.String";
            case "java.lang.Object" -> "use the class that the values really have";
            default -> null;
        };
    }

    /** Every type there is, for messages. */
    public static String known() {
        return Stream.concat(BASIC.keySet().stream(), CONVERTED.keySet().stream())
                .filter(name -> name.contains("."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(", ", "primitives and ", ", byte[], enums"));
    }
}
