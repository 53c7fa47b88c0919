// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of a size that is rare. */
class LargeSchemaTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());

    @TempDir
    private Path folder;

    private final AtomicInteger statements = new AtomicInteger();

    private static Table table(String name, int columns) {
        List<Column> all = IntStream.range(0, columns)
                .mapToObj(i -> i == 0
                        ? Column.notNull("id", SqlType.bigint())
                        : Column.nullable("c" + i, i % 2 == 0 ? SqlType.decimal(38, 2) : SqlType.varchar(40)))
                .toList();
        return Table.of(TableName.of(name), all)
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withIndexes(List.of(Index.of("ix_" + name, "c1")));
    }

    private static Schema tables(int count) {
        return Schema.of(
                IntStream.range(0, count).mapToObj(i -> table("t" + i, 8)).toArray(Table[]::new));
    }

    private Migrations migrations(Engine engine, Schema model) {
        return Migrations.of(engine, () -> model, new ScriptFolder(folder, List.of()));
    }

    private Engine engine(FreshDatabase database) {
        return Engine.create(
                database.dsn(),
                EngineSettings.DEFAULT.withListener((ExecutedStatement statement) -> statements.incrementAndGet()));
    }

    @OnEveryDatabase
    void anEmptyDifferenceAsksNoMoreOfManyTables(FreshDatabase database) {
        try (Engine engine = engine(database)) {
            engine.createAll(tables(2));
            assertThat(migrations(engine, tables(2)).check()).isEqualTo(NOTHING);
            statements.set(0);
            assertThat(migrations(engine, tables(2)).check()).isEqualTo(NOTHING);
            int few = statements.get();
            engine.createAll(tables(150));
            statements.set(0);

            assertThat(migrations(engine, tables(150)).check()).isEqualTo(NOTHING);

            assertThat(statements).hasValue(few);
        }
    }

    @OnEveryDatabase
    void aTableOfManyColumnsGoesThroughAScript(FreshDatabase database) {
        Schema model = Schema.of(table("wide", 500));
        try (Engine engine = engine(database)) {
            assumeTrue(engine.dialect().capabilities().has(Feature.WIDE_ROWS), "a row of them is not too long");
            Migrations migrations = migrations(engine, model);
            migrations.autogenerate("wide", new ScriptPlace(folder, "", ""));

            migrations.upgrade("head");

            assertThat(migrations.check()).isEqualTo(NOTHING);
        }
    }
}
