// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import java.nio.charset.StandardCharsets;

/** A name as a database keeps it that cuts names at a number of bytes, never inside a character. */
final class StoredName {
    private StoredName() {}

    static String of(String name, int maxBytes) {
        int size = 0;
        int end = 0;
        while (end < name.length()) {
            int point = name.codePointAt(end);
            size += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (size > maxBytes) {
                return name.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return name;
    }
}
