// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** What the settings lead to: the engine, the model, the scripts. Made for one command. */
final class Workplace {
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    Workplace(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** A flag for each setting, before the verb or after it. */
    void addFlags(CommandSpec spec) {
        for (Setting setting : Setting.values()) {
            spec.addOption(OptionSpec.builder("--" + setting.key())
                    .type(String.class)
                    .paramLabel(label(setting))
                    .description(setting.doc()
                            + (setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue()))
                    .scopeType(ScopeType.INHERIT)
                    .setter(setter(setting))
                    .build());
        }
    }

    private ISetter setter(Setting setting) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked") // picocli asks for the old value's type, which it does not use
            public <T> T set(T value) {
                return value == null ? (T) flags.remove(setting) : (T) flags.put(setting, value.toString());
            }
        };
    }

    private static String label(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> "TEXT";
            case SECRET -> "DSN";
            case LIST -> "NAME[,NAME...]";
            case FOLDER -> "FOLDER";
            case FOLDERS -> "PATH[,PATH...]";
            case SECONDS -> "SECONDS";
        };
    }

    Path folder() {
        return folder;
    }

    /** The settings that were given as flags. */
    Map<Setting, String> flags() {
        return Map.copyOf(flags);
    }

    Settings settings() {
        return Settings.read(folder, flags, environment);
    }

    /** Lets the work use the migrations of the database that the settings name. */
    <R> R withMigrations(Function<Migrations, R> work) {
        Settings settings = settings();
        try (Engine engine = Engine.create(settings.require(Setting.URL))) {
            return work.apply(migrations(engine, settings));
        }
    }

    /** As {@link #withMigrations}, for what wants to know the dialect too. */
    <R> R withEngine(Function<Engine, R> work) {
        try (Engine engine = Engine.create(settings().require(Setting.URL))) {
            return work.apply(engine);
        }
    }

    Migrations migrations(Engine engine, Settings settings) {
        ScriptFolder scripts =
                new ScriptFolder(settings.path(Setting.SCRIPTS), settings.paths(Setting.MODEL_CLASSPATH));
        return Migrations.of(
                        engine, () -> model(settings).schemaFor(engine.dialect().capabilities()), scripts)
                .withLockTimeout(settings.seconds(Setting.LOCK_TIMEOUT));
    }

    /** Where new scripts go. */
    ScriptPlace scriptPlace() {
        Settings settings = settings();
        return new ScriptPlace(
                settings.path(Setting.SCRIPTS),
                settings.text(Setting.SCRIPTS_PACKAGE),
                settings.text(Setting.SCRIPTS_HEADER));
    }

    private static Model model(Settings settings) {
        return ModelClasses.of(settings).model();
    }
}
