// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.schema.ForeignKey;
import io.aludel.mapping.Model;
import io.aludel.migrate.setting.Setting;
import io.aludel.processor.AludelProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles entities from their sources, with the processor, for projects that have no build. */
final class ModelSources {
    private ModelSources() {}

    /**
     * Compiles every source in these folders into a temporary folder, which goes when the program ends.
     *
     * @param scripts the folder of the scripts, which may lie among the sources and is left out
     * @throws CommandException if there is no compiler, or with what the compiler said
     */
    static Path compile(List<Path> folders, Path scripts, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CommandException(
                    "CLI-002",
                    "The entities' sources cannot be compiled: this Java (" + System.getProperty("java.home")
                            + ") has no compiler. Run with a JDK, or give compiled classes.");
        }
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path output = temporaryFolder();
            StringWriter said = new StringWriter();
            List<String> options = List.of(
                    "-d", output.toString(), "-classpath", path(classPath), "-Xlint:none", "-encoding", "UTF-8");
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources(folders, scripts)));
            task.setProcessors(List.of(new AludelProcessor()));
            if (!task.call()) {
                throw new CommandException(
                        "CLI-003",
                        "The entities' sources do not compile:\n"
                                + said.toString().strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(List<Path> folders, Path scripts) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new CommandException(
                        "CLI-001",
                        "There is no folder " + folder + " with the entities' sources. Say where they are: --"
                                + Setting.MODEL_SOURCES.key() + ".");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")
                                && !file.endsWith("module-info.java")
                                && !file.startsWith(scripts))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        if (sources.isEmpty()) {
            throw new CommandException(
                    "CLI-001",
                    "There is no Java source in "
                            + folders.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
        }
        return sources;
    }

    /** What the user names, our own parts wherever they were loaded from, and what this program runs with. */
    private static String path(List<Path> classPath) {
        Set<String> places = new LinkedHashSet<>();
        classPath.forEach(place -> places.add(place.toString()));
        for (Class<?> needed : List.of(Model.class, ForeignKey.class)) {
            CodeSource source = needed.getProtectionDomain().getCodeSource();
            if (source != null) {
                places.add(Path.of(URI.create(source.getLocation().toString())).toString());
            }
        }
        places.add(System.getProperty("jdk.module.path", ""));
        places.add(System.getProperty("java.class.path", ""));
        return places.stream().filter(place -> !place.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("aludel-model-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // a temporary folder that stays is the system's to sweep
        }
    }
}
