// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class LedgerTest {
    private final FreshDatabase database;
    private final Engine engine;
    private final Migrations migrations;

    LedgerTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.migrations = Migrations.of(engine, () -> Schema.EMPTY, ScriptSource.of(new First(), new Second()));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Revision(id = "aaaa00000001")
    private static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("one", t -> t.column("x", SqlType.integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("one");
        }
    }

    @Revision(id = "bbbb00000002", parent = "aaaa00000001")
    private static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("two", t -> t.column("x", SqlType.integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("two");
        }
    }

    /** As the releases before the table of steps have made it, to the letter of its types. */
    private void leaveFormatOne() throws SQLException {
        migrations.upgrade("+1");
        database.execute(
                "drop table aludel_steps", "drop table aludel_repeatable", "update aludel_ledger set format = 1");
    }

    @Test
    void readsTheFirstFormatAsItIsAndBringsItToThisOneWithTheNextUpgrade() throws SQLException {
        leaveFormatOne();

        assertThat(migrations.current().current())
                .extracting(HistoryEntry::revision)
                .containsExactly("aaaa00000001");
        assertThat(migrations.unfinished()).isEmpty();
        assertThat(format()).isEqualTo("1");

        migrations.upgrade("head");

        assertThat(format()).isEqualTo("3");
        assertThat(database.rows("select count(*) from aludel_steps")
                        .get(0)
                        .get(0)
                        .toString())
                .isEqualTo("0");
        assertThat(migrations.current().current())
                .extracting(HistoryEntry::revision)
                .containsExactly("bbbb00000002");
    }

    @Test
    void readsTheSecondFormatAndBringsItToThisOne() throws SQLException {
        migrations.upgrade("+1");
        database.execute("drop table aludel_repeatable", "update aludel_ledger set format = 2");

        assertThat(migrations.repeatables().orphaned()).isEmpty();
        assertThat(migrations.unfinished()).isEmpty();
        assertThat(format()).isEqualTo("2");
        migrations.upgrade("head");

        assertThat(format()).isEqualTo("3");
        assertThat(database.rows("select count(*) from aludel_repeatable")
                        .get(0)
                        .get(0)
                        .toString())
                .isEqualTo("0");
    }

    @Test
    void aNewerFormatIsRefused() throws SQLException {
        migrations.upgrade("+1");
        database.execute("update aludel_ledger set format = 99");

        assertThatThrownBy(() -> migrations.upgrade("head"))
                .hasMessage("MIG-015: The ledger in " + engine.description() + " has format [99], and this release of"
                        + " Aludel reads formats up to 3. Use a release that is as new as the one that wrote it.");
        assertThat(Databases.live(engine).tables()).hasSize(5);
    }

    /** Its making is no transaction everywhere, and a process may die in the middle. */
    @Test
    void oneThatWasMadeHalfIsMadeWhole() throws SQLException {
        migrations.upgrade("+1");
        migrations.downgrade("base");
        database.execute("drop table aludel_steps", "delete from aludel_ledger");
        assertThat(migrations.current().current()).isEmpty();

        migrations.upgrade("head");

        assertThat(format()).isEqualTo("3");
        assertThat(migrations.current().pending()).isEmpty();
    }

    @Test
    @Tag("M-20")
    void standsWhereItIsToldToAndIsNeverADifference() {
        boolean schemas = engine.dialect().capabilities().has(Feature.SCHEMAS);
        LedgerTables own = new LedgerTables(schemas ? "Our \"notes\"" : null, "Order by");
        Migrations elsewhere = migrations.withLedger(own);

        elsewhere.upgrade("head");

        assertThat(elsewhere.current().current()).hasSize(1);
        assertThat(migrations.current().current()).as("of another ledger").isEmpty();
        assertThat(elsewhere.check().operations())
                .extracting(operation -> operation.describe())
                .containsExactly("drop table \"two\"", "drop table \"one\"");
        elsewhere.downgrade("base");
        assertThat(elsewhere.check().isEmpty()).isTrue();
        if (schemas) {
            engine.inTransaction(connection -> {
                own.names().forEach(name -> connection.execute("drop table " + qualified(connection, name)));
                connection
                        .dialect()
                        .ddl()
                        .dropSchema("Our \"notes\"")
                        .forEach(step -> connection.execute(((io.aludel.core.dialect.DdlStep.Sql) step).sql()));
                return null;
            });
        }
    }

    private static String qualified(EngineConnection connection, io.aludel.core.name.TableName name) {
        return connection.dialect().quote(name.schema()) + "."
                + connection.dialect().quote(name.name());
    }

    @Test
    void whatWasDoneIsNotForgottenWithItsLedger() throws SQLException {
        migrations.upgrade("head");
        database.execute("drop table aludel_ledger");

        assertThat(migrations.current().current())
                .extracting(HistoryEntry::revision)
                .containsExactly("bbbb00000002");
        assertThat(migrations.upgrade("head")).isEmpty();
    }

    private String format() throws SQLException {
        List<List<Object>> rows = database.rows("select format from aludel_ledger");
        return rows.get(0).get(0).toString();
    }
}
