// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.run.RevisionSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Revisions as Liquibase's formatted SQL, {@code 8f2c41d09ab3_add_pets.sql} with a changeset {@code author:8f2c41d09ab3}, and the changelog that includes them. A
 * revision that cannot be executed in one go becomes several changesets; the rollback of the last one undoes them all.
 */
public final class LiquibaseFiles {
    /** The changelog that includes the others. */
    public static final String MASTER = "db.changelog-aludel.yaml";

    private static final String REBUILD = """
            -- Tables are made anew, which must happen with foreign keys switched off. That cannot be done within Liquibase's transaction, so the changeset has one
            -- of its own: keep the statements together. Unlike aludel upgrade, Liquibase does not look for rows that point at nothing afterwards.
            """;
    private static final String OUTSIDE =
            "-- The database refuses this within a transaction. If it fails half-way, look at what is there before you run it again.\n";

    private static final String MASTER_START = "databaseChangeLog:\n";

    /** Words that are Liquibase's own at the beginning of a comment, wherever in a statement it stands. */
    private static final Pattern OWN_WORDS = Pattern.compile(
            "(?im)^\\s*(?:--|/\\*)\\s*(?:liquibase|changeset|rollback|comment|preconditions?|property|valid|ignore|include)");

    private static final List<String> DELIMITERS = List.of(";", "//", "@@", "~~", "%%");

    private LiquibaseFiles() {}

    /**
     * The file of one revision; empty where it does nothing on this database.
     *
     * @param author without spaces and colons
     * @throws MigrationException if a statement cannot be told from Liquibase's own words
     */
    public static Optional<MigrationFile> of(RevisionSql revision, String author) {
        if (revision.up().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        int parts = revision.up().size();
        for (int i = 0; i < parts; i++) {
            text.append("\n")
                    .append(changeSet(
                            revision,
                            author + ":" + revision.id() + (parts == 1 ? "" : "-" + (i + 1)),
                            revision.up().get(i),
                            i == parts - 1));
        }
        return Optional.of(
                new MigrationFile(revision.id() + "_" + MigrationFile.slug(revision) + ".sql", text.toString()));
    }

    private static String changeSet(RevisionSql revision, String name, RevisionSql.Part part, boolean last) {
        RevisionSql.Part down = revision.down();
        String end = delimiter(revision, part.statements());
        String downEnd = delimiter(revision, down.statements());
        boolean outside = part.outsideTransaction() || last && down.outsideTransaction();
        return "--changeset " + name + " stripComments:false endDelimiter:" + end
                + (last ? " rollbackEndDelimiter:" + downEnd : "")
                + (outside ? " runInTransaction:false" : "") + "\n--comment: " + revision.message() + "\n"
                + notes(revision, part) + statements(part.statements(), end) + rollback(revision, last, downEnd);
    }

    private static String statements(List<String> statements, String end) {
        return statements.stream()
                .map(statement -> statement + (end.equals(";") ? end : "\n" + end) + "\n")
                .collect(Collectors.joining());
    }

    private static String rollback(RevisionSql revision, boolean last, String end) {
        if (revision.irreversible() != null) {
            return "";
        }
        List<String> statements = revision.down().statements();
        if (!last || statements.isEmpty()) {
            return "--rollback empty\n";
        }
        return statements(statements, end)
                .lines()
                .map(line -> "--rollback " + line + "\n")
                .collect(Collectors.joining());
    }

    /** Before the statements, as one that comes after them would be executed as a statement of its own. */
    private static String notes(RevisionSql revision, RevisionSql.Part part) {
        String reason = revision.irreversible();
        return (reason == null ? "" : "-- There is no way back: " + reason.replaceAll("\\s+", " ") + "\n")
                + (part.rebuilds() ? REBUILD : part.outsideTransaction() ? OUTSIDE : "");
    }

    /** What ends each of the statements, and stands in none. */
    private static String delimiter(RevisionSql revision, List<String> statements) {
        for (String statement : statements) {
            if (OWN_WORDS.matcher(statement).find()) {
                throw unsayable(revision, "a comment in one of its statements begins as Liquibase's own do");
            }
        }
        return DELIMITERS.stream()
                .filter(delimiter -> statements.stream().noneMatch(statement -> statement.contains(delimiter)))
                .findFirst()
                .orElseThrow(() -> unsayable(
                        revision,
                        "its statements hold all that could stand between them: " + String.join(" ", DELIMITERS)));
    }

    private static MigrationException unsayable(RevisionSql revision, String reason) {
        return new MigrationException(
                "MIG-079",
                "Revision " + revision.id() + " (" + revision.message() + ") cannot be written as formatted SQL: "
                        + reason + ". Change the statement, or split the revision. Nothing was written.");
    }

    /**
     * The changelog with these files added at its end, in order; those that it includes already stay where they are.
     *
     * @param before its text; empty where there is none yet
     */
    public static MigrationFile master(String before, List<String> fileNames) {
        List<String> added = new ArrayList<>();
        for (String name : fileNames) {
            String include = "  - include:\n      file: " + name + "\n      relativeToChangelogFile: true\n";
            if (!before.contains("file: " + name + "\n")) {
                added.add(include);
            }
        }
        String start = before.isBlank() ? MASTER_START : before.endsWith("\n") ? before : before + "\n";
        return new MigrationFile(
                MASTER, Stream.concat(Stream.of(start), added.stream()).collect(Collectors.joining()));
    }
}
