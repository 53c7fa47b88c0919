// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Initialisation;
import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code aludel init}. */
@Command(name = "init", description = "Write aludel.properties, commented, and make the folder of the scripts.")
final class InitCommand extends Verb {
    /** Where builds put classes: Maven, Gradle, Gradle with Kotlin, IntelliJ, Eclipse. */
    private static final List<String> USUAL = List.of(
            "target/classes",
            "build/classes/java/main",
            "build/classes/kotlin/main",
            "out/production/classes",
            "bin/main");

    @Override
    public Integer call() {
        Path folder = workplace().folder();
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        given.putAll(workplace().flags());
        boolean secret = Passwords.isIn(given.getOrDefault(Setting.URL, ""));
        if (secret) {
            given.remove(Setting.URL);
        }
        if (Files.exists(folder.resolve(Settings.FILE_NAME))) {
            given.putIfAbsent(Setting.SCRIPTS, workplace().settings().text(Setting.SCRIPTS));
        } else {
            findClasses(folder, given);
        }
        Initialisation made = Initialisation.in(folder, given);
        made.created().forEach(path -> out().println("Made " + path));
        if (made.created().isEmpty()) {
            out().println("Nothing to do: " + folder.resolve(Settings.FILE_NAME)
                    + " and the folder of the scripts are there.");
        }
        if (secret) {
            out().println("The URL holds a password, so it was not written into a file that others may read: set "
                    + Setting.URL.variable() + ".");
        }
        next();
        return Main.FINE;
    }

    /** Where the default leads nowhere, but another place that builds use is there. */
    private void findClasses(Path folder, Map<Setting, String> given) {
        if (given.containsKey(Setting.MODEL_CLASSPATH) || given.containsKey(Setting.MODEL_SOURCES)) {
            return;
        }
        USUAL.stream()
                .filter(place -> Files.isDirectory(folder.resolve(place)))
                .findFirst()
                .ifPresent(place -> {
                    given.put(Setting.MODEL_CLASSPATH, place);
                    out().println("Found the entities' classes in " + place);
                });
    }

    private void next() {
        Settings settings = workplace().settings();
        if (settings.text(Setting.URL).isBlank()) {
            out().println("Next: write the database's url into "
                    + settings.folder().resolve(Settings.FILE_NAME) + ", then: " + Main.FIRST);
        } else {
            out().println("Next: " + Main.FIRST);
        }
    }
}
