// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A digest over all that class files depend on: the text of the sources, the Java that compiles them, and whatever is on the class path, where a constant may
 * come from. Of jars and class files there, name, size and time of the last change are taken.
 */
final class CacheKey {
    static final int DIGEST_BYTES = 32;

    private static final String FORMAT = "1";

    private final MessageDigest digest;

    private CacheKey(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Map<String, String> sources, String classPath) throws IOException {
        CacheKey key = new CacheKey(sha256());
        key.add(FORMAT);
        key.add(System.getProperty("java.home"));
        key.add(System.getProperty("java.runtime.version", ""));
        for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
            key.add(source.getKey());
            key.add(source.getValue());
        }
        for (String place : classPath.split(File.pathSeparator)) {
            key.add(Path.of(place).toAbsolutePath());
        }
        return HexFormat.of().formatHex(key.digest.digest());
    }

    /** Each text with its length, so that no two lists of texts look the same. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private void add(Path place) throws IOException {
        add(place.toString());
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                List<Path> inOrder = files.filter(Files::isRegularFile).sorted().toList();
                for (Path file : inOrder) {
                    addFile(file);
                }
            }
        } else if (Files.exists(place)) {
            addFile(place);
        }
    }

    private void addFile(Path file) throws IOException {
        add(file.toString());
        add(Files.size(file) + " " + Files.getLastModifiedTime(file));
    }

    static byte[] digest(byte[] content) {
        return sha256().digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
