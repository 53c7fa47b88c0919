// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
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

    @Override
    public String declaration(SqlType type) {
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

    private static String name(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
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
        Matcher parts =
                DECLARATION.matcher(declaration.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        SqlType parsed = parts.matches() ? standard(parts) : null;
        return parsed == null ? SqlType.nativeType(PostgresDialect.NAME, declaration) : parsed;
    }

    private static @Nullable SqlType standard(Matcher parts) {
        String name = parts.group(1);
        String zone = parts.group(4) == null ? "" : parts.group(4).strip();
        int first = parts.group(2) == null ? StandardType.UNSPECIFIED : Integer.parseInt(parts.group(2));
        int second = parts.group(3) == null ? StandardType.UNSPECIFIED : Integer.parseInt(parts.group(3));
        boolean zoned = zone.equals("with time zone");
        boolean fullPrecision = first == StandardType.UNSPECIFIED || first == FULL_PRECISION;
        boolean one = second == StandardType.UNSPECIFIED;
        switch (name) {
            case "time", "timestamp":
                if (!fullPrecision || !one || name.equals("time") && zoned) {
                    return null;
                }
                return name.equals("time")
                        ? SqlType.time()
                        : zoned ? SqlType.timestampWithTimeZone() : SqlType.timestamp();
            case "timestamptz":
                return fullPrecision && one && zone.isEmpty() ? SqlType.timestampWithTimeZone() : null;
            default:
                break;
        }
        if (!zone.isEmpty()) {
            return null;
        }
        switch (name) {
            case "numeric", "decimal", "dec":
                if (first == StandardType.UNSPECIFIED) {
                    return new StandardType(TypeKind.DECIMAL, first, first);
                }
                int scale = one ? 0 : second;
                return first >= 1 && scale <= first ? SqlType.decimal(first, scale) : null;
            case "char", "character", "bpchar":
                return one && first != 0 && !(name.equals("bpchar") && first < 0)
                        ? SqlType.character(first < 0 ? 1 : first)
                        : null;
            case "varchar", "character varying", "char varying":
                return one && first != 0 ? new StandardType(TypeKind.VARCHAR, first, StandardType.UNSPECIFIED) : null;
            default:
                return first == StandardType.UNSPECIFIED ? plain(name) : null;
        }
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
        if (!(type.sqlType() instanceof StandardType standard)) {
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
