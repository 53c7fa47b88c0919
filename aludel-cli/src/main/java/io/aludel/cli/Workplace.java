// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.diff.AcceptedSpellings;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.TableFilter;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** What the settings lead to: the engine, the model, the scripts. Made for one command. */
final class Workplace {
    private final Path folder;
    private final Map<String, String> environment;
    private final Prompt prompt;
    private final Consumer<String> warnings;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
    /** Loaded when it is asked for first. */
    private @Nullable Model model;

    /**
     * A place to work at.
     *
     * @param prompt who can be asked
     * @param warnings told of what is worth a look although the command goes on
     */
    Workplace(Path folder, Map<String, String> environment, Prompt prompt, Consumer<String> warnings) {
        this.folder = folder;
        this.environment = environment;
        this.prompt = prompt;
        this.warnings = warnings;
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
            case NUMBER -> "NUMBER";
        };
    }

    Path folder() {
        return folder;
    }

    Prompt prompt() {
        return prompt;
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
        return withEngine(engine -> work.apply(migrations(engine)));
    }

    /** As {@link #withMigrations}, for what only asks. A database that is not there is as good as an empty one, but may be another place than was meant. */
    <R> R askMigrations(Function<Migrations, R> work) {
        return askEngine(engine -> work.apply(migrations(engine)));
    }

    /** As {@link #askMigrations}, for what wants to know the dialect too. */
    <R> R askEngine(Function<Engine, R> work) {
        return withEngine(engine -> {
            boolean exists = engine.exists();
            R result = work.apply(engine);
            if (!exists) {
                warnings.accept(
                        "Warning: there is no database at " + engine.description() + " yet; it is taken to be empty.");
            }
            return result;
        });
    }

    /** As {@link #askEngine}, or without a database if the options say so. */
    <R> R askEngine(OfflineOptions options, Function<Engine, R> work) {
        String dialect = options.dialect();
        if (!options.isOffline()) {
            return askEngine(work);
        }
        if (dialect == null) {
            return withEngine(work);
        }
        try (Engine engine = Engine.withoutDatabase(Engine.dialect(dialect))) {
            return work.apply(engine);
        }
    }

    /** Lets the work use the database that the settings name, whether it is there or not. */
    <R> R withDatabase(Function<Engine, R> work) {
        return withEngine(work);
    }

    private <R> R withEngine(Function<Engine, R> work) {
        try (Engine engine = Engine.create(settings().require(Setting.URL))) {
            return work.apply(engine);
        }
    }

    /**
     * The same for what applies scripts: there an absent folder is a mistake, mostly the wrong place, and nothing done is no success.
     *
     * @throws CommandException if the folder of the scripts is not there
     */
    Workplace requireScripts() {
        Settings settings = settings();
        Path scripts = settings.path(Setting.SCRIPTS);
        if (!Files.isDirectory(scripts)) {
            throw new CommandException(
                    "CLI-004",
                    "There is no folder " + scripts
                            + " with migration scripts. Go to the project's folder, or say where they are: --"
                            + Setting.SCRIPTS.key() + ". In a new project begin with: aludel init");
        }
        return this;
    }

    Migrations migrations(Engine engine, OfflineOptions options) {
        return options.isOffline() ? migrations(engine).offline() : migrations(engine);
    }

    Migrations migrations(Engine engine) {
        Settings settings = settings();
        ScriptFolder scripts = new ScriptFolder(settings.path(Setting.SCRIPTS), settings.paths(Setting.MODEL_CLASSPATH))
                .cachedIn(cache());
        TableFilter tables = new TableFilter(
                settings.list(Setting.SCHEMAS),
                settings.list(Setting.INCLUDE_TABLES),
                settings.list(Setting.EXCLUDE_TABLES));
        return Migrations.ofModels(engine, () -> List.of(model(settings)), scripts)
                .withLedger(ledger(settings))
                .withLockTimeout(settings.seconds(Setting.LOCK_TIMEOUT))
                .withPatience(settings.seconds(Setting.LOCK_WAIT))
                .comparing(DiffOptions.USUAL.with(tables).with(AcceptedSpellings.in(settings.path(Setting.SCRIPTS))));
    }

    private static LedgerTables ledger(Settings settings) {
        String schema = settings.text(Setting.LEDGER_SCHEMA);
        return new LedgerTables(schema.isBlank() ? null : schema, settings.text(Setting.LEDGER_PREFIX));
    }

    /** The model's schema as the classes say it, whatever database it is for. */
    Schema modelSchema() {
        return model(settings()).schema();
    }

    /** Where the system keeps what programs can make again. */
    private Path cache() {
        String given = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
        Path all = given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return all.resolve("aludel").resolve("scripts");
    }

    /** Where new scripts go. */
    ScriptPlace scriptPlace() {
        Settings settings = settings();
        return new ScriptPlace(
                settings.path(Setting.SCRIPTS),
                settings.text(Setting.SCRIPTS_PACKAGE),
                settings.text(Setting.SCRIPTS_HEADER));
    }

    private Model model(Settings settings) {
        Model known = model;
        if (known == null) {
            known = ModelClasses.of(settings).model();
            known.warnings().forEach(warning -> warnings.accept("Warning: " + warning));
            model = known;
        }
        return known;
    }
}
