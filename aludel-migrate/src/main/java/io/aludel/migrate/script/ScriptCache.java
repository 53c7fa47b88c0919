// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Class files of scripts, kept between runs so that the compiler, the slowest part of a short command, need not start. An entry is found by a key over all
 * that went into it, so it is never out of date; one that is damaged counts as none. A cache that does not work is no error: then scripts are compiled.
 *
 * <p>What lies here is executed: the folder is made for its owner alone, and not used where others may write to it.
 *
 * @param folder made when the first entry is kept
 */
record ScriptCache(Path folder) {
    private static final String ENDING = ".scripts";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** The class files by class name, if they are there and whole. */
    Optional<Map<String, byte[]>> find(String key) {
        try {
            Path file = file(key);
            if (!isOurs() || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(read(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Keeps the class files, and lets go of what nobody has kept for a month. */
    void keep(String key, Map<String, byte[]> classFiles) {
        try {
            makeFolder();
            if (isOurs()) {
                Path part = Files.createTempFile(folder, "part", ".tmp");
                Files.write(part, written(classFiles));
                Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sweep();
            }
        } catch (IOException | RuntimeException e) {
            // the next run compiles again
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    private boolean isPosix() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    private boolean isOurs() throws IOException {
        return Files.isDirectory(folder)
                && (!isPosix() || Files.getPosixFilePermissions(folder).stream().noneMatch(OTHERS::contains));
    }

    private void makeFolder() throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (isPosix()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private void sweep() throws IOException {
        Instant oldest = Instant.now().minus(KEPT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** How many, then name, length and bytes of each; all behind a digest of it. */
    private static byte[] written(Map<String, byte[]> classFiles) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        out.writeInt(classFiles.size());
        for (Map.Entry<String, byte[]> one : new TreeMap<>(classFiles).entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            out.write(one.getValue());
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(CacheKey.digest(content.toByteArray()));
        content.writeTo(whole);
        return whole.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] whole) throws IOException {
        byte[] content = Arrays.copyOfRange(whole, CacheKey.DIGEST_BYTES, whole.length);
        if (!Arrays.equals(CacheKey.digest(content), Arrays.copyOf(whole, CacheKey.DIGEST_BYTES))) {
            throw new IOException("The entry is damaged.");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        Map<String, byte[]> classFiles = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classFiles.put(name, in.readNBytes(in.readInt()));
        }
        return classFiles;
    }
}
