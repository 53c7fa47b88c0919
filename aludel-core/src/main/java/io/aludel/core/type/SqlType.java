// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.List;
import java.util.Map;

/**
 * The type of a column, as the model and the scripts say it; a dialect spells it. The factories read like SQL, so that scripts
 * import them statically: {@code bigint()}, {@code varchar(40)}, {@code decimal(10, 2)}.
 */
public sealed interface SqlType permits StandardType, NativeType, ArrayType, NamedEnum, VariantType {
    /**
     * The same type, but on one database in its own words: {@code varchar(43).on("postgresql", "inet")}.
     *
     * @param dialect the name of the dialect that understands them
     * @param declaration the type as that database prints it
     */
    default SqlType on(String dialect, String declaration) {
        return new VariantType(this, Map.of(dialect, declaration));
    }

    /** The type that this one is on that database; never a {@link VariantType}. */
    default SqlType in(String dialect) {
        return this;
    }

    static SqlType bool() {
        return StandardType.of(TypeKind.BOOLEAN);
    }

    static SqlType smallint() {
        return StandardType.of(TypeKind.SMALLINT);
    }

    static SqlType integer() {
        return StandardType.of(TypeKind.INTEGER);
    }

    static SqlType bigint() {
        return StandardType.of(TypeKind.BIGINT);
    }

    /** An exact number: {@code precision} digits in all, {@code scale} of them after the point. */
    static SqlType decimal(int precision, int scale) {
        return new StandardType(TypeKind.DECIMAL, precision, scale);
    }

    static SqlType real() {
        return StandardType.of(TypeKind.REAL);
    }

    static SqlType doublePrecision() {
        return StandardType.of(TypeKind.DOUBLE);
    }

    static SqlType character(int length) {
        return new StandardType(TypeKind.CHAR, length, StandardType.UNSPECIFIED);
    }

    /** Text up to {@code length} characters. */
    static SqlType varchar(int length) {
        return new StandardType(TypeKind.VARCHAR, length, StandardType.UNSPECIFIED);
    }

    static SqlType text() {
        return StandardType.of(TypeKind.TEXT);
    }

    static SqlType binary() {
        return StandardType.of(TypeKind.BINARY);
    }

    static SqlType date() {
        return StandardType.of(TypeKind.DATE);
    }

    static SqlType time() {
        return StandardType.of(TypeKind.TIME);
    }

    static SqlType timestamp() {
        return StandardType.of(TypeKind.TIMESTAMP);
    }

    static SqlType timestampWithTimeZone() {
        return StandardType.of(TypeKind.TIMESTAMP_TZ);
    }

    static SqlType uuid() {
        return StandardType.of(TypeKind.UUID);
    }

    static SqlType json() {
        return StandardType.of(TypeKind.JSON);
    }

    /** Values of one type in their order: {@code array(integer())}. */
    static SqlType array(SqlType element) {
        return new ArrayType(element);
    }

    /** One of these texts; a type of that name on databases that have such: {@code namedEnum("mood", "sad", "happy")}. */
    static SqlType namedEnum(String name, String... labels) {
        return new NamedEnum(null, name, List.of(labels));
    }

    /** A type that only one database has, in its own words: {@code nativeType("postgresql", "citext")}. */
    static SqlType nativeType(String dialect, String declaration) {
        return new NativeType(dialect, declaration);
    }
}
