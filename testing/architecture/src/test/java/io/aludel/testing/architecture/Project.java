// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's folders, found from the folder that the tests run in. */
final class Project {
    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Project() {}

    private static Path root(Path folder) {
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(LibraryModule.CORE.folder()))) return candidate;
        }
        throw new IllegalStateException("No folder of the project at or above " + folder + ".");
    }

    /** The folders of all modules, as the root POM lists them. */
    static List<String> modules() {
        return matches("<module>([^<]+)</module>", read(ROOT.resolve("pom.xml")));
    }

    /** The artifacts of ours that a module's POM names as dependencies of scope {@code compile}. */
    static List<String> dependencies(String module) {
        return matches(
                        "(?s)<dependency>(.*?)</dependency>",
                        read(ROOT.resolve(module).resolve("pom.xml")))
                .stream()
                .filter(text -> text.contains("<groupId>io.aludel</groupId>") && !text.contains("<scope>"))
                .flatMap(text -> matches("<artifactId>([^<]+)</artifactId>", text).stream())
                .toList();
    }

    /** Java files under a folder of a module; none if there is no such folder. */
    static List<Path> sources(String module, String folder) {
        Path sources = ROOT.resolve(module).resolve(folder);
        if (!Files.isDirectory(sources)) return List.of();
        try (Stream<Path> paths = Files.walk(sources)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a module's main sources declare a type, and not only packages and the module itself. */
    static boolean hasTypes(LibraryModule module) {
        Predicate<Path> onlyInformation = path -> path.getFileName().toString().endsWith("-info.java");
        return sources(module.folder(), "src/main/java").stream().anyMatch(onlyInformation.negate());
    }

    /** A file's text without its comments, near enough for looking for a keyword. */
    static String code(Path source) {
        return read(source).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
