// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.timestamp;
import static io.aludel.core.type.SqlType.timestampWithTimeZone;
import static io.aludel.core.type.SqlType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCost.Waiting;
import io.aludel.core.dialect.ChangeCost.Work;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What dialects say of costs is what the servers do. */
class ChangeCostsTest {
    private static final TableName NAME = TableName.of("thing");
    private static final Column NUMBER = Column.nullable("n", integer());
    private static final Column SHORT = Column.nullable("s", varchar(20));
    private static final Column LONGER = Column.nullable("l", varchar(40));
    private static final Column AMOUNT = Column.nullable("d", decimal(8, 2));
    private static final Column MOMENT = Column.nullable("m", timestamp());
    private static final Table THING =
            Table.of(NAME, List.of(Column.notNull("id", integer()), NUMBER, SHORT, LONGER, AMOUNT, MOMENT));

    /** A change, what is said of it, and how it is made. */
    private record Change(String name, ChangeCost cost, List<DdlStep> steps) {
        String sql() {
            return ((DdlStep.Sql) steps.get(0)).sql();
        }
    }

    private final List<Change> changes = new ArrayList<>();

    private void change(String name, ChangeCost cost, List<DdlStep> steps) {
        changes.add(new Change(name, cost, steps));
    }

    private void alter(Dialect dialect, Table table, Column from, Column to) {
        change(
                from.type() + " to " + to.type() + (to.nullable() ? "" : " not null"),
                dialect.changeCosts().alterColumn(table, from, to),
                dialect.ddl().alterColumn(table, from, to));
    }

    private void add(Dialect dialect, String name, Column column) {
        change(
                name,
                dialect.changeCosts().addColumn(THING, column),
                dialect.ddl().addColumn(THING, column));
    }

    private static Column column(String name, SqlType type) {
        return Column.nullable(name, type);
    }

    private static Check notNull(Column column, boolean validated) {
        return new Check(
                "ck_" + column.name(), new IsNull(new ColumnRef("", column.name(), ValueType.STRING), true), validated);
    }

    private void common(Dialect dialect) {
        ChangeCosts costs = dialect.changeCosts();
        add(dialect, "plain", column("a1", text()));
        add(dialect, "constant", column("a2", integer()).withDefault(new Default.Of(new Value(7, ValueType.INTEGER))));
        add(
                dialect,
                "stored",
                column("a3", integer())
                        .withGeneration(new Generation.Computed(new RawSql(null, "n + 1", ValueType.INTEGER), true)));
        change("drop", costs.dropColumn(THING, LONGER), dialect.ddl().dropColumn(THING, LONGER));
        alter(dialect, THING, SHORT, SHORT.withType(varchar(30)));
        alter(dialect, THING, SHORT, SHORT.withType(varchar(10)));
        alter(dialect, THING, NUMBER, NUMBER.withType(bigint()));
        alter(dialect, THING, NUMBER, NUMBER.withNullable(false));
        alter(dialect, THING, NUMBER, NUMBER.withDefault(new Default.Of(new Value(1, ValueType.INTEGER))));
        Index index = Index.of("ix_thing_n", "n");
        change("index", costs.createIndex(THING, index, false), dialect.ddl().createIndex(THING, index));
        UniqueKey unique = new UniqueKey("uq_thing_id", List.of("id"));
        change("unique", costs.addUniqueKey(THING, unique), dialect.ddl().addUniqueKey(THING, unique));
        PrimaryKey primary = new PrimaryKey("pk_thing", List.of("id"));
        change("primary", costs.addPrimaryKey(THING, primary), dialect.ddl().addPrimaryKey(THING, primary));
        ForeignKey key = ForeignKey.of("fk_thing_n", List.of("n"), TableName.of("target"), List.of("id"));
        change("foreign", costs.addForeignKey(THING, key), dialect.ddl().addForeignKey(THING, key));
        Check check = notNull(NUMBER, true);
        change("check", costs.addCheck(THING, check), dialect.ddl().addCheck(THING, check));
    }

    private static void fill(FreshDatabase database, Dialect dialect) throws SQLException {
        database.execute("create table target (id integer not null primary key)", "insert into target values (1)");
        for (DdlStep step : dialect.ddl().createTable(THING, Set.of())) {
            database.execute(((DdlStep.Sql) step).sql());
        }
        database.execute("insert into thing (id, n, s, l, d) values (1, 1, 'a', 'b', 1.5)");
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void postgresLocksReadsAndRewritesWhatIsSaid(FreshDatabase database) throws SQLException {
        Dialect dialect = dialect(database);
        fill(database, dialect);
        common(dialect);
        add(
                dialect,
                "present",
                Column.notNull("a4", timestampWithTimeZone())
                        .withDefault(new Default.Of(
                                FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.INSTANT))));
        add(
                dialect,
                "random",
                column("a5", SqlType.uuid())
                        .withDefault(new Default.Of(new RawSql("postgresql", "gen_random_uuid()", ValueType.STRING))));
        add(dialect, "identity", Column.identity("a6", integer()));
        alter(dialect, THING, SHORT, SHORT.withType(text()));
        alter(dialect, THING, AMOUNT, AMOUNT.withType(decimal(10, 2)));
        alter(dialect, THING, AMOUNT, AMOUNT.withType(decimal(10, 3)));
        alter(dialect, THING, MOMENT, MOMENT.withType(timestampWithTimeZone()));
        Table checked = THING.withChecks(List.of(notNull(LONGER, true)));
        for (DdlStep step : dialect.ddl().addCheck(THING, notNull(LONGER, true))) {
            database.execute(((DdlStep.Sql) step).sql());
        }
        alter(dialect, checked, LONGER, LONGER.withNullable(false));
        Check later = notNull(SHORT, false);
        change(
                "not valid",
                dialect.changeCosts().addCheck(THING, later),
                dialect.ddl().addCheck(THING, later));

        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            connection.setAutoCommit(false);
            for (Change change : changes) {
                List<Object> before = state(statement);
                statement.execute(change.sql());
                List<Object> after = state(statement);
                String modes = modes(statement);
                connection.rollback();

                ChangeCost cost = change.cost();
                boolean rewritten = !before.get(0).equals(after.get(0));
                assertThat(cost.work() == Work.REWRITE)
                        .as("rewrites: %s", change)
                        .isEqualTo(rewritten);
                if (!rewritten) {
                    assertThat(cost.work() != Work.NOTHING)
                            .as("reads rows: %s", change)
                            .isEqualTo(!before.get(1).equals(after.get(1)));
                }
                assertThat(cost.waiting() == Waiting.EVERYBODY)
                        .as("%s: %s", modes, change)
                        .isEqualTo(modes.contains("AccessExclusiveLock"));
                assertThat(modes)
                        .as("%s", change)
                        .containsIgnoringCase(cost.words().replace(" ", ""));
            }
        }
    }

    /** The file that the rows are in, and how often they were read in this transaction. */
    private static List<Object> state(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_relation_filenode('thing'),"
                + " (select seq_scan from pg_stat_xact_user_tables where relname = 'thing')")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2));
        }
    }

    private static String modes(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select string_agg(mode, ' ') from pg_locks where relation = 'thing'::regclass and pid = pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @OnEveryDatabase(TestDatabase.MARIADB)
    void mariaDbTakesTheAlgorithmThatIsSaidAndRefusesABetterOne(FreshDatabase database) throws SQLException {
        Dialect dialect = dialect(database);
        fill(database, dialect);
        common(dialect);
        alter(dialect, THING, LONGER, LONGER.withType(varchar(80)));
        alter(dialect, THING.withColumn(NUMBER.withNullable(false)), NUMBER.withNullable(false), NUMBER);
        for (Change change : changes) {
            database.execute("drop table thing", "drop table target");
            fill(database, dialect);
            ChangeCost cost = change.cost();
            if (cost.work() == Work.REWRITE || cost.work() == Work.BUILD) {
                String better = cost.blocks() ? "ALGORITHM=INPLACE, LOCK=NONE" : "ALGORITHM=INSTANT";
                assertThatThrownBy(() -> database.execute(with(change.sql(), better)))
                        .as("%s", change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("is not supported");
            }
            database.execute(with(change.sql(), cost.words()));
        }
    }

    private static String with(String sql, String algorithm) {
        return sql.startsWith("alter table") ? sql + ", " + algorithm : sql + " " + algorithm.replace(",", "");
    }

    private static Dialect dialect(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            return engine.dialect();
        }
    }
}
