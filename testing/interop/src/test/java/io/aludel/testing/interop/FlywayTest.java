// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.command.Adopted;
import io.aludel.migrate.command.AutogenerateOptions;
import io.aludel.migrate.command.Exported;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.RevisionOptions;
import io.aludel.migrate.command.ScriptPlace;
import io.aludel.migrate.interop.BaselineOptions;
import io.aludel.migrate.interop.ExportOptions;
import io.aludel.migrate.interop.HistoryTool;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;

class FlywayTest {
    @TempDir
    private Path folder;

    private static final ExportOptions COUNTED =
            ExportOptions.of(HistoryTool.FLYWAY).with(ExportOptions.Versions.COUNTER);

    @OnEveryDatabase
    void appliesWhatWeWriteAndOurUndoScriptsUndoIt(FreshDatabase theirs) throws Exception {
        try (FreshDatabase ours = theirs.database().fresh();
                Engine their = Engine.create(theirs.dsn());
                Engine our = Engine.create(ours.dsn())) {
            Schema empty = Tools.schema(their);
            Migrations migrations = Migrations.of(our, () -> Schema.EMPTY, School.scripts());
            Exported first = migrations.export("a00000000001", folder, COUNTED);
            assertThat(first.files())
                    .extracting(path -> path.getFileName().toString())
                    .contains("V1__r1.sql", "U1__r1.sql");
            Exported rest = migrations.export("head", folder, COUNTED);
            assertThat(rest.present()).containsExactly("a00000000001");
            assertThat(rest.irreversible()).containsExactly("a00000000005");
            assertThat(migrations.export("head", folder, COUNTED).files()).isEmpty();

            int executed = Tools.flyway(theirs, folder).migrate().migrationsExecuted;
            migrations.upgrade("head");

            assertThat(executed).isGreaterThanOrEqualTo(5);
            SchemaAssert.assertSame(Tools.schema(their), Tools.schema(our));
            assertThat(rows(theirs)).isEqualTo(rows(ours));
            undo(theirs, rest);
            undo(theirs, first);
            SchemaAssert.assertSame(Tools.schema(their), empty);
        }
    }

    private static List<String> rows(FreshDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select id, name from pupils order by id")) {
            while (result.next()) {
                rows.add(result.getLong(1) + " " + result.getString(2));
            }
        }
        return rows;
    }

    /** Flyway itself does it for money only; so its own reader of scripts is asked to run them as if they were the next versions. */
    private void undo(FreshDatabase database, Exported exported) throws IOException {
        List<Path> undo = new ArrayList<>(exported.files().stream()
                .filter(file -> file.getFileName().toString().startsWith("U"))
                .filter(file -> file.toString().endsWith(".sql"))
                .toList());
        Collections.reverse(undo);
        Path place = Files.createTempDirectory(folder, "undo");
        int version = 0;
        for (Path script : undo) {
            String name = "V" + (++version) + "__undo.sql";
            Files.copy(script, place.resolve(name));
            Path settings = Path.of(script + ".conf");
            if (Files.exists(settings)) {
                Files.copy(settings, place.resolve(name + ".conf"));
            }
        }
        Flyway flyway = Flyway.configure()
                .configuration(Tools.flyway(database, place).getConfiguration())
                .table("flyway_undo_" + place.getFileName().toString().replaceAll("\\D", ""))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(undo.size());
    }

    @OnEveryDatabase
    void leavesADatabaseWhoseHistoryWeGoOn(FreshDatabase database) throws Exception {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Path scripts = Files.createDirectory(folder.resolve("ours"));
        Files.writeString(
                theirs.resolve("V1__pets.sql"), "create table pet (id bigint primary key, name varchar(20) not null);");
        Files.writeString(
                theirs.resolve("V2.1__toys.sql"),
                "create table toy (id bigint primary key, pet_id bigint, foreign key (pet_id) references pet (id));");
        Files.writeString(theirs.resolve("R__views.sql"), "create view names as select name from pet;");
        Tools.flyway(database, theirs).migrate();
        try (Engine engine = Engine.create(database.dsn())) {
            Schema before = Tools.schema(engine);
            Migrations migrations = Migrations.of(engine, () -> before, new ScriptFolder(scripts, List.of()));

            Adopted adopted = migrations.baseline(
                    "as Flyway left it",
                    RevisionOptions.ON_HEAD,
                    new ScriptPlace(scripts, "", ""),
                    BaselineOptions.USUAL.continuing(HistoryTool.FLYWAY));

            assertThat(adopted.history().orElseThrow().applied())
                    .containsExactly("1 pets", "2.1 toys", "views (repeatable)");
            assertThat(migrations.check().isEmpty()).isTrue();
            Schema wanted = before.without(before.tables().get(1).name());
            Migrations next = Migrations.of(engine, () -> wanted, new ScriptFolder(scripts, List.of()));
            next.autogenerate(
                    "no toys", new ScriptPlace(scripts, "", ""), AutogenerateOptions.USUAL.allowingDestructive());
            next.upgrade("head");
            assertThat(next.check().isEmpty()).isTrue();
            assertThat(Tools.flyway(database, theirs).info().pending()).isEmpty();
            assertThat(Tools.flyway(database, theirs).validateWithResult().validationSuccessful)
                    .isTrue();
        }
    }
}
