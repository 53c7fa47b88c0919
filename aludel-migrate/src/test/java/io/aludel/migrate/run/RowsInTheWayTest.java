// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.migrate.op.Term.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each revision here begins with something harmless, which must not have been done when rows are found to be in the way. */
@OnEveryDatabase
class RowsInTheWayTest {
    private final Engine engine;
    private Schema before = Schema.EMPTY;

    RowsInTheWayTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
    }

    @BeforeEach
    void fill() {
        upgrade("aaaa00000001", op -> {
            op.createTable("person", t -> {
                t.column("id", SqlType.integer()).notNull();
                t.column("name", SqlType.varchar(40));
                t.column("select", SqlType.integer());
                t.primaryKey("pk_person", "id");
            });
            op.insertRows("person", "id", "name", "select")
                    .row(1, "Ann", 7)
                    .row(2, "Ann", null)
                    .row(3, null, 8);
            op.createTable("thing", t -> t.column("x", SqlType.integer()));
        });
        before = Databases.live(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void upgrade(String id, Consumer<Operations> up) {
        Migration migration = new Migration() {
            @Override
            public void up(Operations op) {
                up.accept(op);
            }

            @Override
            public void down(Operations op) {
                op.irreversible("Not needed.");
            }
        };
        Script script = new Script(new RevisionNode(id, List.of()), "", id, migration);
        new RevisionRunner(script).run();
    }

    /** The history of one script alone. */
    private final class RevisionRunner {
        private final Script script;

        private RevisionRunner(Script script) {
            this.script = script;
        }

        private void run() {
            LedgerTables own = new LedgerTables(null, "l" + script.id());
            new MigrationRunner(engine, Revisions.of(List.of(script)), own, Duration.ofSeconds(5))
                    .upgrade("head", done -> {});
        }
    }

    private void isRefused(Consumer<Operations> change, String words) {
        assertThatThrownBy(() -> upgrade("bbbb00000002", op -> {
                    op.createTable("harmless", t -> t.column("x", SqlType.integer()));
                    change.accept(op);
                }))
                .isInstanceOf(RevisionFailedException.class)
                .hasRootCauseInstanceOf(RowsInTheWayException.class)
                .hasMessageContaining(words)
                .hasMessageEndingWith(" Nothing of this revision remains; those before it do.");
        Schema after = Databases.live(engine);
        assertThat(after.tables().stream()
                        .filter(table -> !table.name().name().startsWith("l"))
                        .toList())
                .isEqualTo(before.tables().stream()
                        .filter(table -> !table.name().name().startsWith("l"))
                        .toList());
    }

    @Test
    void areFoundBeforeAColumnRefusesNull() {
        isRefused(
                op -> op.alterColumn("person", "name", c -> {
                    c.from(SqlType.varchar(40));
                    c.to(SqlType.varchar(40)).notNull();
                }),
                "MIG-025: \"alter column \"name\" of table \"person\"\" needs every row of table \"person\" to have a value in"
                        + " \"name\", and these do not allow it: (id = 3). Change these rows first, by a step of this revision or by"
                        + " hand.");
    }

    @Test
    void areFoundBeforeATextIsCut() {
        isRefused(
                op -> op.alterColumn("person", "name", c -> {
                    c.from(SqlType.varchar(40));
                    c.to(SqlType.varchar(2));
                }),
                "to have 2 characters at most in \"name\", and these do not allow it: (id = 1), (id = 2).");
    }

    @Test
    void areFoundBeforeAColumnComesThatNothingFills() {
        isRefused(
                op -> op.addColumn("person", "born", SqlType.date()).notNull(),
                "needs table \"person\" to have no rows, as nothing says what they get in \"born\", and these do not allow it:"
                        + " (id = 1), (id = 2), (id = 3).");
    }

    @Test
    void areFoundWhereTheColumnIsToComeOnlyIfItIsNotThere() {
        isRefused(
                op -> op.ifNotExists()
                        .addColumn("person", "born", SqlType.date())
                        .notNull(),
                "needs table \"person\" to have no rows, as nothing says what they get in \"born\"");
        upgrade(
                "cccc00000003",
                op -> op.ifNotExists()
                        .addColumn("person", "name", SqlType.varchar(40))
                        .notNull());
    }

    @Test
    void areFoundBeforeAKey() {
        isRefused(
                op -> op.addUnique("uq_person_name", "person", "name"),
                "needs no two rows of table \"person\" to be equal in \"name\", and these do not allow it: (name = Ann).");
        isRefused(
                op -> op.createIndex("ux_person_name", "person", "name").unique(),
                "needs no two rows of table \"person\" to be equal in \"name\"");
        isRefused(
                op -> op.addForeignKey("fk_person_select", "person", "select").references("person", "id"),
                "needs every row of table \"person\" to point at a row of table \"person\" by \"select\", and these do not allow"
                        + " it: (id = 1), (id = 3).");
    }

    @Test
    void areFoundBeforeACheck() {
        isRefused(
                op -> op.addCheck("ck_person_select", "person", column("select").ge(8)),
                "needs every row of table \"person\" to fulfil check \"ck_person_select\": ");
    }

    @Test
    void areNotMindedWhereTheRevisionChangesThemFirst() {
        upgrade("bbbb00000002", op -> {
            op.update("person").set("name", "Bob").where(column("id").eq(2));
            op.sql("update person set name = 'Eve' where name is null").schemaNeutral();
            op.alterColumn("person", "name", c -> {
                c.from(SqlType.varchar(40));
                c.to(SqlType.varchar(3)).notNull();
            });
            op.addUnique("uq_person_name", "person", "name");
        });
        assertThat(Databases.live(engine)
                        .requireTable(io.aludel.core.name.TableName.of("person"))
                        .uniqueKeys())
                .hasSize(1);
    }

    @Test
    void areFoundRightBeforeTheOperationWhereTheRevisionChangesOthers() {
        assertThatThrownBy(() -> upgrade("bbbb00000002", op -> {
                    op.update("person").set("name", "Bob").where(column("id").eq(1));
                    op.alterColumn("person", "name", c -> {
                        c.from(SqlType.varchar(40));
                        c.to(SqlType.varchar(40)).notNull();
                    });
                }))
                .hasRootCauseInstanceOf(RowsInTheWayException.class)
                .hasMessageContaining("(id = 3)");
    }
}
