// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Defines classes from bytes in memory; what they use comes from Aludel's own loader, or from the class path they were compiled with. */
final class ScriptClassLoader extends URLClassLoader {
    private final Map<String, byte[]> classes;

    ScriptClassLoader(Map<String, byte[]> classes, List<Path> classPath) {
        super(urls(classPath), Migration.class.getClassLoader());
        this.classes = new TreeMap<>(classes);
    }

    List<String> classNames() {
        return List.copyOf(classes.keySet());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream()
                .map(Path::toFile)
                .map(File::toURI)
                .map(uri -> {
                    try {
                        return uri.toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException("No URL for " + uri, e);
                    }
                })
                .toArray(URL[]::new);
    }
}
