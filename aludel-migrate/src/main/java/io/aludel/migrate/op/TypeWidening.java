// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.List;

/** Which types certainly hold every value of another. What is not certain counts as a loss. */
final class TypeWidening {
    private static final List<TypeKind> INTEGERS = List.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);

    private TypeWidening() {}

    static boolean holds(SqlType wide, SqlType narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        return wide instanceof StandardType to && narrow instanceof StandardType from && holds(to, from);
    }

    private static boolean holds(StandardType to, StandardType from) {
        if (INTEGERS.contains(to.kind()) && INTEGERS.contains(from.kind())) {
            return INTEGERS.indexOf(to.kind()) >= INTEGERS.indexOf(from.kind());
        }
        boolean fromText = from.kind() == TypeKind.VARCHAR || from.kind() == TypeKind.TEXT;
        if (to.kind() == TypeKind.TEXT && fromText) {
            return true;
        }
        if (to.kind() == TypeKind.VARCHAR && from.kind() == TypeKind.VARCHAR) {
            return !to.hasLength() || from.hasLength() && to.length() >= from.length();
        }
        if (to.kind() == TypeKind.DECIMAL && from.kind() == TypeKind.DECIMAL) {
            return !to.hasLength()
                    || from.hasLength()
                            && to.scale() >= from.scale()
                            && to.length() - to.scale() >= from.length() - from.scale();
        }
        return to.kind() == TypeKind.DOUBLE && from.kind() == TypeKind.REAL;
    }
}
