// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.mapping.Model;
import io.aludel.migrate.Databases;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.ScriptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A database that a model's changes are written and applied to, as scripts in a folder. */
final class ScriptedDatabase {
    private final Engine engine;
    private final Path folder;
    private final ScriptFolder scripts;
    private Migrations migrations;

    ScriptedDatabase(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
        this.scripts = new ScriptFolder(folder, List.of());
        this.migrations = of(() -> Schema.EMPTY);
    }

    private Migrations of(Supplier<Schema> model) {
        return Migrations.of(engine, model, scripts);
    }

    ScriptedDatabase wants(Schema model) {
        migrations = of(() -> model);
        return this;
    }

    ScriptedDatabase wants(Model... models) {
        migrations = Migrations.ofModels(engine, () -> List.of(models), scripts);
        return this;
    }

    ScriptedDatabase comparing(DiffOptions options) {
        migrations = migrations.comparing(options);
        return this;
    }

    Migrations migrations() {
        return migrations;
    }

    ScriptPlace place() {
        return new ScriptPlace(folder, "", "");
    }

    NewRevision writes(AutogenerateOptions options) {
        return migrations.autogenerate("next", place(), options);
    }

    /** Written and applied; afterwards nothing differs. What was done, for people. */
    List<String> becomes(AutogenerateOptions options) {
        NewRevision revision = writes(options);
        migrations.upgrade("head");
        assertThat(migrations.check().isEmpty()).as("%s", migrations.check()).isTrue();
        return revision.difference().operations().stream()
                .map(Operation::describe)
                .toList();
    }

    /** As {@link #becomes}, but executed at once, without a script. */
    List<String> changes() {
        List<Operation> operations = migrations.check().operations();
        try (EngineConnection connection = engine.connect()) {
            for (Operation operation : operations) {
                new DdlRunner(connection).run(operation.render(engine.dialect(), Databases.live(engine)));
            }
        }
        assertThat(migrations.check().isEmpty()).as("%s", migrations.check()).isTrue();
        return operations.stream().map(Operation::describe).toList();
    }

    /** Of a script that was written. */
    static String text(NewRevision revision) throws IOException {
        return Files.readString(revision.file().orElseThrow());
    }

    /** How many scripts there are. */
    long scripts() throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        }
    }
}
