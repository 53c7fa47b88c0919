// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.interop.ExportOptions;
import io.aludel.migrate.interop.FlywayFiles;
import io.aludel.migrate.interop.HistoryTool;
import io.aludel.migrate.interop.LiquibaseFiles;
import io.aludel.migrate.interop.MigrationFile;
import io.aludel.migrate.run.RevisionSql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with another tool's migrations, to which revisions are added. Files that are there stay as they are, but for the changelog that includes the others.
 *
 * @param clock tells the time that versions are made of
 */
record ExportFolder(Path folder, ExportOptions options, Clock clock) {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** All texts are made before the first is written. */
    Exported write(List<RevisionSql> revisions) {
        try {
            Set<String> present = present();
            List<RevisionSql> missing = revisions.stream()
                    .filter(revision -> !present.contains(revision.id()))
                    .toList();
            List<MigrationFile> files = options.tool() == HistoryTool.FLYWAY ? flyway(missing) : liquibase(missing);
            List<Path> written = new ArrayList<>();
            if (!files.isEmpty()) {
                Files.createDirectories(folder);
            }
            for (MigrationFile file : files) {
                Path path = folder.resolve(file.name());
                Files.writeString(path, file.text(), StandardCharsets.UTF_8);
                written.add(path);
            }
            return new Exported(
                    written,
                    revisions.stream()
                            .map(RevisionSql::id)
                            .filter(present::contains)
                            .toList(),
                    missing.stream()
                            .filter(revision -> revision.irreversible() != null)
                            .map(RevisionSql::id)
                            .toList(),
                    missing.stream()
                            .filter(revision -> revision.up().isEmpty())
                            .map(RevisionSql::id)
                            .toList());
        } catch (IOException e) {
            throw new MigrationException("MIG-018", "Cannot write into " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private List<MigrationFile> flyway(List<RevisionSql> missing) throws IOException {
        long next = 1;
        for (Path file : scripts()) {
            next = Math.max(
                    next, FlywayFiles.version(file.getFileName().toString()).orElse(0) + 1);
        }
        if (options.versions() == ExportOptions.Versions.TIMESTAMP) {
            next = Math.max(
                    next,
                    Long.parseLong(
                            LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).format(TIMESTAMP)));
        }
        List<MigrationFile> files = new ArrayList<>();
        for (RevisionSql revision : missing) {
            List<MigrationFile> own = FlywayFiles.of(revision, next);
            files.addAll(own);
            next += own.isEmpty() ? 0 : 1;
        }
        return files;
    }

    private List<MigrationFile> liquibase(List<RevisionSql> missing) throws IOException {
        List<MigrationFile> files = new ArrayList<>();
        for (RevisionSql revision : missing) {
            LiquibaseFiles.of(revision, options.author()).ifPresent(files::add);
        }
        if (!files.isEmpty()) {
            Path master = folder.resolve(LiquibaseFiles.MASTER);
            String before = Files.exists(master) ? Files.readString(master) : "";
            files.add(LiquibaseFiles.master(
                    before, files.stream().map(MigrationFile::name).toList()));
        }
        return files;
    }

    private Set<String> present() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path script : scripts()) {
            ids.addAll(MigrationFile.revisions(Files.readString(script, StandardCharsets.UTF_8)));
        }
        return ids;
    }

    private List<Path> scripts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        }
    }
}
