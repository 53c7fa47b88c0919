// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.setting;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings' values: a flag wins over the environment ({@code ALUDEL_URL}, or {@code ALUDEL_URL_FILE} naming a file that holds it),
 * that over {@code aludel.properties}, that over the default. In the file {@code ${NAME}} stands for an environment variable, or for what
 * the file named by {@code NAME_FILE} holds.
 */
public final class Settings {
    public static final String FILE_NAME = "aludel.properties";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Path folder;
    private final Map<Setting, String> values;

    private Settings(Path folder, Map<Setting, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /**
     * Reads the settings that hold in a folder.
     *
     * @param folder where {@code aludel.properties} may be, and what relative folders are relative to
     * @param flags what was given by hand
     * @param environment environment variables
     * @throws SettingsException if the file names a setting that there is not, or a value makes no sense
     */
    public static Settings read(Path folder, Map<Setting, String> flags, Map<String, String> environment) {
        Path file = folder.resolve(FILE_NAME);
        Properties properties = properties(file);
        requireKnown(file, properties);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String flag = flags.get(setting);
            String variable = variable(setting.variable(), environment);
            String property = properties.getProperty(setting.key());
            if (flag != null) {
                values.put(setting, flag);
            } else if (variable != null) {
                values.put(setting, variable);
            } else if (property != null) {
                values.put(setting, substituted(file, setting, property, environment));
            }
        }
        return new Settings(folder, values);
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new SettingsException(
                        "Cannot read " + file + ": " + e.getMessage() + ". It must be UTF-8 text.", e);
            }
        }
        return properties;
    }

    private static void requireKnown(Path file, Properties properties) {
        String known = Stream.of(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
        for (String key : properties.stringPropertyNames()) {
            if (Stream.of(Setting.values()).noneMatch(setting -> setting.key().equals(key))) {
                throw new SettingsException(
                        "There is no setting \"" + key + "\" (" + file + "); there are: " + known + ".", null);
            }
        }
    }

    private static String substituted(Path file, Setting setting, String text, Map<String, String> environment) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = variable(matcher.group(1), environment);
            if (value == null) {
                throw new SettingsException(
                        "Setting \"" + setting.key() + "\" in " + file + " needs the environment variable "
                                + matcher.group(1) + ", which is not set; nor is " + matcher.group(1) + "_FILE.",
                        null);
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private static @Nullable String variable(String name, Map<String, String> environment) {
        String value = environment.get(name);
        String file = environment.get(name + "_FILE");
        if (value != null || file == null) {
            return value;
        }
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new SettingsException("Cannot read the file that " + name + "_FILE names: " + file + ".", e);
        }
    }

    /** The value, the default where none was given. */
    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    /** Whether somebody gave it. */
    public boolean isGiven(Setting setting) {
        return values.containsKey(setting);
    }

    /** The value, which must be there. */
    public String require(Setting setting) {
        String text = text(setting);
        if (text.isBlank()) {
            throw new SettingsException(
                    "Setting \"" + setting.key() + "\" is missing. " + setting.doc() + " Give --" + setting.key()
                            + ", set " + setting.variable() + ", or write it into " + folder.resolve(FILE_NAME) + ".",
                    null);
        }
        return text;
    }

    /** The parts between commas. */
    public List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public Path path(Setting setting) {
        return folder.resolve(require(setting));
    }

    /** The parts between commas, or between what separates a class path here. */
    public List<Path> paths(Setting setting) {
        return list(setting).stream()
                .flatMap(part -> Stream.of(part.split(Pattern.quote(File.pathSeparator))))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(folder::resolve)
                .toList();
    }

    public Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting, "number of seconds"));
    }

    public long number(Setting setting) {
        return number(setting, "whole number");
    }

    private long number(Setting setting, String kind) {
        String text = text(setting).strip();
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for negative numbers
        }
        throw new SettingsException(
                "Setting \"" + setting.key() + "\" is \"" + text + "\"; it must be a " + kind + ", 0 or more.", null);
    }

    /** What relative folders are relative to. */
    public Path folder() {
        return folder;
    }

    /** The file that {@code init} writes: every setting with its explanation, commented out but for those given. */
    public static String file(Map<Setting, String> given) {
        StringBuilder text =
                new StringBuilder("# Settings of Aludel. Each is also a flag and an environment variable.\n");
        for (Setting setting : Setting.values()) {
            String value = given.get(setting);
            text.append("\n# ").append(setting.doc()).append('\n');
            text.append(value == null ? "#" : "").append(setting.key()).append('=');
            text.append((value == null ? setting.defaultValue() : value).replace("\\", "\\\\"))
                    .append('\n');
        }
        return text.toString();
    }
}
