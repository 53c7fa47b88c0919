// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.namedEnum;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.script;
import static io.aludel.migrate.op.Term.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was done to a database past its revisions, and whether a program may begin to work on it. */
@OnEveryDatabase
class DriftTest {
    private static final Script A = script(
            "a",
            "",
            op -> {
                op.createEnumType("mood", "sad", "glad");
                op.createTable("pet", t -> {
                    t.column("id", integer()).notNull();
                    t.column("name", varchar(20)).defaultTo("Rex").comment("its name");
                    t.column("mood", namedEnum("mood", "sad", "glad"));
                    t.primaryKey("pk_pet", "id");
                    t.check("ck_pet_id", column("id").between(1, 1000));
                });
                op.createIndex("ix_pet_name", "pet", "name");
            },
            op -> {});
    private static final Script B =
            script("b", "a", op -> op.sql("update pet set name = 'Rex'"), op -> op.addColumn("pet", "x", integer()));
    private static final Script C = script("c", "b", op -> op.addColumn("pet", "legs", integer()), op -> {});

    private final Engine engine;

    DriftTest(FreshDatabase database) {
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Migrations with(Script... scripts) {
        return Migrations.of(
                engine,
                () -> {
                    throw new AssertionError("the model is not asked");
                },
                () -> List.of(scripts));
    }

    private void execute(String sql) {
        try (EngineConnection connection = engine.connect()) {
            connection.execute(sql);
        }
    }

    @Test
    void saysWhatWasChangedPastTheRevisions() {
        assertThat(with(A, B, C).drift().isEmpty()).isTrue();
        with(A, B, C).upgrade(id("b"));
        assertThat(with(A, B, C).drift()).isEqualTo(new SchemaDifference(List.of(), List.of()));

        execute("create table extra (id int)");
        execute("alter table pet add column tail int");
        SchemaDifference drift = with(A, B, C).drift();
        assertThat(drift.operations())
                .extracting(Operation::describe)
                .containsExactlyInAnyOrder("drop column \"tail\" of table \"pet\"", "drop table \"extra\"");
        assertThat(drift.undecided())
                .extracting(Object::toString)
                .containsExactly("revision " + B.title()
                        + ": cannot tell: what \"execute update pet set name = 'Rex'\" does to the schema, it does not say. Say it in the"
                        + " script: schemaNeutral(), or an operation");
    }

    @Test
    void aProgramDoesNotBeginOnADatabaseThatIsNotUpToDate() {
        assertThatThrownBy(() -> with(A, B).requireUpToDate())
                .isInstanceOf(NotUpToDateException.class)
                .hasMessage("MIG-085: " + engine.description() + " is not up to date: 2 revisions are to be applied ("
                        + id("a") + ", " + id("b") + "), run `aludel upgrade head`. Nothing was done.");
        with(A, B).upgrade("head");
        assertThatCode(() -> with(A, B).requireUpToDate()).doesNotThrowAnyException();
        Script edited = script("a", "", op -> op.createTable("cat", t -> t.column("id", integer())), op -> {});
        assertThatThrownBy(() -> with(edited).requireUpToDate())
                .hasMessage("MIG-085: " + engine.description() + " is not up to date: it has " + id("b")
                        + " \"Does b\", which this program does not know, start the program that belongs to it or undo"
                        + " these by its scripts; the script of " + id("a")
                        + " \"Does a\" was edited after it was applied, undo the edit and write a new revision. Nothing was"
                        + " done.");
    }
}
