// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import io.aludel.mapping.problem.MappingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lists of entities that the processor writes: one binary class name a line. */
public final class EntityIndex {
    /** Where a list is in its folder or jar. No package has a name like this, so named modules hide it from nobody. */
    public static final String RESOURCE = "META-INF/aludel/entities";

    private EntityIndex() {}

    static Set<Class<?>> load(ClassLoader loader, Predicate<String> wanted) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        try {
            for (URL list : Collections.list(loader.getResources(RESOURCE))) {
                for (String name : lines(list)) {
                    if (wanted.test(name)) {
                        classes.add(load(loader, name, list));
                    }
                }
            }
        } catch (IOException e) {
            throw new MappingException("Cannot read " + RESOURCE + " from the class path.", e);
        }
        if (classes.isEmpty()) {
            throw new MappingException(
                    "No entities were found: no " + RESOURCE + " on the class path names one"
                            + ". Compile the entities with aludel-processor as annotation processor, or name them: Model.of(…).");
        }
        return classes;
    }

    private static List<String> lines(URL list) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static Class<?> load(ClassLoader loader, String name, URL list) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "The entity " + name + " that " + list + " lists is not there; compile again, from clean.", e);
        }
    }
}
