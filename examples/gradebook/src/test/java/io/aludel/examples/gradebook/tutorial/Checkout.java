// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reader's copy of the project: the gradebook's sources, and {@code bin} with programs that start what this build has made. As with the real
 * ones, a change to a source is compiled before the next start.
 */
final class Checkout {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private final Path root;
    private final Path module;
    private Path folder;

    Checkout(Path root) throws IOException {
        this.root = root;
        this.module = root.resolve("examples/gradebook");
        this.folder = root;
        copy(MODULE.resolve("src/main"), module.resolve("src/main"));
        copy(MODULE.resolve("target/classes"), module.resolve("target/classes"));
        Files.copy(MODULE.resolve("aludel.properties"), module.resolve("aludel.properties"));
        program("gradebook", "io.aludel.examples.gradebook.command.Main");
        program("aludel", "io.aludel.cli.Main");
    }

    /** What the line prints, on both streams, typed at the prompt of a shell. */
    String type(String line) throws IOException, InterruptedException {
        if (line.startsWith("cd ")) {
            folder = folder.resolve(line.substring(3)).normalize();
            assertThat(folder).isDirectory();
            return "";
        }
        if (line.equals("export PATH=\"$PWD/bin:$PATH\"")) {
            return ""; // each line is a shell of its own: the path is set for all of them
        }
        return run(folder, List.of("sh", "-c", line));
    }

    void edit(Step.Edit edit) throws IOException, InterruptedException {
        Path file = folder.resolve(edit.file());
        String before = text(edit.lines(), '+');
        String source = Files.readString(file);
        assertThat(source).as("the lines to be changed, in " + edit.file()).containsOnlyOnce(before);
        Files.writeString(file, source.replace(before, text(edit.lines(), '-')));
        compile();
    }

    /** The lines without those that begin with the sign. */
    private static String text(List<String> lines, char without) {
        return lines.stream()
                .filter(line -> line.isEmpty() || line.charAt(0) != without)
                .map(line -> line.isEmpty() ? line : line.substring(1))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** As {@code bin/launch} does when a source is newer than the build. */
    void compile() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            String sources = files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.joining("\n"));
            Path list = Files.writeString(root.resolve("sources.txt"), sources);
            String said = run(
                    root,
                    List.of(
                            java("javac"),
                            "-J-XX:TieredStopAtLevel=1",
                            "-J-XX:+UseSerialGC",
                            "-d",
                            module.resolve("target/classes").toString(),
                            "-cp",
                            classPath(),
                            "-processor",
                            "io.aludel.processor.AludelProcessor",
                            "@" + list));
            assertThat(said).as("what the compiler said").isEmpty();
        }
    }

    private void program(String name, String main) throws IOException {
        Path file = root.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "#!/bin/sh\nexec '" + java("java") + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + classPath()
                        + "' " + main + " \"$@\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** What the tests see, with the reader's classes in place of ours. */
    private String classPath() {
        String ours = MODULE.resolve("target").toString();
        return Stream.concat(
                        Stream.of(module.resolve("target/classes").toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(place -> !place.startsWith(ours)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String run(Path in, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ALUDEL_") || name.startsWith("GRADEBOOK_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
        builder.environment()
                .merge("PATH", root.resolve("bin").toString(), (path, bin) -> bin + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replace(root.toString(), "/home/you/aludel");
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
