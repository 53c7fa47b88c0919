// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Term;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class VerifyTest {
    private final Engine engine;

    VerifyTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Revision(id = "aaaa00000001")
    private static final class Sound implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("one", t -> {
                t.column("x", SqlType.integer()).notNull().defaultTo(7);
                t.column("name", SqlType.varchar(20));
                t.check("ck_one_x", Term.column("x").between(1, 12));
            });
            op.createIndex("ix_one_name", "one", "name");
            op.createView("short", "select x from one");
        }

        @Override
        public void down(Operations op) {
            op.dropView("short");
            op.dropTable("one");
        }
    }

    @Revision(id = "bbbb00000002", parent = "aaaa00000001")
    private static final class Forgetful implements Migration {
        @Override
        public void up(Operations op) {
            op.dropIndex("ix_one_name", "one");
            op.createView("long", "select x, name from one");
        }

        @Override
        public void down(Operations op) {
            op.dropView("long");
            op.createIndex("ix_one_x", "one", "x");
            op.createView("other", "select x from one");
        }
    }

    @Revision(id = "cccc00000003", parent = "aaaa00000001")
    private static final class OneWay implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("one", "y", SqlType.integer());
        }

        @Override
        public void down(Operations op) {
            op.irreversible("It is for good.");
        }
    }

    private Verification verify(Migration... scripts) {
        return Migrations.of(engine, () -> Schema.EMPTY, ScriptSource.of(scripts))
                .verify();
    }

    @Test
    @Tag("M-52")
    void findsThatSoundWaysUndoWhatWasDoneAndLeavesTheDatabaseAlone() {
        Verification verification = verify(new Sound(), new OneWay());

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.revisions())
                .extracting(Verification.Tried::id, Verification.Tried::irreversible)
                .containsExactly(tuple("aaaa00000001", ""), tuple("cccc00000003", "It is for good."));
        assertThat(Databases.everything(engine).objects()).isEmpty();
    }

    @Test
    void saysWhatAWayDownLeaves() {
        Verification verification = verify(new Sound(), new Forgetful(), new OneWay());

        assertThat(verification.isSound()).isFalse();
        assertThat(verification.untried()).containsExactly("cccc00000003");
        List<String> left = verification.revisions().get(1).leftByDown();
        assertThat(left)
                .contains(
                        "to be done: drop index \"ix_one_x\" of table \"one\": (" + name("x") + ")",
                        "to be done: create index \"ix_one_name\" on table \"one\": (" + name("name") + ")",
                        "left over: view \"other\"")
                .hasSize(3);
        assertThat(Databases.everything(engine).objects()).isEmpty();
    }

    private String name(String column) {
        return engine.dialect().quote(column);
    }
}
