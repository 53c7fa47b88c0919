// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.migrate.op.Term.column;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;

/** Steps that refuse transactions, where the rest of a revision is one. */
@Tag("M-48")
@Tag("M-59")
class OutsideTransactionTest {
    private static final TableName ONE = TableName.of("one");

    private static MigrationRunner runner(Engine engine, Consumer<Operations> up) {
        Migration migration = new Migration() {
            @Override
            public void up(Operations op) {
                up.accept(op);
            }

            @Override
            public void down(Operations op) {
                op.dropTable("one");
            }
        };
        Script script = new Script(new RevisionNode("aaaa00000001", List.of()), "first", "First.java", migration);
        return new MigrationRunner(engine, Revisions.of(List.of(script)), LedgerTables.DEFAULT, Duration.ofSeconds(5));
    }

    private static void table(Operations op) {
        op.createTable("one", t -> t.column("x", SqlType.integer()));
        op.sql("insert into one values (1), (1)").schemaNeutral();
    }

    @OnEveryDatabase(POSTGRESQL)
    void anIndexIsBuiltWhileOthersWriteBetweenTwoTransactions(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            runner(engine, op -> {
                        table(op);
                        op.createIndex("ix_one_x", "one", "x").concurrently();
                        op.addColumn("one", "y", SqlType.integer());
                    })
                    .upgrade("head", done -> {});

            assertThat(Databases.live(engine).requireTable(ONE).indexes())
                    .extracting(Index::name)
                    .containsExactly("ix_one_x");
            assertThat(Databases.live(engine).requireTable(ONE).column("y")).isPresent();
        }
    }

    /** A unique index over an expression that meets equal rows is left there, invalid, and in the way of the next attempt. */
    @OnEveryDatabase(POSTGRESQL)
    void anIndexThatWasNotBuiltToItsEndIsBuiltAnew(FreshDatabase database) throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            MigrationRunner runner = runner(engine, op -> {
                table(op);
                op.ifNotExists()
                        .createIndex("ix_one_x", "one", column("x").abs())
                        .unique()
                        .concurrently();
                op.addColumn("one", "y", SqlType.integer());
            });
            assertThatThrownBy(() -> runner.upgrade("head", done -> {}))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("at \"create index \"ix_one_x\" on table \"one\" if it is not there\"")
                    .hasMessageEndingWith(
                            " 2 statements of it are done and stand in the ledger. Mend what is wrong, then `aludel"
                                    + " upgrade` goes on from there; or see `aludel repair`.");
            assertThat(invalidIndexes(database)).isEqualTo(List.of(0L));
            // As if the process had been killed while the index was built.
            assertThatThrownBy(() -> database.execute("create unique index concurrently ix_one_x on one (abs(x))"))
                    .isInstanceOf(SQLException.class);
            assertThat(invalidIndexes(database)).isEqualTo(List.of(1L));
            database.execute("update aludel_steps set state = 'STARTED' where operation = 2");
            database.execute("delete from one where ctid = (select min(ctid) from one)");

            runner.upgrade("head", done -> {});

            assertThat(Databases.live(engine).requireTable(ONE).indexes())
                    .extracting(Index::name)
                    .containsExactly("ix_one_x");
            assertThat(invalidIndexes(database)).isEqualTo(List.of(0L));
        }
    }

    private static List<Object> invalidIndexes(FreshDatabase database) throws SQLException {
        return database.rows("select count(*) from pg_index where not indisvalid")
                .get(0);
    }

    @OnEveryDatabase({SQLITE, POSTGRESQL})
    void aStatementOfOnesOwnIsExecutedByItself(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            runner(engine, op -> {
                        table(op);
                        op.sql("vacuum").schemaNeutral().outsideTransaction();
                        op.addColumn("one", "y", SqlType.integer());
                    })
                    .upgrade("head", done -> {});

            assertThat(Databases.live(engine).requireTable(ONE).column("y")).isPresent();
        }
    }

    /** The same as text: what refuses transactions stands between two. */
    @OnEveryDatabase(POSTGRESQL)
    @Tag("M-60")
    void standsBetweenTwoTransactionsInTheText(FreshDatabase database) throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            MigrationRunner runner = runner(engine, op -> {
                table(op);
                op.createIndex("ix_one_x", "one", "x").concurrently();
                op.addColumn("one", "y", SqlType.integer());
            });
            String text = new SqlText(engine.dialect(), runner.revisions(), LedgerTables.DEFAULT)
                    .up(Set.of(), List.of("aaaa00000001"));

            assertThat(text).contains("commit;\ncreate index concurrently ix_one_x on one (x);\nbegin;\n");
            for (String statement : text.replaceFirst("-- .*\n", "").split(";\n")) {
                database.execute(statement);
            }
            assertThat(runner.upgrade("head", done -> {}))
                    .as("what is left to do")
                    .isEmpty();
        }
    }
}
