// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.type.ArrayType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.VariantType;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Column types as Java source: the factories of {@link SqlType}. */
final class TypePrinter {
    private final Imports imports;

    TypePrinter(Imports imports) {
        this.imports = imports;
    }

    String of(SqlType type) {
        if (type instanceof NativeType given) {
            return factory("nativeType", JavaLiteral.quoted(given.dialect()), JavaLiteral.quoted(given.declaration()));
        }
        if (type instanceof ArrayType array) {
            return factory("array", of(array.element()));
        }
        if (type instanceof VariantType variant) {
            return of(variant.general())
                    + new TreeMap<>(variant.declarations())
                            .entrySet().stream()
                                    .map(entry -> ".on(" + JavaLiteral.quoted(entry.getKey()) + ", "
                                            + JavaLiteral.quoted(entry.getValue()) + ")")
                                    .collect(Collectors.joining());
        }
        if (type instanceof NamedEnum named) {
            return named(named);
        }
        StandardType standard = (StandardType) type;
        return switch (standard.kind()) {
            case BOOLEAN -> factory("bool");
            case SMALLINT -> factory("smallint");
            case INTEGER -> factory("integer");
            case BIGINT -> factory("bigint");
            case DECIMAL ->
                standard.hasLength() && standard.scale() != StandardType.UNSPECIFIED
                        ? factory("decimal", standard.length() + "", standard.scale() + "")
                        : uncommon(standard);
            case REAL -> factory("real");
            case DOUBLE -> factory("doublePrecision");
            case CHAR -> standard.hasLength() ? factory("character", standard.length() + "") : uncommon(standard);
            case VARCHAR -> standard.hasLength() ? factory("varchar", standard.length() + "") : uncommon(standard);
            case TEXT -> factory("text");
            case BINARY -> factory("binary");
            case DATE -> factory("date");
            case TIME -> factory("time");
            case TIMESTAMP -> factory("timestamp");
            case TIMESTAMP_TZ -> factory("timestampWithTimeZone");
            case UUID -> factory("uuid");
            case JSON -> factory("json");
        };
    }

    private String named(NamedEnum type) {
        Stream<String> labels = type.labels().stream().map(JavaLiteral::quoted);
        if (type.schema() == null) {
            return factory(
                    "namedEnum",
                    Stream.concat(Stream.of(JavaLiteral.quoted(type.name())), labels)
                            .toArray(String[]::new));
        }
        return "new " + imports.type(NamedEnum.class) + "(" + JavaLiteral.quoted(type.schema()) + ", "
                + JavaLiteral.quoted(type.name()) + ", " + imports.type(List.class) + ".of("
                + labels.collect(Collectors.joining(", ")) + "))";
    }

    private String factory(String name, String... arguments) {
        return imports.staticOf(SqlType.class, name) + "(" + String.join(", ", arguments) + ")";
    }

    /** A decimal or text without length, which a live database may have. */
    private String uncommon(StandardType type) {
        return "new " + imports.type(StandardType.class) + "(" + imports.type(TypeKind.class) + "." + type.kind() + ", "
                + type.length() + ", " + type.scale() + ")";
    }
}
