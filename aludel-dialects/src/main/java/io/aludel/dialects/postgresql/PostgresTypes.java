// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's types (manual, chapter 8). JSON is {@code jsonb}. A moment is kept to the microsecond; what is finer is cut off, as
 * everywhere with us, while PostgreSQL itself would round.
 */
final class PostgresTypes implements Types {
    /** A name, one or two numbers behind it, and what may follow them: {@code timestamp(3) without time zone}. */
    private static final Pattern DECLARATION =
            Pattern.compile("([a-z][a-z0-9 ]*?) *(?:\\( *(\\d+) *(?:, *(\\d+) *)?\\))?( with(?:out)? time zone)?");

    /** Fraction digits that a time has unless told otherwise. */
    private static final int FULL_PRECISION = 6;

    /** Whether {@code integer} has 64 bits, as CockroachDB has it unless it is told otherwise. */
    private final boolean wideIntegers;

    PostgresTypes() {
        this(false);
    }

    PostgresTypes(boolean wideIntegers) {
        this.wideIntegers = wideIntegers;
    }

    @Override
    public String declaration(SqlType given) {
        SqlType type = given.in(PostgresDialect.NAME);
        if (type instanceof ArrayType array) {
            return declaration(array.element()) + "[]";
        }
        if (type instanceof NamedEnum named) {
            return (named.schema() == null ? "" : Identifiers.quoteIfNeeded(named.schema()) + ".")
                    + Identifiers.quoteIfNeeded(named.name());
        }
        if (type instanceof NativeType own) {
            if (!own.dialect().equals(PostgresDialect.NAME)) {
                throw new UnsupportedFeatureException(
                        "type \"" + own.declaration() + "\" of " + own.dialect(),
                        PostgresDialect.NAME,
                        "Use a type that every database has, or name one for each.");
            }
            return own.declaration();
        }
        StandardType standard = (StandardType) type;
        String name = name(standard.kind());
        if (!standard.hasLength()) {
            return name;
        }
        return standard.kind() == TypeKind.DECIMAL
                ? name + "(" + standard.length() + ", " + standard.scale() + ")"
                : name + "(" + standard.length() + ")";
    }

    private String name(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> wideIntegers ? "int4" : "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "numeric";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char";
            case VARCHAR -> "varchar";
            case TEXT -> "text";
            case BINARY -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_TZ -> "timestamp with time zone";
            case UUID -> "uuid";
            case JSON -> "jsonb";
        };
    }

    @Override
    public SqlType parse(String declaration) {
        if (declaration.endsWith("[]")) {
            SqlType element = parse(declaration.substring(0, declaration.length() - 2));
            return element instanceof StandardType
                    ? SqlType.array(element)
                    : SqlType.nativeType(PostgresDialect.NAME, declaration);
        }
        Matcher parts =
                DECLARATION.matcher(declaration.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        SqlType parsed = parts.matches()
                ? standard(parts.group(1), number(parts.group(2)), number(parts.group(3)), parts.group(4))
                : null;
        return parsed == null ? SqlType.nativeType(PostgresDialect.NAME, declaration) : parsed;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? StandardType.UNSPECIFIED : Integer.parseInt(digits);
    }

    private static @Nullable SqlType standard(String name, int length, int scale, @Nullable String zone) {
        boolean zoned = " with time zone".equals(zone);
        boolean moment = name.equals("time") || name.startsWith("timestamp");
        if (moment
                        && (scale != StandardType.UNSPECIFIED
                                || length != StandardType.UNSPECIFIED && length != FULL_PRECISION)
                || !moment && zone != null) {
            return null;
        }
        return switch (name) {
            case "time" -> zoned ? null : SqlType.time();
            case "timestamp" -> zoned ? SqlType.timestampWithTimeZone() : SqlType.timestamp();
            case "timestamptz" -> zone == null ? SqlType.timestampWithTimeZone() : null;
            case "numeric", "decimal", "dec" -> decimal(length, scale);
            case "char", "character" -> text(TypeKind.CHAR, length == StandardType.UNSPECIFIED ? 1 : length, scale);
            case "varchar", "character varying", "char varying" -> text(TypeKind.VARCHAR, length, scale);
            default -> length == StandardType.UNSPECIFIED ? plain(name) : null;
        };
    }

    /** Without a scale it has none; a scale beyond the precision is PostgreSQL's own idea. */
    private static @Nullable SqlType decimal(int precision, int scale) {
        if (precision == StandardType.UNSPECIFIED) {
            return new StandardType(TypeKind.DECIMAL, precision, precision);
        }
        return precision >= 1 && scale <= precision ? SqlType.decimal(precision, Math.max(scale, 0)) : null;
    }

    private static @Nullable SqlType text(TypeKind kind, int length, int second) {
        return length != 0 && second == StandardType.UNSPECIFIED
                ? new StandardType(kind, length, StandardType.UNSPECIFIED)
                : null;
    }

    private static @Nullable SqlType plain(String name) {
        return switch (name) {
            case "boolean", "bool" -> SqlType.bool();
            case "smallint", "int2" -> SqlType.smallint();
            case "integer", "int", "int4" -> SqlType.integer();
            case "bigint", "int8" -> SqlType.bigint();
            case "real", "float4" -> SqlType.real();
            case "double precision", "float8", "float" -> SqlType.doublePrecision();
            case "text" -> SqlType.text();
            case "bytea" -> SqlType.binary();
            case "date" -> SqlType.date();
            case "uuid" -> SqlType.uuid();
            case "jsonb" -> SqlType.json();
            default -> null;
        };
    }

    @Override
    public <T> Codec<T> codec(BasicType<T> type) {
        return PostgresCodecs.of(type);
    }

    @Override
    public <T> String literal(T value, BasicType<T> type) {
        return PostgresLiterals.literal(value);
    }

    @Override
    public <T> Object arrayElement(T value, BasicType<T> type) {
        return PostgresLiterals.text(value);
    }

    /** The type's name without its length: an array of {@code varchar(40)} would cut in silence what the column refuses. */
    @Override
    public String arrayElementType(BasicType<?> type) {
        return elementType(type.sqlType());
    }

    /** The type to cast a text to, which would be cut to a length in silence. */
    static String withoutLength(SqlType type) {
        return type instanceof ArrayType array
                ? withoutLength(array.element()) + "[]"
                : type.in(PostgresDialect.NAME) instanceof StandardType
                        ? elementType(type)
                        : new PostgresTypes().declaration(type);
    }

    private static String elementType(SqlType type) {
        if (!(type.in(PostgresDialect.NAME) instanceof StandardType standard)) {
            return "text";
        }
        return switch (standard.kind()) {
            case BOOLEAN -> "bool";
            case SMALLINT -> "int2";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case DECIMAL -> "numeric";
            case REAL -> "float4";
            case DOUBLE -> "float8";
            case CHAR, VARCHAR, TEXT -> "text";
            case BINARY -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_TZ -> "timestamptz";
            case UUID -> "uuid";
            case JSON -> "jsonb";
        };
    }
}
