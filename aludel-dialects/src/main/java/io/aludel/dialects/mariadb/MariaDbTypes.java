// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

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
 * MariaDB's types (mariadb.com/kb, "Data Types"). A decimal without precision has the most digits that there are, 30 of them behind the point. A {@code
 * real} is a {@code double}: of a {@code float} the server shows six digits, and finds none equal to {@code 0.1}. A moment is a {@code datetime} in
 * UTC, as {@code timestamp} ends in 2038.
 */
final class MariaDbTypes implements Types {
    /** A name, and one or two numbers behind it: {@code decimal(10,2)}. */
    private static final Pattern DECLARATION = Pattern.compile("([a-z]+)(?: ?\\((\\d+)(?:, ?(\\d+))?\\))?");

    private static final int MAX_DIGITS = 65;
    static final int WIDEST_SCALE = 30;
    private static final int MICROSECONDS = 6;
    private static final int UUID_BYTES = 16;

    private final boolean uuids;
    private final int maxScale;

    /**
     * @param uuids whether the server has a type for UUIDs
     * @param maxScale the most places of a decimal behind the point
     */
    MariaDbTypes(boolean uuids, int maxScale) {
        this.uuids = uuids;
        this.maxScale = maxScale;
    }

    @Override
    public String declaration(SqlType given) {
        SqlType type = given.in(MariaDbDialect.NAME);
        if (type instanceof NamedEnum named) {
            return declaration(named.asText());
        }
        if (type instanceof ArrayType) {
            throw new UnsupportedFeatureException(
                    "arrays (" + type + ")",
                    MariaDbDialect.NAME,
                    "Keep the values in a table of their own, or as json.");
        }
        if (type instanceof NativeType own) {
            if (!own.dialect().equals(MariaDbDialect.NAME)) {
                throw new UnsupportedFeatureException(
                        "type \"" + own.declaration() + "\" of " + own.dialect(),
                        MariaDbDialect.NAME,
                        "Use a type that every database has, or name one for each.");
            }
            return own.declaration();
        }
        StandardType standard = (StandardType) type;
        return switch (standard.kind()) {
            case DECIMAL -> decimal(standard);
            case CHAR, VARCHAR -> standard.kind().name().toLowerCase(Locale.ROOT) + "(" + standard.length() + ")";
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL, DOUBLE -> "double";
            case TEXT -> "longtext";
            case BINARY -> "longblob";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP, TIMESTAMP_TZ -> "datetime(6)";
            case UUID -> uuids ? "uuid" : "binary(16)";
            case JSON -> "json";
        };
    }

    private String decimal(StandardType type) {
        int digits = type.hasLength() ? type.length() : MAX_DIGITS;
        int scale = type.hasLength() ? Math.max(type.scale(), 0) : WIDEST_SCALE;
        if (digits > MAX_DIGITS || scale > maxScale) {
            throw new UnsupportedFeatureException(
                    "decimal of " + digits + " digits, " + scale + " of them behind the point; it has at most "
                            + MAX_DIGITS + " and " + maxScale,
                    MariaDbDialect.NAME,
                    "Choose fewer, or keep the number as text.");
        }
        return "decimal(" + digits + ", " + scale + ")";
    }

    @Override
    public SqlType parse(String declaration) {
        Matcher parts = DECLARATION.matcher(declaration.strip().toLowerCase(Locale.ROOT));
        SqlType parsed =
                parts.matches() ? standard(parts.group(1), number(parts.group(2)), number(parts.group(3))) : null;
        return parsed == null ? SqlType.nativeType(MariaDbDialect.NAME, declaration) : parsed;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? StandardType.UNSPECIFIED : Integer.parseInt(digits);
    }

    private @Nullable SqlType standard(String name, int length, int scale) {
        return switch (name) {
            case "tinyint" -> length == 1 ? SqlType.bool() : null;
            case "boolean", "bool" -> SqlType.bool();
            case "smallint" -> SqlType.smallint(); // its length says how a number is shown
            case "int", "integer" -> SqlType.integer();
            case "bigint" -> SqlType.bigint();
            case "decimal", "numeric" -> length == StandardType.UNSPECIFIED ? null : decimal(length, scale);
            case "char" -> length == 0 ? null : SqlType.character(Math.max(length, 1));
            case "varchar" -> length < 1 ? null : SqlType.varchar(length);
            case "time" -> length == MICROSECONDS ? SqlType.time() : null;
            case "datetime" -> length == MICROSECONDS ? SqlType.timestamp() : null;
            case "binary" -> length == UUID_BYTES && !uuids ? SqlType.uuid() : null;
            default -> length == StandardType.UNSPECIFIED ? plain(name) : null;
        };
    }

    private static SqlType decimal(int length, int scale) {
        return length == MAX_DIGITS && scale == WIDEST_SCALE
                ? new StandardType(TypeKind.DECIMAL, StandardType.UNSPECIFIED, StandardType.UNSPECIFIED)
                : SqlType.decimal(length, Math.max(scale, 0));
    }

    private static @Nullable SqlType plain(String name) {
        return switch (name) {
            case "double" -> SqlType.doublePrecision();
            case "longtext" -> SqlType.text();
            case "longblob" -> SqlType.binary();
            case "date" -> SqlType.date();
            case "uuid" -> SqlType.uuid();
            case "json" -> SqlType.json();
            default -> null;
        };
    }

    /** The type as {@code cast} says it. */
    String castDeclaration(SqlType given) {
        SqlType type = given.in(MariaDbDialect.NAME);
        if (!(type instanceof StandardType standard)) {
            return declaration(type);
        }
        return switch (standard.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "signed";
            case CHAR, VARCHAR, TEXT, JSON -> standard.hasLength() ? "char(" + standard.length() + ")" : "char";
            case BINARY -> "binary";
            case DECIMAL, REAL, DOUBLE, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, UUID -> declaration(type);
        };
    }

    @Override
    public <T> Codec<T> codec(BasicType<T> type) {
        return MariaDbCodecs.of(type, uuids);
    }

    @Override
    public <T> String literal(T value, BasicType<T> type) {
        return MariaDbLiterals.literal(value, uuids);
    }
}
