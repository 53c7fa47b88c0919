// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.type.SqlType;
import io.aludel.migrate.MigrationException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the scripts of a folder in one go, if this Java has a compiler. The compiler itself is spoken to by {@link JavacRun} only:
 * without the module {@code java.compiler} that class cannot even be loaded.
 */
final class ScriptCompiler {
    private final List<Path> classPath;
    private final @Nullable ScriptCache cache;

    /**
     * A compiler.
     *
     * @param cache where class files are kept; null if they are not
     */
    ScriptCompiler(List<Path> classPath, @Nullable ScriptCache cache) {
        this.classPath = List.copyOf(classPath);
        this.cache = cache;
    }

    ScriptClassLoader compile(Path folder, Map<String, String> sources) {
        return new ScriptClassLoader(classFiles(folder, sources), classPath);
    }

    private Map<String, byte[]> classFiles(Path folder, Map<String, String> sources) {
        if (cache == null) {
            return compiled(folder, sources);
        }
        String key;
        try {
            key = CacheKey.of(sources, compileClassPath());
        } catch (IOException | UncheckedIOException e) {
            return compiled(folder, sources); // something on the class path goes away just now
        }
        return cache.find(key).orElseGet(() -> {
            Map<String, byte[]> made = compiled(folder, sources);
            cache.keep(key, made);
            return made;
        });
    }

    private Map<String, byte[]> compiled(Path folder, Map<String, String> sources) {
        requireCompiler(folder);
        return JavacRun.compile(folder, sources, compileClassPath());
    }

    static void requireCompiler(Path folder) {
        if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
            throw new MigrationException("MIG-004", noCompiler(folder));
        }
    }

    static String noCompiler(Path folder) {
        return "The scripts in " + folder + " are Java source, and this Java (" + System.getProperty("java.home")
                + ") runs without a compiler. Run with a JDK (on the module path add --add-modules jdk.compiler), or "
                + "compile the scripts with your build and give their package instead of their folder.";
    }

    /** Aludel itself, wherever it was loaded from, what this program runs with, and what the user names. */
    private String compileClassPath() {
        Set<String> places = new LinkedHashSet<>();
        classPath.forEach(place -> places.add(place.toString()));
        for (Class<?> ours : List.of(Migration.class, SqlType.class)) {
            CodeSource source = ours.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation() != null) {
                places.add(place(source));
            }
        }
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            places.addAll(List.of(System.getProperty(property, "").split(File.pathSeparator)));
        }
        return places.stream().filter(place -> !place.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(CodeSource source) {
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return ""; // inside another jar: then the class path must name it
        }
    }
}
