// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.run.RevisionFailedException;
import io.aludel.migrate.script.MigrationListener;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called, and what is executed, around an upgrade and its revisions. */
@OnEveryDatabase
class CallbacksTest {
    private final FreshDatabase database;
    private final Engine engine;
    private final List<String> calls = new ArrayList<>();

    @TempDir
    private Path folder;

    CallbacksTest(FreshDatabase database) {
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

    private void history() throws IOException {
        write("aaaa00000001_one.up.sql", "create table one (id integer);");
        write("aaaa00000001_one.down.sql", "drop table one;");
        write(
                "bbbb00000002_two.up.sql",
                "-- parent: aaaa00000001\n-- schema-neutral\ninsert into one (id) values (1);");
        write("bbbb00000002_two.down.sql", "delete from one;");
        write("before-upgrade.sql", "create table log (words varchar(40)); insert into log (words) values ('before');");
        write("before-each.sql", "insert into log (words) values ('before each');");
        write("after-each.sql", "insert into log (words) values ('after each');");
        write("after-each." + engine.dialect().name() + ".sql", "insert into log (words) values ('after own');");
        write("after-upgrade.sql", "insert into log (words) values ('after'); drop table log;");
    }

    private Migrations migrations() {
        return Migrations.of(engine, () -> Schema.EMPTY, new ScriptFolder(folder, List.of()));
    }

    private final class Writing implements MigrationListener {
        private final String name;

        private Writing(String name) {
            this.name = name;
        }

        private void call(String text, EngineConnection connection) {
            calls.add(name + " " + text + (connection.inTransaction() ? " inside" : ""));
        }

        @Override
        public void beforeUpgrade(EngineConnection connection, List<Script> scripts) {
            call("before " + scripts.size(), connection);
        }

        @Override
        public void beforeRevision(EngineConnection connection, Script script) {
            call("before " + script.message(), connection);
        }

        @Override
        public void afterRevision(EngineConnection connection, Script script) {
            call("after " + script.message(), connection);
        }

        @Override
        public void afterUpgrade(EngineConnection connection, List<Script> scripts) {
            call("after " + scripts.size(), connection);
        }

        @Override
        public void failed(RuntimeException failure) {
            calls.add(name + " failed");
        }
    }

    @Test
    void areCalledInTheirOrder() throws IOException {
        history();
        Migrations migrations = migrations().withListener(new Writing("1")).withListener(new Writing("2"));
        String inside = engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL) ? " inside" : "";

        migrations.upgrade("head");

        assertThat(calls)
                .containsExactly(
                        "1 before 2",
                        "2 before 2",
                        "1 before One" + inside,
                        "2 before One" + inside,
                        "1 after One inside",
                        "2 after One inside",
                        "1 before Two" + inside,
                        "2 before Two" + inside,
                        "1 after Two inside",
                        "2 after Two inside",
                        "1 after 2",
                        "2 after 2");
        calls.clear();
        migrations.upgrade("head");
        migrations.downgrade("base");
        assertThat(calls).isEmpty();
    }

    @Test
    void sqlIsExecutedAroundEachRevisionAndFailsIt() throws IOException, SQLException {
        history();
        write("after-upgrade.sql", "\ninsert into nowhere (words) values ('after');");
        Migrations migrations = migrations().withListener(new Writing("1"));

        assertThatThrownBy(() -> migrations.upgrade("+1"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "MIG-083: The callback after-upgrade.sql:2 failed, at \"execute insert into nowhere");
        assertThat(database.rows("select words from log order by words"))
                .extracting(row -> row.get(0).toString())
                .containsExactly("after own", "before", "before each");
        assertThat(migrations.current().current()).hasSize(1);

        write("before-upgrade.sql", "");
        write("after-each." + engine.dialect().name() + ".sql", "insert into nowhere (words) values (1);");
        calls.clear();
        assertThatThrownBy(() -> migrations.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("bbbb00000002")
                .hasMessageContaining("after-each." + engine.dialect().name() + ".sql:1");
        assertThat(calls).last().isEqualTo("1 failed");
        assertThat(migrations.current().current())
                .extracting(entry -> entry.revision())
                .containsExactly("aaaa00000001");

        write("after-each." + engine.dialect().name() + ".sql", "");
        write("after-upgrade.sql", "");
        migrations.upgrade("head");
        assertThat(database.rows("select id from one")).hasSize(1);
    }

    @Test
    void aListenerThatFailsIsNamed() throws IOException {
        history();
        Migrations migrations = migrations().withListener(new MigrationListener() {
            @Override
            public void beforeRevision(EngineConnection connection, Script script) {
                throw new IllegalStateException("not today");
            }

            @Override
            public void failed(RuntimeException failure) {
                throw new IllegalStateException("nor here");
            }
        });

        assertThatThrownBy(() -> migrations.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("What is called before the revision failed, in ")
                .hasMessageContaining("not today")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }
}
