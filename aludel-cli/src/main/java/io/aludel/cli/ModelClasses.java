// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.mapping.Model;
import io.aludel.mapping.problem.MappingException;
import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The entities' classes: from folders and jars that a build has made, or from sources that are compiled here, with the processor.
 *
 * @param from where they are from, for people
 * @param places folders and jars
 * @param packages only entities of these packages and those below them; all where it is empty
 */
record ModelClasses(List<Path> from, List<Path> places, List<String> packages) {
    static ModelClasses of(Settings settings) {
        List<Path> places = new ArrayList<>();
        List<Path> classPath = settings.paths(Setting.MODEL_CLASSPATH);
        List<Path> sources = settings.paths(Setting.MODEL_SOURCES);
        if (sources.isEmpty()) {
            requireOne(classPath, settings);
        } else {
            places.add(ModelSources.compile(sources, settings.path(Setting.SCRIPTS), classPath));
        }
        places.addAll(classPath);
        return new ModelClasses(
                sources.isEmpty() ? classPath : sources, List.copyOf(places), settings.list(Setting.MODEL_PACKAGES));
    }

    private static void requireOne(List<Path> classPath, Settings settings) {
        if (classPath.stream().noneMatch(Files::exists)) {
            throw new CommandException(
                    "CLI-001",
                    "The entities' classes are not at "
                            + classPath.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ". Build the project first, or say where they are: --" + Setting.MODEL_CLASSPATH.key()
                            + " for folders and jars, --" + Setting.MODEL_SOURCES.key()
                            + " for sources without a build.");
        }
    }

    Model model() {
        // Not closed: the entities load further classes through it for as long as the model is used.
        URLClassLoader loader = new URLClassLoader(
                "entities", places.stream().map(ModelClasses::url).toArray(URL[]::new), Model.class.getClassLoader());
        AtomicInteger listed = new AtomicInteger();
        AtomicInteger wanted = new AtomicInteger();
        Model.Builder builder = Model.builder();
        try {
            builder.load(loader, name -> {
                listed.incrementAndGet();
                return isWanted(name) && wanted.incrementAndGet() > 0;
            });
        } catch (MappingException e) {
            throw wanted.get() > 0 ? e : none(listed.get());
        }
        return builder.build();
    }

    private boolean isWanted(String className) {
        return packages.isEmpty() || packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }

    private CommandException none(int listed) {
        String where = from.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new CommandException(
                "CLI-001",
                listed == 0
                        ? "There are no entities in " + where
                                + ". Compile them with aludel-processor as annotation processor, or say where their "
                                + "sources are: --" + Setting.MODEL_SOURCES.key() + "."
                        : "None of the " + listed + " entities in " + where + " is in the packages that --"
                                + Setting.MODEL_PACKAGES.key() + " names: " + String.join(", ", packages) + ".");
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
