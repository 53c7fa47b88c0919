// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.run.AppliedRevision;
import io.aludel.migrate.script.RepeatableScript;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that are executed after the revisions, whenever they have changed. */
@OnEveryDatabase
class RepeatableTest {
    private static final String NAMES = """
            -- drop
            drop view if exists pet_names;

            create view pet_names as select name from pet;
            """;
    private static final String LONG_NAMES = """
            -- after: a_names
            -- drop
            drop view if exists long_names;
            create view long_names as select name from pet_names where length(name) > 3;
            """;

    private final FreshDatabase database;
    private final Engine engine;

    @TempDir
    private Path folder;

    RepeatableTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Migrations migrations() {
        return Migrations.of(engine, () -> Schema.EMPTY, new ScriptFolder(folder, List.of()));
    }

    private List<String> upgrade(String target) {
        return migrations().upgrade(target).stream().map(AppliedRevision::id).toList();
    }

    private List<String> pending() {
        return migrations().repeatables().pending().stream()
                .map(RepeatableScript::name)
                .toList();
    }

    private void pets() throws IOException {
        write("aaaa00000001_pets.up.sql", "create table pet (name varchar(20), legs integer);");
        write(
                "bbbb00000002_rex.up.sql",
                "-- parent: aaaa00000001\n-- schema-neutral\ninsert into pet (name, legs) values ('Rex', 4), ('Wanda', 0);");
        write("a_names.repeat.sql", NAMES);
        write("Long.repeat.sql", LONG_NAMES);
    }

    @Test
    void areExecutedAfterTheRevisionsWhenTheyHaveChanged() throws IOException, SQLException {
        pets();
        assertThat(upgrade("+1")).containsExactly("aaaa00000001");
        assertThat(pending()).containsExactly("a_names", "Long");

        assertThat(upgrade("head")).containsExactly("bbbb00000002", "a_names", "Long");
        assertThat(database.rows("select * from long_names")).hasSize(1);
        assertThat(upgrade("head")).isEmpty();

        write("a_names.repeat.sql", "-- in other words\n" + NAMES.replace("\n", "\n  "));
        assertThat(pending()).isEmpty();

        // Another shape of what another view stands on.
        write("a_names.repeat.sql", NAMES.replace("select name", "select legs, name"));
        assertThat(upgrade("head")).containsExactly("a_names", "Long");
        assertThat(database.rows("select legs from pet_names")).hasSize(2);
        assertThat(database.rows("select * from long_names")).hasSize(1);

        Files.delete(folder.resolve("Long.repeat.sql"));
        assertThat(upgrade("head")).isEmpty();
        assertThat(migrations().repeatables().orphaned()).containsExactly("Long");
        assertThat(database.rows("select * from long_names")).hasSize(1);
    }

    @Test
    void oneThatFailsIsNamedAndExecutedAgainByTheNextUpgrade() throws IOException, SQLException {
        pets();
        upgrade("head");
        write("a_names.repeat.sql", NAMES + ";\n\ncreate view other as select nothing from nowhere");

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "MIG-082: The repeatable script a_names failed (a_names.repeat.sql:7), at \"execute create view other");
        assertThat(pending()).containsExactly("a_names", "Long");
        if (engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)) {
            assertThat(database.rows("select * from long_names")).hasSize(1);
        }

        write("a_names.repeat.sql", NAMES);
        migrations().upgrade("head");
        assertThat(pending()).isEmpty();
        assertThat(database.rows("select * from long_names")).hasSize(1);
    }

    @Test
    void whatARevisionHadToDropIsMadeAgain() throws IOException, SQLException {
        pets();
        upgrade("head");
        write("cccc00000003_name.up.sql", """
                -- parent: bbbb00000002
                drop view long_names;
                drop view pet_names;
                alter table pet rename column legs to feet;
                """);

        write("cccc00000003_name.down.sql", """
                drop view long_names; drop view pet_names;
                alter table pet rename column feet to legs;
                """);

        assertThat(upgrade("head")).containsExactly("cccc00000003", "a_names", "Long");
        assertThat(database.rows("select * from long_names")).hasSize(1);

        migrations().downgrade("-1");
        Files.delete(folder.resolve("cccc00000003_name.up.sql"));
        Files.delete(folder.resolve("cccc00000003_name.down.sql"));
        assertThat(upgrade("head")).containsExactly("a_names", "Long");
    }

    @Test
    void whatCannotBePutInOrderIsAnErrorBeforeAnythingIsDone() throws IOException {
        pets();
        write("a_names.repeat.sql", "-- after: Long\n" + NAMES);
        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageStartingWith("MIG-082: The repeatable scripts Long, a_names wait for each other");
        write("a_names.repeat.sql", "-- after: nobody\n" + NAMES);
        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageStartingWith("MIG-082: a_names.repeat.sql is to come after \"nobody\"");
        write("a_names.repeat.sql", NAMES);
        write("no.good.repeat.sql", NAMES);
        assertThatThrownBy(() -> upgrade("head")).hasMessageContaining("no.good.repeat.sql cannot be used");
        Files.delete(folder.resolve("no.good.repeat.sql"));
        write("a_names.repeat." + engine.dialect().name() + ".sql", "");

        assertThat(migrations().current().current()).isEmpty();
        assertThat(pending()).containsExactly("a_names", "Long");
    }
}
