// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.name;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * How a constraint or index is called when the model does not say, so that none is ever left to the database: a name
 * that everyone knows beforehand can be dropped by a script on every database.
 *
 * <p>Names are at most {@value #MAX_BYTES} bytes of UTF-8, which fits every database we speak to; a longer one is cut and ends in a
 * checksum of the whole, so that two long names stay apart and the same model always gives the same name.
 */
public interface NamingConvention {
    int MAX_BYTES = 60;

    /** {@code pk_grades}, {@code fk_grades_student_id}, {@code uq_groups_name}, {@code ix_grades_subject_id}, {@code ck_grades_value}. */
    NamingConvention STANDARD = (prefix, table, parts) -> {
        String name = prefix + "_" + table + (parts.isEmpty() ? "" : "_" + String.join("_", parts));
        return shorten(name);
    };

    /**
     * The name of one constraint or index.
     *
     * @param prefix {@code pk}, {@code fk}, {@code uq}, {@code ix} or {@code ck}
     * @param parts the columns it is made of, in order; empty for a primary key
     */
    String name(String prefix, String table, List<String> parts);

    default String primaryKey(String table) {
        return name("pk", table, List.of());
    }

    default String foreignKey(String table, List<String> columns) {
        return name("fk", table, columns);
    }

    default String unique(String table, List<String> columns) {
        return name("uq", table, columns);
    }

    default String index(String table, List<String> columns) {
        return name("ix", table, columns);
    }

    default String check(String table, List<String> columns) {
        return name("ck", table, columns);
    }

    /** The name itself if it fits into {@link #MAX_BYTES}, else its beginning and a checksum of the whole. */
    static String shorten(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_BYTES) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        StringBuilder kept = new StringBuilder();
        int size = 0;
        for (int codePoint : name.codePoints().toArray()) {
            size += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (size > MAX_BYTES - 9) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept + "_" + String.format("%08x", checksum.getValue());
    }
}
