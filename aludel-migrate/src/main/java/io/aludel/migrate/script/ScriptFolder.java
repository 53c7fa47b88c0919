// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as files in one folder: Java, compiled in memory, and SQL. What has not changed since the last time is not compiled again. Safe to
 * share between threads.
 */
public final class ScriptFolder implements ScriptSource {
    private static final String JAVA = ".java";
    private static final String SQL = ".sql";

    private final Path folder;
    private final List<Path> classPath;
    private final ScriptCompiler compiler;
    private volatile Loaded loaded = new Loaded(Map.of(), List.of());

    private record Loaded(Map<String, String> sources, List<Script> scripts) {}

    /**
     * Scripts of a folder.
     *
     * @param folder need not be there yet: then there are no revisions
     * @param classPath what scripts may use besides Aludel itself
     */
    public ScriptFolder(Path folder, List<Path> classPath) {
        this(folder, classPath, null);
    }

    private ScriptFolder(Path folder, List<Path> classPath, @Nullable ScriptCache cache) {
        this.folder = folder;
        this.classPath = List.copyOf(classPath);
        this.compiler = new ScriptCompiler(classPath, cache);
    }

    /**
     * The same, with class files kept in a folder from run to run: for programs that start often. Nobody else may write there.
     *
     * @param cache made where it is missing; nothing is kept where that is not possible
     */
    public ScriptFolder cachedIn(Path cache) {
        return new ScriptFolder(folder, classPath, new ScriptCache(cache));
    }

    public Path folder() {
        return folder;
    }

    @Override
    public List<Script> scripts() {
        Map<String, String> sources = sources();
        Loaded last = loaded;
        if (!last.sources.equals(sources)) {
            last = new Loaded(sources, load(sources));
            loaded = last;
        }
        return last.scripts;
    }

    @Override
    public List<MigrationListener> callbacks() {
        return SqlCallbacks.among(sources());
    }

    @Override
    public List<RepeatableScript> repeatables(Dialect dialect) {
        return SqlRepeatables.among(sources(), dialect);
    }

    private List<Script> load(Map<String, String> sources) {
        Map<String, String> java = ending(JAVA, sources);
        List<Script> scripts = new ArrayList<>(SqlScripts.scripts(ending(SQL, sources)));
        if (!java.isEmpty()) {
            ScriptClassLoader loader = compiler.compile(folder, java);
            scripts.addAll(ScriptClasses.scripts(
                    loader,
                    loader.classNames(),
                    type -> Message.inSource(java.getOrDefault(type.getSimpleName() + JAVA, ""))));
        }
        return List.copyOf(scripts);
    }

    private static Map<String, String> ending(String ending, Map<String, String> sources) {
        Map<String, String> found = new TreeMap<>(sources);
        found.keySet().removeIf(name -> !name.endsWith(ending));
        return found;
    }

    /** Source text by file name. */
    private Map<String, String> sources() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> sources = new TreeMap<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(JAVA) && !name.equals("package-info.java") || name.endsWith(SQL)) {
                    sources.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
            return sources;
        } catch (IOException | UncheckedIOException e) {
            throw new MigrationException(
                    "MIG-005",
                    "Cannot read the scripts in " + folder + ": " + e.getMessage() + ". They must be UTF-8 text.",
                    e);
        }
    }
}
