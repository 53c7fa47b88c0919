// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

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
 * H2's types (h2database.com, "Data Types"). Text of any length is {@code varchar}, which holds a thousand million characters and can be a key; the
 * length of text counts a character beyond U+FFFF as two. A decimal without precision is {@code decfloat}.
 */
final class H2Types implements Types {
    /** A name, one or two numbers behind it, and what may follow them: {@code timestamp(3) with time zone}. */
    private static final Pattern DECLARATION =
            Pattern.compile("([a-z][a-z0-9 ]*?) *(?:\\( *(\\d+) *(?:, *(\\d+) *)?\\))?( with(?:out)? time zone)?");

    private static final Pattern ARRAY = Pattern.compile("(?i)(.+)\\sarray");

    /** Fraction digits that a time of ours has. */
    private static final int MICROSECONDS = 6;

    @Override
    public String declaration(SqlType given) {
        SqlType type = given.in(H2Dialect.NAME);
        if (type instanceof ArrayType array) {
            return declaration(array.element()) + " array";
        }
        if (type instanceof NamedEnum named) {
            return declaration(named.asText());
        }
        if (type instanceof NativeType own) {
            if (!own.dialect().equals(H2Dialect.NAME)) {
                throw new UnsupportedFeatureException(
                        "type \"" + own.declaration() + "\" of " + own.dialect(),
                        H2Dialect.NAME,
                        "Use a type that every database has, or name one for each.");
            }
            return own.declaration();
        }
        StandardType standard = (StandardType) type;
        String name = name(standard.kind());
        if (standard.kind() == TypeKind.DECIMAL) {
            return standard.hasLength()
                    ? "numeric(" + standard.length() + ", " + Math.max(standard.scale(), 0) + ")"
                    : name;
        }
        return standard.hasLength() ? name + "(" + standard.length() + ")" : name;
    }

    private static String name(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "decfloat";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char";
            case VARCHAR, TEXT -> "varchar";
            case BINARY -> "varbinary";
            case DATE -> "date";
            case TIME -> "time(6)"; // without a precision it has none
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_TZ -> "timestamp with time zone";
            case UUID -> "uuid";
            case JSON -> "json";
        };
    }

    @Override
    public SqlType parse(String declaration) {
        Matcher array = ARRAY.matcher(declaration);
        if (array.matches()) {
            SqlType element = parse(array.group(1));
            return element instanceof StandardType
                    ? SqlType.array(element)
                    : SqlType.nativeType(H2Dialect.NAME, declaration);
        }
        Matcher parts =
                DECLARATION.matcher(declaration.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        SqlType parsed = parts.matches()
                ? standard(parts.group(1), number(parts.group(2)), number(parts.group(3)), parts.group(4))
                : null;
        return parsed == null ? SqlType.nativeType(H2Dialect.NAME, declaration) : parsed;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? StandardType.UNSPECIFIED : Integer.parseInt(digits);
    }

    private static @Nullable SqlType standard(String name, int length, int scale, @Nullable String zone) {
        boolean zoned = " with time zone".equals(zone);
        return switch (name) {
            case "time" -> zoned || length != MICROSECONDS ? null : SqlType.time();
            case "timestamp" ->
                length != StandardType.UNSPECIFIED && length != MICROSECONDS
                        ? null
                        : zoned ? SqlType.timestampWithTimeZone() : SqlType.timestamp();
            case "numeric", "decimal", "dec" ->
                length == StandardType.UNSPECIFIED || scale > length
                        ? null
                        : SqlType.decimal(length, Math.max(scale, 0));
            case "char", "character" ->
                new StandardType(
                        TypeKind.CHAR, length == StandardType.UNSPECIFIED ? 1 : length, StandardType.UNSPECIFIED);
            case "varchar", "character varying", "char varying" ->
                length == StandardType.UNSPECIFIED ? SqlType.text() : SqlType.varchar(length);
            default -> length == StandardType.UNSPECIFIED ? plain(name) : null;
        };
    }

    private static @Nullable SqlType plain(String name) {
        return switch (name) {
            case "boolean", "bool" -> SqlType.bool();
            case "smallint" -> SqlType.smallint();
            case "integer", "int" -> SqlType.integer();
            case "bigint" -> SqlType.bigint();
            case "decfloat" -> new StandardType(TypeKind.DECIMAL, StandardType.UNSPECIFIED, StandardType.UNSPECIFIED);
            case "real" -> SqlType.real();
            case "double precision", "double", "float" -> SqlType.doublePrecision();
            case "varbinary", "binary varying" -> SqlType.binary();
            case "date" -> SqlType.date();
            case "uuid" -> SqlType.uuid();
            case "json" -> SqlType.json();
            default -> null;
        };
    }

    @Override
    public <T> Codec<T> codec(BasicType<T> type) {
        return H2Codecs.of(type);
    }

    @Override
    public <T> String literal(T value, BasicType<T> type) {
        return H2Literals.literal(value, H2Codecs.isJson(type));
    }
}
