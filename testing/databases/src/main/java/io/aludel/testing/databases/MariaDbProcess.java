// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running server with a data directory of its own, both gone when the JVM ends. Of a JVM that was killed the next one cleans up: it knows such a
 * directory by its lock, which nobody holds any more.
 */
final class MariaDbProcess {
    /** The name of the one user, who may all and has no password. */
    static final String USER = "root";

    private static final String FOLDERS = "aludel-mariadb-server-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 3;

    /** Linux's memory that looks like a folder: there a table is made and dropped some thirty times faster. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM = 1L << 30;

    private final MariaDbFiles files;
    private final Path folder;
    private final int port;
    private volatile Process process;

    private MariaDbProcess(MariaDbFiles files, Path folder, int port, Process process) {
        this.files = files;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    int port() {
        return port;
    }

    static MariaDbProcess start(MariaDbFiles files) throws IOException, InterruptedException {
        sweep();
        Path folder = Files.createTempDirectory(place(), FOLDERS);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        Path data = folder.resolve("data");
        copy(files.template(), data);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = start(files, folder, data, port);
            MariaDbProcess server = new MariaDbProcess(files, folder, port, process);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server.process, lock, folder)));
            if (awaitReady(process, port)) {
                return server;
            }
            process.destroyForcibly().waitFor();
            if (attempt == TRIES) {
                throw new IOException(
                        "MariaDB does not start; it says: " + Files.readString(folder.resolve("server.log")));
            }
        }
    }

    /** Ends it without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again with the data that it left. */
    void restart() throws IOException, InterruptedException {
        process = start(files, folder, folder.resolve("data"), port);
        if (!awaitReady(process, port)) {
            throw new IOException(
                    "MariaDB does not start again; it says: " + Files.readString(folder.resolve("server.log")));
        }
    }

    private static Path place() throws IOException {
        return isRoomy(MEMORY) ? MEMORY : temporary();
    }

    private static boolean isRoomy(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ROOM;
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Another process may take the port before the server does: hence the tries. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Nothing here survives the JVM, so the server need not care for a power cut. It would make a key for TLS at each start, which takes seconds. */
    private static Process start(MariaDbFiles files, Path folder, Path data, int port) throws IOException {
        List<String> command = MariaDbFiles.command(files.home(), data);
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--innodb-doublewrite=OFF",
                "--sync-frm=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private static boolean awaitReady(Process process, int port) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                // The first byte of the greeting: it comes once the server takes clients.
                socket.setSoTimeout(5_000);
                if (socket.getInputStream().read() >= 0 && process.isAlive()) return true;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return false;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void stop(Process process, FileLock lock, Path folder) {
        try {
            process.destroyForcibly().waitFor();
            lock.release();
            lock.acquiredBy().close();
            MariaDbFiles.delete(folder);
        } catch (IOException | InterruptedException left) {
            // the next run sweeps it
        }
    }

    /** Ends the servers of JVMs that were killed, and removes their folders. */
    private static void sweep() throws IOException {
        sweep(temporary());
        if (Files.isWritable(MEMORY)) {
            sweep(MEMORY);
        }
    }

    private static void sweep(Path place) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(place)) {
            folders = children.filter(child -> child.getFileName().toString().startsWith(FOLDERS))
                    .toList();
        }
        for (Path folder : folders) {
            Path file = folder.resolve("lock");
            if (!Files.isWritable(file) || isYoung(folder)) continue;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) continue;
                killServerOf(folder);
                MariaDbFiles.delete(folder);
            } catch (IOException beingRemoved) {
                // by another JVM
            } catch (OverlappingFileLockException ours) {
                // a server of this JVM
            }
        }
    }

    /** It may have no lock yet. */
    private static boolean isYoung(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder)
                .toInstant()
                .isAfter(Instant.now().minus(PATIENCE));
    }

    private static void killServerOf(Path folder) throws IOException {
        Path pid = folder.resolve("pid");
        if (!Files.exists(pid)) return;
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Stream.of(arguments)
                                .anyMatch(argument ->
                                        argument.contains(folder.getFileName().toString())))
                        .orElse(false))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
