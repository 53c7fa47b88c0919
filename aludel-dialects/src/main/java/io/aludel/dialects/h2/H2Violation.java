// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what H2 says of a violated constraint, which is how it would declare it. */
final class H2Violation {
    /** Before this, a name stands as it is, not quoted. */
    private static final String AFTER_NAME = ": ";

    private H2Violation() {}

    /** {@code school.uq_grades INDEX school.uq_grades_index_1 ON school.grades(a NULLS FIRST, b NULLS FIRST) VALUES …}, or without its index. */
    static SqlError ofKey(String said) {
        H2Names names = new H2Names(said);
        String constraint = names.nextOfSchema();
        if (names.skip(" INDEX ")) {
            names.nextOfSchema();
        }
        names.skip(" PRIMARY KEY");
        if (!names.skip(" ON ")) {
            return new SqlError(Kind.UNIQUE_VIOLATION, constraint);
        }
        return new SqlError(Kind.UNIQUE_VIOLATION, constraint, names.nextOfSchema(), columns(names));
    }

    /** {@code fk_grades: school.grades FOREIGN KEY(student_id) REFERENCES …}. */
    static SqlError ofForeignKey(String said) {
        for (int end = said.indexOf(AFTER_NAME); end >= 0; end = said.indexOf(AFTER_NAME, end + 1)) {
            H2Names names = new H2Names(said.substring(end + AFTER_NAME.length()));
            String table = names.nextOfSchema();
            if (names.skip(" FOREIGN KEY")) {
                return new SqlError(Kind.FOREIGN_KEY_VIOLATION, said.substring(0, end), table, columns(names));
            }
        }
        return new SqlError(Kind.FOREIGN_KEY_VIOLATION, new H2Names(said).nextOfSchema());
    }

    /** {@code ck_grades: }, and perhaps the condition. */
    static SqlError ofCheck(String said) {
        if (said.endsWith(AFTER_NAME)) {
            return new SqlError(Kind.CHECK_VIOLATION, said.substring(0, said.length() - AFTER_NAME.length()));
        }
        return new SqlError(Kind.CHECK_VIOLATION, new H2Names(said).nextOfSchema());
    }

    /** The column's name as it is. */
    static SqlError ofColumn(String said) {
        return new SqlError(Kind.NOT_NULL_VIOLATION, null, null, said.isEmpty() ? List.of() : List.of(said));
    }

    private static List<String> columns(H2Names names) {
        List<String> columns = new ArrayList<>();
        for (boolean more = names.skip("("); more; more = names.skip(", ")) {
            String column = names.next();
            if (column == null) {
                return List.of();
            }
            columns.add(column);
            skipOrder(names);
        }
        return columns;
    }

    private static void skipOrder(H2Names names) {
        names.skip(" DESC");
        if (names.skip(" NULLS ")) {
            names.next();
        }
    }
}
