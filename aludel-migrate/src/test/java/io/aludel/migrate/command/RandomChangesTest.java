// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.RandomRows;
import io.aludel.migrate.RandomSchemas;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** From a schema by chance to another, written as scripts, over rows that fit both, and all the way back. */
class RandomChangesTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());
    private static final int ROUNDS = Math.max(2, Integer.getInteger("aludel.trials", 50) / 25);
    /** Others than 0 begin where a seed failed. */
    private static final int FIRST = Integer.getInteger("aludel.seed", 0);

    @TempDir
    private Path folder;

    @OnEveryDatabase
    void whateverDiffersIsWrittenAppliedAndUndone(FreshDatabase database) throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            for (int seed = FIRST; seed < FIRST + ROUNDS; seed++) {
                try {
                    goesThere(engine, database, seed);
                } catch (RuntimeException e) {
                    throw new AssertionError("With seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private void goesThere(Engine engine, FreshDatabase database, int seed) throws SQLException {
        RandomSchemas schemas = new RandomSchemas(seed, engine.dialect().capabilities());
        Schema before = schemas.next();
        Schema after = schemas.next();
        AtomicReference<Schema> model = new AtomicReference<>(before);
        Path scripts = folder.resolve("seed" + seed);
        Migrations migrations = Migrations.of(engine, model::get, new ScriptFolder(scripts, List.of()));
        ScriptPlace place = new ScriptPlace(scripts, "", "");
        migrations.autogenerate("before", place);
        migrations.upgrade("head");
        assertThat(migrations.check()).as("created by seed %d", seed).isEqualTo(NOTHING);
        RandomRows rows = new RandomRows(engine.dialect(), before, after);
        rows.insert(database);
        Map<String, List<List<String>>> surviving = rows.surviving(database);
        model.set(after);
        migrations.autogenerate("after", place, AutogenerateOptions.USUAL.allowingDestructive());

        migrations.upgrade("head");
        assertThat(migrations.check()).as("changed by seed %d", seed).isEqualTo(NOTHING);
        assertThat(rows.surviving(database)).as("rows changed by seed %d", seed).isEqualTo(surviving);

        migrations.downgrade("-1");
        assertThat(Databases.difference(engine, before))
                .as("undone by seed %d", seed)
                .isEqualTo(NOTHING);
        assertThat(rows.surviving(database)).as("rows undone by seed %d", seed).isEqualTo(surviving);
        migrations.downgrade("base");
        assertThat(Databases.difference(engine, Schema.EMPTY))
                .as("emptied by seed %d", seed)
                .isEqualTo(NOTHING);
    }
}
