// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.run.RevisionFailedException;
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

/** Revisions as files of SQL, executed. */
@OnEveryDatabase
class SqlRevisionsTest {
    private final FreshDatabase database;
    private final Engine engine;

    @TempDir
    private Path folder;

    SqlRevisionsTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Migrations migrations() {
        return Migrations.of(engine, () -> Schema.EMPTY, new ScriptFolder(folder, List.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void triggers() throws IOException {
        write("aaaa00000002_triggers.up.sql", "-- parent: aaaa00000001\n");
        write("aaaa00000002_triggers.up.sqlite.sql", """
                create trigger more after insert on pet begin
                  update pet set legs = case when legs > 4 then 8 else 4 end where id = new.id;
                  insert into log (words) values ('in; ' || new.name);
                end;
                """);
        write("aaaa00000002_triggers.up.mariadb.sql", """
                create trigger more before insert on pet for each row begin
                  if new.legs > 4 then set new.legs = 8; else set new.legs = 4; end if;
                  insert into log (words) values (concat('in; ', new.name));
                end;
                """);
        write("aaaa00000002_triggers.up.postgresql.sql", """
                create function more() returns trigger language plpgsql as $body$
                begin
                  new.legs := case when new.legs > 4 then 8 else 4 end;
                  insert into log (words) values ('in; ' || new.name);
                  return new;
                end $body$;
                create trigger more before insert on pet for each row execute function more();
                """);
        write("aaaa00000002_triggers.down.sql", "drop trigger more");
        write("aaaa00000002_triggers.down.h2.sql", "");
        write("aaaa00000002_triggers.down.postgresql.sql", "drop trigger more on pet; drop function more;");
    }

    @Test
    void goesUpAndDownOnEveryDatabase() throws IOException, SQLException {
        write("aaaa00000001_pets_and_log.up.sql", """
                create table pet (id integer not null primary key, name varchar(40), legs integer);
                create table log (words varchar(60)); -- the end; or is it
                -- schema-neutral
                insert into log (words) values ('it''s; -- so');
                """);
        write("aaaa00000001_pets_and_log.down.sql", "drop table log; drop table pet;");
        triggers();

        assertThat(migrations().upgrade("head"))
                .extracting(one -> one.message())
                .containsExactly("Pets and log", "Triggers");
        database.execute("insert into pet (id, name, legs) values (1, 'Rex', 3)");

        // H2's triggers are classes.
        boolean triggered = Files.exists(
                folder.resolve("aaaa00000002_triggers.up." + engine.dialect().name() + ".sql"));
        assertThat(database.rows("select words from log order by words"))
                .hasSize(triggered ? 2 : 1)
                .last()
                .asString()
                .contains("it's; -- so");
        assertThat(database.rows("select legs from pet").get(0).get(0).toString())
                .isEqualTo(triggered ? "4" : "3");
        migrations().downgrade("base");
        assertThat(Databases.difference(engine, Schema.EMPTY).isEmpty()).isTrue();
    }

    @Test
    void aStatementThatIsRefusedIsNamedWithItsLine() throws IOException {
        write("aaaa00000001_pets.up.sql", "create table pet (id integer);\n\ninsert into nowhere values (1);");

        assertThatThrownBy(() -> migrations().upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("(aaaa00000001_pets.up.sql:3)");

        write("aaaa00000001_pets.up.sql", "create table pet (id integer);\n\ninsert into pet values (1);");
        migrations().upgrade("head");
        assertThat(Databases.live(engine).table(PetWorld.PET)).isPresent();
    }
}
