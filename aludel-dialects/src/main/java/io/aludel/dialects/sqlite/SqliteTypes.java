// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Declared types that people can read, and that SQLite's affinity leaves alone. SQLite makes of {@code date}, {@code timestamp} and {@code
 * uuid} columns that prefer numbers, but a text in one of our forms is never a number. JSON may be one ({@code 1e5}), so its declared
 * type says "text". Source: sqlite.org, "Datatypes In SQLite", part 3.1.
 */
final class SqliteTypes implements Types {
    private static final Pattern DECLARATION =
            Pattern.compile("\\s*([^()]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)\\s*)?");

    /** What other tools write, for the same affinity; our own spellings come from {@link #word}. */
    private static final Map<String, TypeKind> SPELLINGS = spellings();

    @Override
    public String declaration(SqlType given) {
        SqlType type = given.in("sqlite");
        if (type instanceof NamedEnum named) {
            return declaration(named.asText());
        }
        if (type instanceof ArrayType) {
            throw new UnsupportedFeatureException(
                    "arrays (" + type + ")", "sqlite", "Keep the values in a table of their own, or as json.");
        }
        if (type instanceof StandardType standard) {
            String word = word(standard.kind());
            if (!standard.hasLength()) {
                return word;
            }
            return standard.scale() == StandardType.UNSPECIFIED
                    ? word + "(" + standard.length() + ")"
                    : word + "(" + standard.length() + ", " + standard.scale() + ")";
        }
        NativeType own = (NativeType) type;
        if (!own.dialect().equals("sqlite")) {
            throw new UnsupportedFeatureException(
                    "type \"" + own.declaration() + "\" of " + own.dialect(),
                    "sqlite",
                    "Use one of the types that every database has.");
        }
        return own.declaration();
    }

    private static String word(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "decimal";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char";
            case VARCHAR -> "varchar";
            case TEXT -> "text";
            case BINARY -> "blob";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_TZ -> "timestamp with time zone";
            case UUID -> "uuid";
            case JSON -> "json text";
        };
    }

    private static Map<String, TypeKind> spellings() {
        Map<String, TypeKind> spellings = new HashMap<>();
        for (TypeKind kind : TypeKind.values()) {
            spellings.put(word(kind), kind);
        }
        spellings.put("bool", TypeKind.BOOLEAN);
        spellings.put("int", TypeKind.INTEGER);
        spellings.put("int2", TypeKind.SMALLINT);
        spellings.put("int8", TypeKind.BIGINT);
        spellings.put("numeric", TypeKind.DECIMAL);
        spellings.put("double", TypeKind.DOUBLE);
        spellings.put("float", TypeKind.DOUBLE);
        spellings.put("character", TypeKind.CHAR);
        spellings.put("nchar", TypeKind.CHAR);
        spellings.put("character varying", TypeKind.VARCHAR);
        spellings.put("nvarchar", TypeKind.VARCHAR);
        spellings.put("clob", TypeKind.TEXT);
        spellings.put("datetime", TypeKind.TIMESTAMP);
        return Map.copyOf(spellings);
    }

    @Override
    public SqlType parse(String declaration) {
        Matcher parts = DECLARATION.matcher(declaration);
        if (parts.matches()) {
            String word = parts.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            TypeKind kind = SPELLINGS.get(word);
            if (kind != null) {
                SqlType type = standard(kind, number(parts.group(2)), number(parts.group(3)));
                if (type != null) {
                    return type;
                }
            }
        }
        return new NativeType("sqlite", declaration);
    }

    /** The type with these numbers, or null where they make no sense for it. */
    private static @Nullable SqlType standard(TypeKind kind, int length, int scale) {
        int none = StandardType.UNSPECIFIED;
        return switch (kind) {
            case CHAR -> length > 0 && scale == none ? new StandardType(kind, length, none) : null;
            case VARCHAR -> {
                if (length == none) {
                    yield new StandardType(TypeKind.TEXT, none, none);
                }
                yield length > 0 && scale == none ? new StandardType(kind, length, none) : null;
            }
            case DECIMAL -> {
                int digits = length != none && scale == none ? 0 : scale;
                yield length == none || length > 0 && digits <= length ? new StandardType(kind, length, digits) : null;
            }
            case BOOLEAN,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    REAL,
                    DOUBLE,
                    TEXT,
                    BINARY,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMP_TZ,
                    UUID,
                    JSON -> length == none ? new StandardType(kind, none, none) : null;
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? StandardType.UNSPECIFIED : Integer.parseInt(digits);
    }

    @Override
    public <T> Codec<T> codec(BasicType<T> type) {
        return SqliteCodecs.of(type);
    }

    @Override
    public <T> String literal(T value, BasicType<T> type) {
        return SqliteLiterals.of(value);
    }
}
