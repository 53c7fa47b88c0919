// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.interop;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.command.Adopted;
import io.aludel.migrate.command.Exported;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.RevisionOptions;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.interop.BaselineOptions;
import io.aludel.migrate.interop.ExportOptions;
import io.aludel.migrate.interop.HistoryTool;
import io.aludel.migrate.interop.LiquibaseFiles;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Without H2: where that folds names to lower case, as it does behind our DSNs, Liquibase does not find its own tables again. */
class LiquibaseTest {
    private static final ExportOptions OPTIONS =
            ExportOptions.of(HistoryTool.LIQUIBASE).withAuthor("ada");

    @TempDir
    private Path folder;

    @OnEveryDatabase({SQLITE, POSTGRESQL, MARIADB})
    void appliesWhatWeWriteAndRollsItBack(FreshDatabase theirs) throws Exception {
        try (FreshDatabase ours = theirs.database().fresh();
                Engine their = Engine.create(theirs.dsn());
                Engine our = Engine.create(ours.dsn())) {
            Schema empty = Tools.schema(their);
            Migrations migrations = Migrations.of(our, () -> Schema.EMPTY, School.scripts());
            migrations.export("a00000000001", folder, OPTIONS);
            Tools.liquibase(theirs, folder, LiquibaseFiles.MASTER, liquibase -> liquibase.update(""));

            Exported rest = migrations.export("a00000000004", folder, OPTIONS);
            assertThat(rest.present()).containsExactly("a00000000001");
            assertThat(migrations.export("a00000000004", folder, OPTIONS).files())
                    .isEmpty();
            Tools.liquibase(theirs, folder, LiquibaseFiles.MASTER, liquibase -> liquibase.update(""));
            migrations.upgrade("a00000000004");

            SchemaAssert.assertSame(Tools.schema(their), Tools.schema(our));
            Tools.liquibase(theirs, folder, LiquibaseFiles.MASTER, liquibase -> {
                assertThat(liquibase.listUnrunChangeSets(null, null)).isEmpty();
                liquibase.rollback(100, "");
            });
            SchemaAssert.assertSame(Tools.schema(their), empty);
        }
    }

    @OnEveryDatabase(SQLITE)
    void doesNotRollBackWhatHasNoWayBack(FreshDatabase database) throws Exception {
        try (Engine engine = Engine.create(database.dsn())) {
            Migrations.of(engine, () -> Schema.EMPTY, School.scripts()).export("head", folder, OPTIONS);
            Tools.liquibase(database, folder, LiquibaseFiles.MASTER, liquibase -> liquibase.update(""));

            assertThatThrownBy(() -> Tools.liquibase(
                            database, folder, LiquibaseFiles.MASTER, liquibase -> liquibase.rollback(1, "")))
                    .hasMessageContaining("does not support automatic rollback generation for raw sql");
        }
    }

    @OnEveryDatabase({SQLITE, POSTGRESQL, MARIADB})
    void leavesADatabaseWhoseHistoryWeGoOn(FreshDatabase database) throws Exception {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Path scripts = Files.createDirectory(folder.resolve("ours"));
        Files.writeString(theirs.resolve("changelog.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: ada
                      changes:
                        - createTable:
                            tableName: pet
                            columns:
                              - column: {name: id, type: bigint, constraints: {primaryKey: true, nullable: false}}
                              - column: {name: name, type: varchar(20)}
                  - changeSet:
                      id: two
                      author: ada
                      changes:
                        - createIndex: {tableName: pet, indexName: ix_pet, columns: [{column: {name: name}}]}
                """);
        Tools.liquibase(database, theirs, "changelog.yaml", liquibase -> liquibase.update(""));
        try (Engine engine = Engine.create(database.dsn())) {
            Schema before = Tools.schema(engine);
            Migrations migrations = Migrations.of(engine, () -> before, new ScriptFolder(scripts, List.of()));

            Adopted adopted = migrations.baseline(
                    "as Liquibase left it",
                    RevisionOptions.ON_HEAD,
                    new ScriptPlace(scripts, "", ""),
                    BaselineOptions.USUAL.continuing(HistoryTool.LIQUIBASE));

            assertThat(adopted.history().orElseThrow().applied())
                    .containsExactly("ada:1 in changelog.yaml", "ada:two in changelog.yaml");
            assertThat(migrations.check().isEmpty()).isTrue();
            assertThat(migrations.upgrade("head")).isEmpty();
            Tools.liquibase(
                    database,
                    theirs,
                    "changelog.yaml",
                    liquibase -> assertThat(liquibase.listUnrunChangeSets(null, null))
                            .isEmpty());
            try (FreshDatabase empty = database.database().fresh();
                    Engine copy = Engine.create(empty.dsn())) {
                Migrations.of(copy, () -> before, new ScriptFolder(scripts, List.of()))
                        .upgrade("head");
                SchemaAssert.assertSame(Tools.schema(copy), before);
            }
        }
    }
}
