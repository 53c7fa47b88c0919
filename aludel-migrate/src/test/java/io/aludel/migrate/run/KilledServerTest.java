// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.migrate.Databases;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.KillableServer;
import io.aludel.testing.databases.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is ended by force in the middle of a revision, right after a statement was executed and before the ledger says so. */
@Tag("M-59")
class KilledServerTest {
    private static final TableName BIG = TableName.of("big");

    @Revision(id = "aaaa00000001")
    private static final class Change implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("big", "note", SqlType.varchar(20)).notNull().defaultTo("");
            op.alterColumn("big", "name", c -> {
                c.from(SqlType.varchar(40));
                c.to(SqlType.varchar(300));
            });
            op.createIndex("ix_big_name", "big", "name");
        }

        @Override
        public void down(Operations op) {
            op.irreversible("Not needed.");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void losesNothingAndIsGoneOnByTheNextUpgrade(TestDatabase database) throws Exception {
        assumeTrue(TestDatabase.selected().contains(database), "the database is selected");
        try (KillableServer server = KillableServer.start(database)) {
            try (Engine engine = Engine.create(server.dsn())) {
                engine.createAll(Schema.of(Table.of(
                        BIG,
                        List.of(
                                Column.notNull("id", SqlType.integer()),
                                Column.nullable("name", SqlType.varchar(40))))));
                engine.inTransaction(connection -> {
                    connection.execute("insert into big (id, name) values (1, 'one'), (2, 'two'), (3, null)");
                    return null;
                });
            }
            EngineSettings killing = EngineSettings.DEFAULT.withListener((ExecutedStatement statement) -> {
                if (statement.sql().contains("300")) {
                    kill(server);
                }
            });
            try (Engine engine = Engine.create(server.dsn(), killing)) {
                assertThatThrownBy(() -> upgrade(engine)).isInstanceOf(RuntimeException.class);
            }
            server.restart();
            try (Engine engine = Engine.create(server.dsn())) {
                upgrade(engine);

                assertThat(Databases.live(engine).requireTable(BIG).columns())
                        .extracting(Column::name)
                        .containsExactlyInAnyOrder("id", "name", "note");
                assertThat(Databases.live(engine).requireTable(BIG).indexes()).hasSize(1);
                assertThat(engine.<String>inTransaction(connection -> connection
                                .catalog()
                                .query("select count(*) as n from big where note = ''")
                                .get(0)
                                .values()
                                .values()
                                .iterator()
                                .next()
                                .toString()))
                        .isEqualTo("3");
            }
        }
    }

    private static void kill(KillableServer server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void upgrade(Engine engine) {
        new MigrationRunner(
                        engine,
                        Revisions.of(ScriptSource.of(new Change()).scripts()),
                        LedgerTables.DEFAULT,
                        Duration.ofSeconds(20))
                .upgrade("head", done -> {});
    }
}
