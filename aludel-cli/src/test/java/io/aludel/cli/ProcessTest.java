// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.schema.Schema;
import io.aludel.migrate.command.Migrations;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a program of its own: exit codes, streams and characters. */
class ProcessTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended aludel(List<String> classPath, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                String.join(File.pathSeparator, classPath),
                                Main.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        builder.redirectOutput(out).redirectError(err);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ALUDEL_") || name.startsWith("JAVA_TOOL"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("LC_ALL", "C"); // what is printed is UTF-8 nevertheless
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text(out), text(err));
    }

    private static String text(File file) throws IOException {
        return java.nio.file.Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    /** Of this test, wherever its parts come from. */
    private static List<String> classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            places.addAll(Arrays.asList(System.getProperty(property, "").split(File.pathSeparator)));
        }
        for (Class<?> part : List.of(Main.class, Migrations.class, Schema.class)) {
            places.add(Path.of(URI.create(part.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString()))
                    .toString());
        }
        return places.stream().filter(place -> !place.isEmpty()).toList();
    }

    @Test
    void endsWithZeroOneOrTwoAndPrintsUtf8() throws IOException, InterruptedException {
        new Project(folder)
                .write("pets.db", "")
                .write("aludel.properties", "url=sqlite:pets.db\nmodel.sources=src\n")
                .write("src/pets/Pet.java", """
                        package pets;

                        import jakarta.persistence.*;

                        @Entity
                        @Table(name = "питомцы")
                        public class Pet {
                            @Id
                            @Column(name = "имя")
                            String name;
                        }
                        """);

        assertThat(aludel(classPath(), "current"))
                .isEqualTo(new Ended(0, "No revision has been applied to pets.db.\n", ""));
        assertThat(aludel(classPath(), "check"))
                .isEqualTo(new Ended(
                        2, "To bring the database to the model:\n  create table \"питомцы\": (\"имя\")\n", ""));
        assertThat(aludel(classPath(), "downgrade", "нет"))
                .extracting(Ended::code, Ended::out)
                .containsExactly(1, "");
        assertThat(aludel(classPath(), "check", "--verbose").err()).contains("DEBUG io.aludel.sql - select ");
    }

    @Test
    void namesTheArtifactOfADriverThatIsMissing() throws IOException, InterruptedException {
        List<String> without = classPath().stream()
                .filter(place -> !place.contains("sqlite-jdbc")
                        && !Path.of(place).getFileName().toString().startsWith("postgresql"))
                .toList();

        assertThat(aludel(without, "upgrade", "--scripts", ".", "--url", "sqlite:x.db")
                        .err())
                .isEqualTo("""
                ENG-003: There is no JDBC driver org.sqlite.JDBC; add the artifact org.xerial:sqlite-jdbc.
                """);
        assertThat(aludel(without, "current", "--url", "postgresql://ada:hunter2@localhost/school")
                        .err())
                .isEqualTo("""
                ENG-003: There is no JDBC driver org.postgresql.Driver; add the artifact org.postgresql:postgresql.
                """);
    }
}
