// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.migrate.run.RevisionSql;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file for another tool: its name within the folder, and its text. */
public record MigrationFile(String name, String text) {
    private static final int LONGEST_SLUG = 40;

    /** How a file says which revision it is of; see {@link #head} and {@link LiquibaseFiles}. */
    private static final Pattern REVISION = Pattern.compile("(?m)^--(?: revision |changeset \\S+:)([0-9a-f]{12})\\b");

    public MigrationFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** The ids of the revisions that a file with this text was written of. */
    public static Set<String> revisions(String text) {
        Matcher matcher = REVISION.matcher(text);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    /** The lines that a file begins with. */
    static String head(RevisionSql revision) {
        return "-- revision " + revision.id() + ": " + revision.message()
                + "\n-- Written by aludel export; what is changed here, the revision does not know.\n";
    }

    /** {@code add_pets}: what of the message a file may be called everywhere; the id where that is nothing. */
    static String slug(RevisionSql revision) {
        StringBuilder slug = new StringBuilder();
        for (String word : revision.message().toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (slug.length() + word.length() > LONGEST_SLUG) {
                break;
            }
            slug.append(slug.isEmpty() || word.isEmpty() ? "" : "_").append(word);
        }
        return slug.isEmpty() ? revision.id() : slug.toString();
    }
}
