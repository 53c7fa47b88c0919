// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds the values of types that only one database has, told by the words that it declares them with. */
final class OwnTypes {
    private static final Map<String, JavaType> BY_WORD = Map.ofEntries(
            Map.entry("tinyint", JavaType.SHORT),
            Map.entry("int2", JavaType.INTEGER),
            Map.entry("smallint", JavaType.INTEGER), // unsigned, or it would be a standard one
            Map.entry("mediumint", JavaType.INTEGER),
            Map.entry("year", JavaType.INTEGER),
            Map.entry("int", JavaType.LONG),
            Map.entry("integer", JavaType.LONG),
            Map.entry("oid", JavaType.LONG),
            Map.entry("bigint", JavaType.BIG_INTEGER),
            Map.entry("decimal", JavaType.DECIMAL),
            Map.entry("numeric", JavaType.DECIMAL),
            Map.entry("decfloat", JavaType.DECIMAL),
            Map.entry("number", JavaType.DECIMAL),
            Map.entry("float", JavaType.FLOAT),
            Map.entry("double", JavaType.DOUBLE),
            Map.entry("real", JavaType.DOUBLE),
            Map.entry("date", JavaType.DATE),
            Map.entry("time", JavaType.TIME),
            Map.entry("datetime", JavaType.TIMESTAMP),
            Map.entry("timestamp", JavaType.TIMESTAMP),
            Map.entry("json", JavaType.JSON),
            Map.entry("tinyblob", JavaType.BYTES),
            Map.entry("blob", JavaType.BYTES),
            Map.entry("mediumblob", JavaType.BYTES),
            Map.entry("binary", JavaType.BYTES),
            Map.entry("varbinary", JavaType.BYTES),
            Map.entry("geometry", JavaType.BYTES),
            Map.entry("character", JavaType.TEXT));

    /** Those whose values a database takes and gives as text. */
    private static final Set<String> AS_TEXT = Set.of(
            "enum",
            "set",
            "xml",
            "inet",
            "inet4",
            "inet6",
            "cidr",
            "macaddr",
            "macaddr8",
            "interval",
            "tsvector",
            "tsquery",
            "ltree",
            "hstore",
            "money",
            "bit",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "varbit",
            "name");

    /** Parts of words, for declarations that people make up where a database takes any: {@code blob sub_type text}. */
    private static final List<String> TEXTS = List.of("char", "text", "clob");

    private OwnTypes() {}

    /** The type; null where the words say nothing, and text is as good as any. */
    static @Nullable JavaType of(String declaration) {
        String words = declaration.toLowerCase(Locale.ROOT).strip();
        if (words.startsWith("timestamp") && words.endsWith("with time zone")) {
            return JavaType.MOMENT;
        }
        if (words.startsWith("time") && words.endsWith("with time zone") || words.endsWith("[]")) {
            return JavaType.TEXT;
        }
        if (TEXTS.stream().anyMatch(words::contains)) {
            return JavaType.TEXT;
        }
        if (words.matches("(unsigned |signed )?(big |medium |long |native )?int")) {
            return JavaType.LONG; // SQLite takes any words before it
        }
        String first = words.split("[^a-z0-9]", 2)[0];
        return AS_TEXT.contains(first) ? JavaType.TEXT : BY_WORD.get(first);
    }
}
