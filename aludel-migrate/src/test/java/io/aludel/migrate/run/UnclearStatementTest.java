// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.migrate.op.Term.column;
import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
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

/** Rows of a table that knows no transactions. */
class UnclearStatementTest {
    private record Doubling(boolean fails) implements Migration {
        @Override
        public void up(Operations op) {
            op.update("kept").set("x", column("x").times(2));
            if (fails) {
                op.sql("this is no sql");
            }
        }

        @Override
        public void down(Operations op) {
            op.irreversible("Not needed.");
        }
    }

    private static MigrationRunner runner(Engine engine, boolean fails) {
        Script script =
                new Script(new RevisionNode("aaaa00000001", List.of()), "doubled", "Doubled.java", new Doubling(fails));
        return new MigrationRunner(engine, Revisions.of(List.of(script)), LedgerTables.DEFAULT, Duration.ofSeconds(5));
    }

    @OnEveryDatabase(MARIADB)
    void areNotChangedTwiceButByAPersonsWord(FreshDatabase database) throws SQLException {
        database.execute("create table kept (x integer) engine=MyISAM", "insert into kept values (1), (2)");
        try (Engine engine = Engine.create(database.dsn())) {
            assertThatThrownBy(() -> runner(engine, true).upgrade("head", done -> {}))
                    .isInstanceOf(RevisionFailedException.class);
            database.execute("update aludel_steps set state = 'STARTED' where operation = 0");

            assertThatThrownBy(() -> runner(engine, false).upgrade("head", done -> {}))
                    .isInstanceOf(UnclearStatementException.class)
                    .hasMessageStartingWith(
                            "MIG-023: Whether \"update \"x\" of table \"kept\"\" of revision aaaa00000001 took"
                                    + " place in " + engine.description() + " cannot be told: it was begun at ")
                    .hasMessageEndingWith(". Look, then say `aludel repair --done` or `aludel repair --not-done`.");
            Repair repair = new Repair(engine, LedgerTables.DEFAULT, Duration.ofSeconds(5));
            assertThat(repair.repair(Repair.Verdict.DONE))
                    .extracting(Step::state)
                    .containsExactly(Step.State.DONE, Step.State.PLANNED);

            runner(engine, false).upgrade("head", done -> {});

            assertThat(database.rows("select x from kept order by x")).containsExactly(List.of(2), List.of(4));
            assertThatThrownBy(() -> repair.repair(Repair.Verdict.DONE))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage("MIG-024: No revision is half-way in " + engine.description()
                            + ": there is nothing to repair.");
        }
    }
}
