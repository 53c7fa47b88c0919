// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.migrate.run.RevisionSql;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Revisions as Flyway's versioned migrations: {@code V7__add_pets.sql} and {@code U7__add_pets.sql}, beside each a {@code .conf} where the script has settings of
 * its own. A revision that cannot be executed in one go becomes several, {@code V7.1__…} and so on; the undo script of the last one undoes them all.
 */
public final class FlywayFiles {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d{1,18})(?:[._]\\d+)*__.*\\.sql");

    private FlywayFiles() {}

    /**
     * The number that a versioned migration's name begins with.
     *
     * @return empty if the name is that of something else
     */
    public static OptionalLong version(String fileName) {
        Matcher matcher = VERSIONED.matcher(fileName);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** The files of one revision; none where it does nothing on this database. */
    public static List<MigrationFile> of(RevisionSql revision, long version) {
        List<MigrationFile> files = new ArrayList<>();
        List<RevisionSql.Part> parts = revision.up();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            String name = version + (parts.size() == 1 ? "" : "." + (i + 1)) + "__" + MigrationFile.slug(revision);
            files.addAll(script("V" + name, revision, parts.get(i)));
            if (revision.irreversible() == null) {
                files.addAll(
                        last && !revision.down().statements().isEmpty()
                                ? script("U" + name, revision, revision.down())
                                : List.of(new MigrationFile(
                                        "U" + name + ".sql",
                                        MigrationFile.head(revision)
                                                + (last
                                                        ? "-- There is nothing to undo.\n"
                                                        : "-- The script of part " + parts.size()
                                                                + " has undone this, too.\n"))));
            }
        }
        return files;
    }

    private static List<MigrationFile> script(String name, RevisionSql revision, RevisionSql.Part part) {
        String text = MigrationFile.head(revision)
                + notes(part)
                + part.statements().stream().map(statement -> statement + ";\n").collect(Collectors.joining());
        List<MigrationFile> files = new ArrayList<>(List.of(new MigrationFile(name + ".sql", text)));
        String settings = (part.outsideTransaction() ? "executeInTransaction=false\n" : "")
                + (text.contains("${") ? "placeholderReplacement=false\n" : "");
        if (!settings.isEmpty()) {
            files.add(new MigrationFile(name + ".sql.conf", settings));
        }
        return files;
    }

    private static String notes(RevisionSql.Part part) {
        if (part.rebuilds()) {
            return """
                    -- Tables are made anew, which must happen with foreign keys switched off. That cannot be done within Flyway's transaction, so the script has one of
                    -- its own (see the .conf): keep the statements together. Unlike aludel upgrade, Flyway does not look for rows that point at nothing afterwards.
                    """;
        }
        return part.outsideTransaction() ? """
                -- The database refuses this within a transaction (see the .conf). If it fails half-way, look at what is there before flyway repair.
                -- On PostgreSQL Flyway waits for its own lock here, unless flyway.postgresql.transactional.lock=false.
                """ : "";
    }
}
