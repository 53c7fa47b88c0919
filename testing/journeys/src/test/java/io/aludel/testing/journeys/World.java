// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.mapping.Model;
import io.aludel.migrate.command.AutogenerateOptions;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.NewRevision;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.journeys.shop.Category;
import io.aludel.testing.journeys.shop.Company;
import io.aludel.testing.journeys.shop.Country;
import io.aludel.testing.journeys.shop.Employee;
import io.aludel.testing.journeys.shop.Everything;
import io.aludel.testing.journeys.shop.Profile;
import io.aludel.testing.journeys.shop.Task;
import io.aludel.testkit.StatementRecorder;
import java.nio.file.Path;
import java.util.List;

/** A database, and everything that a program has of it. */
final class World implements AutoCloseable {
    private final StatementRecorder statements = new StatementRecorder();
    private final Engine engine;

    World(FreshDatabase database) {
        // No pool: a test needs two connections at most.
        engine = Engine.create(database.dataSource(), null, EngineSettings.DEFAULT.withListener(statements));
    }

    static Model shop() {
        return Model.of(
                Category.class,
                Company.class,
                Country.class,
                Employee.class,
                Everything.class,
                Profile.class,
                Task.class);
    }

    Engine engine() {
        return engine;
    }

    StatementRecorder statements() {
        return statements;
    }

    SessionFactory sessions(Model model) {
        return SessionFactory.of(engine, model);
    }

    Migrations migrations(Model model, Path folder) {
        return Migrations.of(
                engine, () -> model.schemaFor(engine.dialect().capabilities()), new ScriptFolder(folder, List.of()));
    }

    /** Writes a revision that leads to the model, and applies it. */
    NewRevision migrate(Model model, Path folder) {
        NewRevision revision = migrations(model, folder)
                .autogenerate("next", new ScriptPlace(folder, "", ""), AutogenerateOptions.USUAL.allowingDestructive());
        migrations(model, folder).upgrade("head");
        return revision;
    }

    /** The shop's tables, made without migrations. */
    SessionFactory shopCreated() {
        SessionFactory sessions = sessions(shop());
        sessions.createAll();
        statements.clear();
        return sessions;
    }

    /** Executes a statement as the engine does, foreign keys enforced. */
    void execute(String sql) {
        engine.inTransaction(connection -> connection.update(new RenderedSql(sql, List.of())));
    }

    @Override
    public void close() {
        engine.close();
    }
}
