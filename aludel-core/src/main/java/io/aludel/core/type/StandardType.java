// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Locale;
import java.util.Objects;

/**
 * A type of one of our kinds. Create it through the factories of {@link SqlType}.
 *
 * @param length characters of {@code CHAR} and {@code VARCHAR}, precision (all digits) of {@code DECIMAL}, otherwise {@link
 *     #UNSPECIFIED}
 * @param scale digits after the point of {@code DECIMAL}, otherwise {@link #UNSPECIFIED}
 */
public record StandardType(TypeKind kind, int length, int scale) implements SqlType {
    public static final int UNSPECIFIED = -1;

    public StandardType {
        Objects.requireNonNull(kind, "kind");
        if (length != UNSPECIFIED && length < 1) {
            throw new IllegalArgumentException("The length of " + kind + " is " + length + "; it must be at least 1.");
        }
        if (scale != UNSPECIFIED && (scale < 0 || scale > length)) {
            throw new IllegalArgumentException("The scale of " + kind + " is " + scale
                    + "; it must be between 0 and the precision " + length + ".");
        }
    }

    static StandardType of(TypeKind kind) {
        return new StandardType(kind, UNSPECIFIED, UNSPECIFIED);
    }

    public boolean hasLength() {
        return length != UNSPECIFIED;
    }

    /** Written out, as codecs are looked up by their types for each column of each query; a record's own takes several times as long. */
    @Override
    public int hashCode() {
        return (31 * length + scale) * 31 + kind.hashCode();
    }

    /** For people: {@code varchar(40)}, {@code decimal(10, 2)}, {@code bigint}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (!hasLength()) {
            return name;
        }
        return scale == UNSPECIFIED ? name + "(" + length + ")" : name + "(" + length + ", " + scale + ")";
    }
}
