// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A SQLite database in a temporary folder of its own, since SQLite puts journal files beside it. */
final class SqliteFile implements FreshDatabase {
    /** On Linux: one link per file that this process has open. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final Path file;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteFile(Path file) {
        this.file = file;
    }

    static SqliteFile create() {
        try {
            Path folder = Files.createTempDirectory("aludel-sqlite-").toRealPath();
            // An empty file is an empty database, which is there as a server's is.
            return new SqliteFile(Files.createFile(folder.resolve("test.db")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder for a SQLite database.", e);
        }
    }

    @Override
    public TestDatabase database() {
        return TestDatabase.SQLITE;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String dsn() {
        return "sqlite:" + path();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:sqlite:" + path();
    }

    @Override
    public DataSource dataSource() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(jdbcUrl());
        return source;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        long leaks = connections();
        delete();
        if (leaks > 0) {
            throw new AssertionError(
                    "%d connection(s) to %s still open; close what the test opened (connection, session, engine)."
                            .formatted(leaks, this));
        }
    }

    /**
     * How many connections this process has to the file, as far as the system tells: each holds the file open once, from
     * its first statement on. Where it does not tell, 0; on Windows deleting the file then fails, which is as good.
     */
    private long connections() {
        if (!Files.isDirectory(OPEN_FILES)) return 0;
        try (Stream<Path> links = Files.list(OPEN_FILES)) {
            return links.filter(this::leadsToFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the open files of this process.", e);
        }
    }

    private boolean leadsToFile(Path link) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            return false; // closed by another thread since we listed it
        }
    }

    private void delete() {
        try (Stream<Path> paths = Files.walk(file.getParent())) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + this + "; is a connection to it still open?", e);
        }
    }

    /** With forward slashes on Windows too, as URLs have them. */
    private String path() {
        return file.toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return dsn();
    }
}
