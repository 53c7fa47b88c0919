// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code init}: the settings' file and the scripts' folder. What is there stays as it is.
 *
 * @param created what was not there before; empty if all was
 */
public record Initialisation(List<Path> created) {
    /** Makes them in that folder, with these settings written out and the others explained. */
    public static Initialisation in(Path folder, Map<Setting, String> given) {
        List<Path> created = new ArrayList<>();
        Path file = folder.resolve(Settings.FILE_NAME);
        Path scripts = folder.resolve(given.getOrDefault(Setting.SCRIPTS, Setting.SCRIPTS.defaultValue()));
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, Settings.file(given), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                created.add(file);
            }
            if (Files.notExists(scripts)) {
                Files.createDirectories(scripts);
                created.add(scripts);
            }
        } catch (IOException e) {
            throw new MigrationException("MIG-018", "Cannot write into " + folder + ": " + e.getMessage() + ".", e);
        }
        return new Initialisation(List.copyOf(created));
    }
}
