// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.UnsupportedFeatureException;

/** Names in backticks. */
final class Backticks {
    private static final int LAST_OF_THREE_BYTES = 0xffff;

    private Backticks() {}

    /**
     * The name in backticks, those within it doubled.
     *
     * @throws IllegalArgumentException if it is empty or holds the character NUL, which no database takes
     * @throws UnsupportedFeatureException if it holds a character beyond U+FFFF, which the server does not take
     */
    static String quote(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name in SQL is empty; give it one.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The name \"" + name.replace("\0", "\\0")
                    + "\" holds the character NUL, which no database takes; choose another.");
        }
        if (name.codePoints().anyMatch(point -> point > LAST_OF_THREE_BYTES)) {
            throw new UnsupportedFeatureException(
                    "name with a character beyond U+FFFF (\"" + name + "\")",
                    MariaDbDialect.NAME,
                    "Choose one without it.");
        }
        return '`' + name.replace("`", "``") + '`';
    }
}
