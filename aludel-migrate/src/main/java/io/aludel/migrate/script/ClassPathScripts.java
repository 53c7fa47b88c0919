// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Revisions that the application's own build has compiled: the classes of one package, in folders and jars, and the SQL files beside them. No compiler
 * is needed.
 *
 * @param loader what finds the classes
 */
public record ClassPathScripts(ClassLoader loader, String packageName) implements ScriptSource {
    private static final String ENDING = ".class";

    @Override
    public List<Script> scripts() {
        Set<String> names = names();
        List<String> classes = names.stream()
                .filter(name -> name.endsWith(ENDING))
                .map(name -> packageName + "." + name.substring(0, name.length() - ENDING.length()))
                .toList();
        List<Script> scripts = new ArrayList<>(ScriptClasses.scripts(loader, classes, type -> ""));
        scripts.addAll(SqlScripts.scripts(sql(names)));
        return List.copyOf(scripts);
    }

    @Override
    public List<MigrationListener> callbacks() {
        return SqlCallbacks.among(sql(names()));
    }

    @Override
    public List<RepeatableScript> repeatables(Dialect dialect) {
        return SqlRepeatables.among(sql(names()), dialect);
    }

    private Map<String, String> sql(Set<String> names) {
        Map<String, String> sql = new TreeMap<>();
        names.stream().filter(name -> name.endsWith(".sql")).forEach(name -> sql.put(name, text(name)));
        return sql;
    }

    /** Of the files of the package. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        String folder = packageName.replace('.', '/');
        try {
            for (URL place : Collections.list(loader.getResources(folder))) {
                names.addAll(place.getProtocol().equals("jar") ? inJar(place, folder + "/") : inFolder(place));
            }
        } catch (IOException | URISyntaxException e) {
            throw new MigrationException("MIG-005", "Cannot look for scripts in package " + packageName + ".", e);
        }
        names.removeIf(name -> name.contains("/"));
        return names;
    }

    private String text(String name) {
        String resource = packageName.replace('.', '/') + "/" + name;
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationException("MIG-005", "Cannot read the script " + resource + " on the class path.", e);
        }
    }

    private static List<String> inFolder(URL place) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> inJar(URL place, String folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) place.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder))
                    .map(name -> name.substring(folder.length()))
                    .toList();
        }
    }
}
