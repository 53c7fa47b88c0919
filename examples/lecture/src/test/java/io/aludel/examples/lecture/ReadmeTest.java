// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program does what the README says: it is taken from there, compiled with the processor and run. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");

    /** What the README leaves out, to be short. A class of the unnamed package could not be imported from. */
    private static final String BEFORE = """
            package library;

            import static library.QBook.book;

            import io.aludel.engine.Engine;
            import io.aludel.mapping.Model;
            import io.aludel.orm.SessionFactory;
            import jakarta.persistence.*;
            import java.util.*;

            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void showsAProgramThatCompilesAndPrintsWhatTheReadmeSays() throws IOException, InterruptedException {
        String readme = Files.readString(README);
        String program = readme.substring(readme.indexOf("```java\n") + 8);
        program = program.substring(0, program.indexOf("```"));
        String printed = readme.substring(readme.indexOf("It prints `") + 11);
        printed = printed.substring(0, printed.indexOf('`'));
        Path source = folder.resolve("library/Library.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, BEFORE + program, StandardCharsets.UTF_8);

        String compiled = run("javac", "-d", folder.toString(), "-cp", classPath(), source.toString());
        String said = run("java", "-cp", folder + File.pathSeparator + classPath(), "library.Library");

        assertThat(compiled).isEmpty();
        assertThat(said.strip()).isEqualTo(printed);
    }

    @Test
    void keepsThatProgramShort() throws IOException {
        String readme = Files.readString(README);
        String program = readme.substring(readme.indexOf("```java"));

        assertThat(program.substring(0, program.indexOf("```", 3)).lines().count())
                .as("its lines and the one that opens it")
                .isLessThanOrEqualTo(31);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        List<String> all = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", command[0])
                                .toString()),
                        Stream.of(command).skip(1))
                .toList();
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Everything this test sees: in a named module that is partly the module path. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(property -> System.getProperty(property, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
