// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCacheTest {
    @TempDir
    private Path place;

    private Path folder;
    private Path cache;

    @org.junit.jupiter.api.BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectory(place.resolve("scripts"));
        cache = place.resolve("cache");
        Files.writeString(folder.resolve("Raaaa00000001.java"), script("Ann"));
    }

    private static String script(String word) {
        return """
                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;
                @Revision(id = "aaaa00000001")
                public final class Raaaa00000001 implements Migration {
                    public void up(Operations op) {
                        op.sql("insert into person values ('%s')");
                    }
                    public void down(Operations op) {}
                }
                """.formatted(word);
    }

    /** What the script asks for, by a source that has just been made, as in a new run of the program. */
    private String asked(Path... classPath) {
        Script script = new ScriptFolder(folder, List.of(classPath))
                .cachedIn(cache)
                .scripts()
                .get(0);
        return script.up().get(0).operation().describe();
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void keepsOneEntryForWhatDoesNotChange() throws IOException {
        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");
        Path entry = entries().get(0);
        FileTime kept = Files.getLastModifiedTime(entry);
        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");

        assertThat(entries()).containsExactly(entry);
        assertThat(Files.getLastModifiedTime(entry)).isEqualTo(kept);
    }

    @Test
    void givesWhatWasKeptWithoutCompiling() {
        asked();
        ScriptCache kept = new ScriptCache(cache);
        String key = key();

        assertThat(kept.find(key).orElseThrow()).containsOnlyKeys("Raaaa00000001");
        kept.keep(key, Map.of());
        assertThat(new ScriptFolder(folder, List.of()).cachedIn(cache).scripts())
                .as("what is in the cache is what is used")
                .isEmpty();
    }

    private String key() {
        try {
            return entries().get(0).getFileName().toString().replace(".scripts", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void looksAtEachChangeOfASource() throws IOException {
        asked();
        Files.writeString(folder.resolve("Raaaa00000001.java"), script("Bob"));

        assertThat(asked()).isEqualTo("execute insert into person values ('Bob')");
        assertThat(entries()).hasSize(2);
    }

    @Test
    void looksAtEachChangeOfTheClassPath() throws IOException {
        Path classes = Files.createDirectory(place.resolve("classes"));
        asked(classes);
        Path added = Files.write(classes.resolve("Names.class"), new byte[] {1});
        asked(classes);
        assertThat(entries()).hasSize(2);
        Files.setLastModifiedTime(added, FileTime.from(Instant.now().minusSeconds(9)));
        asked(classes);

        assertThat(entries()).hasSize(3);
    }

    @Test
    void compilesAgainWhatIsDamaged() throws IOException {
        asked();
        Path entry = entries().get(0);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2]++;
        Files.write(entry, bytes);
        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");
        Files.write(entry, new byte[] {1, 2, 3});

        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");
        assertThat(new ScriptCache(cache).find(key())).isPresent();
    }

    @Test
    void isMadeForItsOwnerAndNotUsedWhereOthersMayWrite() throws IOException {
        asked();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(new ScriptCache(cache).find(key())).isEmpty();
        Files.delete(entries().get(0));
        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");
        assertThat(entries()).isEmpty();
    }

    @Test
    void doesWithoutWhereItCannotBe() throws IOException {
        Files.writeString(cache, "A file is in the way.");

        assertThat(asked()).isEqualTo("execute insert into person values ('Ann')");
    }

    @Test
    void letsGoOfWhatIsAMonthOld() throws IOException {
        asked();
        Path old = entries().get(0);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(31 * 24 * 3600)));
        Files.writeString(folder.resolve("Raaaa00000001.java"), script("Bob"));
        asked();

        assertThat(entries()).hasSize(1).doesNotContain(old);
    }
}
