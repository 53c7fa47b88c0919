// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.flush;

import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.orm.entity.MappedColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value fits its column, on every database alike: some cut off what is too long where it is blank, others hold more than the
 * column says.
 */
final class Fit {
    private Fit() {}

    /** What is wrong with the value, to follow its name; null if nothing is. */
    static @Nullable String misfit(MappedColumn column, @Nullable Object value) {
        if (value instanceof String text && column.type().sqlType() instanceof StandardType type && isText(type)) {
            return misfit(text, type);
        }
        if (value instanceof BigDecimal number
                && column.type().sqlType() instanceof StandardType type
                && isDecimal(type)) {
            BigDecimal rounded = rounded(number, type);
            boolean fits = rounded.precision() - rounded.scale() <= type.length() - type.scale();
            return fits ? null : "is " + number.toPlainString() + ", which does not fit " + type;
        }
        return null;
    }

    private static @Nullable String misfit(String text, StandardType type) {
        // Characters are never more than chars.
        if (text.length() <= type.length()) {
            return null;
        }
        int characters = text.codePointCount(0, text.length());
        return characters <= type.length() ? null : "has " + characters + " characters, which do not fit " + type;
    }

    /** The value as the column holds it: a decimal with the column's places, rounded half away from zero. */
    static @Nullable Object held(MappedColumn column, @Nullable Object value) {
        return value instanceof BigDecimal number
                        && column.type().sqlType() instanceof StandardType type
                        && isDecimal(type)
                ? rounded(number, type)
                : value;
    }

    private static BigDecimal rounded(BigDecimal number, StandardType type) {
        return number.scale() <= type.scale() ? number : number.setScale(type.scale(), RoundingMode.HALF_UP);
    }

    private static boolean isText(StandardType type) {
        return type.hasLength() && (type.kind() == TypeKind.VARCHAR || type.kind() == TypeKind.CHAR);
    }

    private static boolean isDecimal(StandardType type) {
        return type.kind() == TypeKind.DECIMAL && type.scale() != StandardType.UNSPECIFIED;
    }
}
