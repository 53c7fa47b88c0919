// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an SQL script says: {@code 8f2c41d09ab3_grade_check.up.sql}, {@code 8f2c41d09ab3_grade_check.down.postgresql.sql}.
 *
 * @param dialect the only one it is for; empty for all that have no file of their own
 */
record SqlFileName(String id, String slug, boolean up, String dialect) {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{12})_([^.]+)\\.(up|down)(?:\\.([a-z0-9]+))?\\.sql");
    /** What is meant to be one; files of other tools, in the same folder, are not. */
    private static final Pattern MEANT =
            Pattern.compile("(?i)([0-9a-f]{12}([^0-9a-f].*)?|.*\\.(up|down)(\\..*)?)\\.sql");

    /**
     * Reads a file's name; empty where it is none of ours.
     *
     * @throws MigrationException if it is one that cannot be read
     */
    static Optional<SqlFileName> of(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            if (MEANT.matcher(fileName).matches()) {
                throw refused(
                        fileName,
                        "its name is not understood; write <id>_<words>.up.sql or <id>_<words>.down.sql, with an id of twelve"
                                + " hexadecimal digits in lower case, and for one database only <id>_<words>.up.<dialect>.sql");
            }
            return Optional.empty();
        }
        String dialect = matcher.group(4) == null ? "" : matcher.group(4);
        requireDialect(fileName, dialect);
        return Optional.of(new SqlFileName(
                matcher.group(1), matcher.group(2), matcher.group(3).equals("up"), dialect));
    }

    /** @param dialect the part of the name that says it; null or empty where none does */
    static void requireDialect(String fileName, @Nullable String dialect) {
        List<String> known = Engine.dialectNames();
        if (dialect != null && !dialect.isEmpty() && !known.contains(dialect)) {
            throw refused(
                    fileName,
                    "there is no dialect \"" + dialect + "\"; there are " + String.join(", ", known)
                            + ". Correct the name, or add the artifact that has it");
        }
    }

    static MigrationException refused(String file, String reason) {
        return new MigrationException("MIG-080", "SQL script " + file + " cannot be used: " + reason + ".");
    }

    /** The words of the name as a sentence: {@code Grade check}. */
    String message() {
        String words = slug.replaceAll("[_-]+", " ").strip();
        return words.isEmpty() ? slug : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
