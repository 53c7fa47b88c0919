// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.STRING;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Columns that change in place, over rows that are there. */
@OnEveryDatabase(POSTGRESQL)
@Tag("server-version")
class PostgresAlterTest {
    private static final TableName NAME = TableName.of("O'Brien \"t\"");
    private static final String SQL_NAME = "\"O'Brien \"\"t\"\"\"";

    private final FreshDatabase database;

    PostgresAlterTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void anIdentityCountsOnFromTheRows() throws SQLException {
        Table table = Table.of(NAME, List.of(Column.nullable("the id", SqlType.integer())));
        create(table, "(5), (41)");

        alter(table, "the id", Column.identity("the id", SqlType.bigint()));

        assertThat(database.rows("insert into " + SQL_NAME + " default values returning \"the id\""))
                .containsExactly(List.of(42L));
    }

    @Test
    void anIdentityStartsWhereItIsToldInAnEmptyTable() throws SQLException {
        Table table = Table.of(NAME, List.of(Column.notNull("id", SqlType.integer())));
        create(table, null);

        alter(
                table,
                "id",
                Column.notNull("id", SqlType.integer()).withGeneration(new Generation.Identity(10, 5, false)));

        assertThat(database.rows("insert into " + SQL_NAME + " default values returning id"))
                .containsExactly(List.of(10));
        assertThat(database.rows("insert into " + SQL_NAME + " default values returning id"))
                .containsExactly(List.of(15));
    }

    @Test
    void aSerialBecomesAnIdentity() throws SQLException {
        database.execute(
                "create table " + SQL_NAME + " (id serial primary key)",
                "insert into " + SQL_NAME + " select from generate_series(1, 7)");
        Table table = read();

        alter(
                table,
                "id",
                table.requireColumn("id").withDefault(Default.NONE).withGeneration(Generation.Identity.STANDARD));

        assertThat(database.rows("insert into " + SQL_NAME + " default values returning id"))
                .containsExactly(List.of(8));
    }

    @Test
    void numberingChangesAndGoes() throws SQLException {
        Column id = Column.identity("id", SqlType.bigint());
        Table table = Table.of(NAME, List.of(id));
        create(table, null);
        Column always = id.withGeneration(new Generation.Identity(5, 2, true));

        alter(table, "id", always);
        assertThat(read().requireColumn("id")).isEqualTo(always);

        alter(table.withColumn(always), "id", Column.nullable("id", SqlType.bigint()));
        assertThat(read().requireColumn("id")).isEqualTo(Column.nullable("id", SqlType.bigint()));
    }

    @Test
    void textsBecomeNumbersAndTheirDefaultsWithThem() throws SQLException {
        Column text = Column.notNull("n", SqlType.varchar(10)).withDefault(new Default.Of(new Value("7", STRING)));
        Table table = Table.of(NAME, List.of(text));
        create(table, "('12'), ('-3')");

        alter(table, "n", text.withType(SqlType.integer()).withDefault(new Default.Of(new Value(8, INTEGER))));

        assertThat(database.rows("select n from " + SQL_NAME + " order by n"))
                .containsExactly(List.of(-3), List.of(12));
        assertThat(database.rows("insert into " + SQL_NAME + " default values returning n"))
                .containsExactly(List.of(8));
    }

    @Test
    void aComputedColumnIsComputedAnew() throws SQLException {
        ColumnRef n = new ColumnRef("", "n", INTEGER);
        Column twice = computed(new Arithmetic(Arithmetic.Operator.TIMES, n, new Value(2, INTEGER), INTEGER));
        Table table = Table.of(NAME, List.of(Column.notNull("n", SqlType.integer()), twice))
                .withUniqueKeys(List.of(new UniqueKey("uq_m", List.of("m"))))
                .withIndexes(List.of(Index.of("ix_m", "m", "n")));
        create(table, null);
        database.execute("insert into " + SQL_NAME + " (n) values (5)");
        Column thrice = computed(new Arithmetic(Arithmetic.Operator.TIMES, n, new Value(3, INTEGER), INTEGER));

        alter(table, "m", thrice);

        assertThat(database.rows("select m from " + SQL_NAME)).containsExactly(List.of(15));
        assertThat(read().uniqueKeys()).isEqualTo(table.uniqueKeys());
        assertThat(read().indexes()).hasSize(1);

        alter(table.withColumn(thrice), "m", Column.nullable("m", SqlType.integer()));
        assertThat(database.rows("select m from " + SQL_NAME)).containsExactly(List.of(15));
        assertThat(read().requireColumn("m")).isEqualTo(Column.nullable("m", SqlType.integer()));
    }

    @Test
    void whatOnlyTheServerKnowsOfAColumnIsNotLostWhenItIsComputedAnew() throws SQLException {
        ColumnRef n = new ColumnRef("", "n", INTEGER);
        Column same = computed(n);
        Table table = Table.of(NAME, List.of(Column.notNull("n", SqlType.integer()), same));
        create(table, null);
        database.execute("create index ix_hash on " + SQL_NAME + " using hash (m)");
        Column twice = computed(new Arithmetic(Arithmetic.Operator.TIMES, n, new Value(2, INTEGER), INTEGER));

        try {
            alter(table, "m", twice);
        } catch (EngineException refused) {
            assertThat(refused).hasMessageContaining("cannot be computed anew");
        }

        assertThat(database.rows("select indexname from pg_indexes where tablename = 'O''Brien \"t\"'"))
                .containsExactly(List.of("ix_hash"));
    }

    private static Column computed(Expression expression) {
        return Column.nullable("m", SqlType.integer()).withGeneration(new Generation.Computed(expression, true));
    }

    private void create(Table table, String values) throws SQLException {
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(Schema.of(table));
        }
        if (values != null) {
            database.execute("insert into " + SQL_NAME + " values " + values);
        }
    }

    private void alter(Table before, String column, Column to) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            for (DdlStep step : engine.dialect().ddl().alterColumn(before, before.requireColumn(column), to)) {
                connection.execute(((DdlStep.Sql) step).sql());
            }
        }
    }

    private Table read() {
        try (Engine engine = Engine.create(database.dsn())) {
            return engine.inTransaction(connection ->
                            engine.dialect().introspector().read(connection.catalog(), Scope.DEFAULT_SCHEMA))
                    .requireTable(NAME);
        }
    }
}
