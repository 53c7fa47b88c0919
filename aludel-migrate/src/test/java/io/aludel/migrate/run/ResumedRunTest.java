// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Revisions that are cut short where the database takes no change of the schema back. */
@OnEveryDatabase
@Tag("M-59")
class ResumedRunTest {
    private static final String FIRST = "aaaa00000001";
    private static final TableName ONE = TableName.of("one");
    private static final TableName TWO = TableName.of("two");

    private final FreshDatabase database;
    private final Engine engine;

    ResumedRunTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @BeforeEach
    void onlyWhereItCanHappen() {
        assumeFalse(
                engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL), "a revision is one transaction here");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private record Both(Consumer<Operations> upwards, Consumer<Operations> downwards) implements Migration {
        @Override
        public void up(Operations op) {
            upwards.accept(op);
        }

        @Override
        public void down(Operations op) {
            downwards.accept(op);
        }
    }

    private MigrationRunner runner(Consumer<Operations> up, Consumer<Operations> down) {
        Script script = new Script(new RevisionNode(FIRST, List.of()), "first", "First.java", new Both(up, down));
        return new MigrationRunner(engine, Revisions.of(List.of(script)), LedgerTables.DEFAULT, Duration.ofSeconds(5));
    }

    private MigrationRunner runner(Consumer<Operations> up) {
        return runner(up, op -> {
            op.dropTable("two");
            op.dropTable("one");
        });
    }

    private static void one(Operations op) {
        op.createTable("one", t -> t.column("x", SqlType.integer()));
    }

    private static void two(Operations op) {
        op.createTable("two", t -> t.column("x", SqlType.integer()));
    }

    private List<Step> steps() {
        try (EngineConnection connection = engine.connect()) {
            return new Ledger(connection).steps();
        }
    }

    private List<HistoryEntry> history() {
        try (EngineConnection connection = engine.connect()) {
            return new Ledger(connection).entries();
        }
    }

    private void upgrade(MigrationRunner runner) {
        runner.upgrade("head", done -> {});
    }

    @Test
    void goOnAfterWhatIsDoneOnceTheScriptIsMended() {
        assertThatThrownBy(() -> upgrade(runner(op -> {
                    one(op);
                    op.sql("insert into one values (7)").schemaNeutral();
                    op.sql("this is no sql");
                    two(op);
                })))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageStartingWith(
                        "MIG-014: Revision aaaa00000001 (First.java) could not go up, at \"execute this is"
                                + " no sql\" (ResumedRunTest.java:")
                .hasMessageEndingWith(" 2 statements of it are done and stand in the ledger. Mend what is wrong, then"
                        + " `aludel upgrade` goes on from there; or see `aludel repair`.");
        assertThat(history()).isEmpty();
        assertThat(steps())
                .extracting(Step::state)
                .containsExactly(Step.State.DONE, Step.State.DONE, Step.State.PLANNED);

        upgrade(runner(op -> {
            one(op);
            op.sql("insert into one values (7)").schemaNeutral();
            two(op);
        }));

        assertThat(Databases.live(engine).table(TWO)).isPresent();
        assertThat(history()).extracting(HistoryEntry::revision).containsExactly(FIRST);
        assertThat(steps()).isEmpty();
    }

    /** What a process that died would have left. */
    private void leave(int operation, String state) throws SQLException {
        database.execute("update aludel_steps set state = '" + state + "' where operation = " + operation);
    }

    private void failAtThird() {
        assertThatThrownBy(() -> upgrade(runner(op -> {
                    one(op);
                    two(op);
                    op.sql("this is no sql");
                })))
                .isInstanceOf(RevisionFailedException.class);
    }

    @Test
    void takeAStatementForDoneWhoseObjectsHaveChangedSinceItWasBegun() throws SQLException {
        failAtThird();
        leave(1, "STARTED");

        upgrade(runner(op -> {
            one(op);
            two(op);
        }));

        assertThat(history()).hasSize(1);
        assertThat(Databases.live(engine).table(TWO)).isPresent();
    }

    @Test
    void executeAStatementAgainWhoseObjectsAreAsTheyWere() throws SQLException {
        failAtThird();
        leave(1, "STARTED");
        database.execute("drop table two"); // as if it had not taken place

        upgrade(runner(op -> {
            one(op);
            two(op);
        }));

        assertThat(history()).hasSize(1);
        assertThat(Databases.live(engine).table(TWO)).isPresent();
    }

    @Test
    void judgeByTheObjectsWhatChangesThemAgainAndAgain() throws SQLException {
        Consumer<Operations> script = op -> {
            one(op);
            op.alterColumn("one", "x", c -> {
                c.from(SqlType.integer());
                c.to(SqlType.bigint());
            });
        };
        assertThatThrownBy(() -> upgrade(runner(script.andThen(op -> op.sql("this is no sql")))))
                .isInstanceOf(RevisionFailedException.class);
        leave(1, "STARTED");
        assertThat(steps().get(0).fingerprint())
                .as("of what cannot be done twice")
                .isNull();
        assertThat(steps().get(1).fingerprint()).isNotNull();

        upgrade(runner(script));

        assertThat(Databases.live(engine)
                        .requireTable(ONE)
                        .column("x")
                        .orElseThrow()
                        .type())
                .isEqualTo(SqlType.bigint());
    }

    @Test
    void areNotGoneOnByAScriptThatSaysSomethingElseNow() {
        failAtThird();

        assertThatThrownBy(() -> upgrade(runner(op -> {
                    two(op);
                    one(op);
                })))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(
                        "MIG-022: Revision aaaa00000001 (First.java) is half-way, and operation 1 of it, which was"
                                + " begun by ")
                .hasMessageContaining("is now another one: \"create table \"two\"\".");
        assertThat(steps()).hasSize(3);
        assertThat(new Repair(engine, LedgerTables.DEFAULT, Duration.ofSeconds(5)).repair(Repair.Verdict.FORGET))
                .isEmpty();
    }

    @Test
    void areNotLeftHalfWayInTheOtherDirection() {
        MigrationRunner runner = runner(
                op -> {
                    one(op);
                    two(op);
                },
                op -> {
                    op.dropTable("two");
                    op.sql("this is no sql");
                    op.dropTable("one");
                });
        upgrade(runner);
        assertThatThrownBy(() -> runner.downgrade("base", done -> {})).isInstanceOf(RevisionFailedException.class);
        assertThat(history()).hasSize(1);

        assertThatThrownBy(() -> upgrade(runner))
                .isInstanceOf(UnfinishedRevisionException.class)
                .hasMessage("MIG-021: Revision aaaa00000001 is half-way down in " + engine.description()
                        + " (1 of the 2 statements that were begun are done). Finish it by `aludel downgrade` first,"
                        + " or see `aludel repair`. Nothing was done.");

        runner(
                        op -> {
                            one(op);
                            two(op);
                        },
                        op -> {
                            op.dropTable("two");
                            op.dropTable("one");
                        })
                .downgrade("base", done -> {});
        assertThat(history()).isEmpty();
        assertThat(Databases.live(engine).table(ONE)).isEmpty();
    }

    @Test
    void thatFailAtTheirFirstStatementCountAsNeverBegun() {
        assertThatThrownBy(() -> upgrade(runner(op -> op.sql("this is no sql"))))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageEndingWith(" Nothing of this revision remains; those before it do.");
        assertThat(steps()).isEmpty();
    }
}
