// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.STRING;
import static io.aludel.testing.databases.TestDatabase.H2;
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
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that change in place, over rows that are there. */
@OnEveryDatabase(H2)
class H2AlterTest {
    private static final TableName NAME = TableName.of("O'Brien \"t\"");
    private static final String SQL_NAME = "\"O'Brien \"\"t\"\"\"";
    private static final Column NOTE = Column.nullable("note", SqlType.text());

    private final FreshDatabase database;

    H2AlterTest(FreshDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 42", "100, 5, 100", "10, 5, 46", "-1, -1, -2", "-10, -5, -10"})
    void anIdentityCountsOnFromTheRows(long start, long increment, long next) throws SQLException {
        Table table = Table.of(NAME, List.of(Column.nullable("the id", SqlType.integer()), NOTE));
        create(table, "(5, 'a'), (41, 'b'), (-1, 'c')");
        Column identity = Column.notNull("the id", SqlType.bigint())
                .withGeneration(new Generation.Identity(start, increment, false))
                .withComment("the 'number'");

        alter(table, "the id", identity);

        assertThat(read().requireColumn("the id")).isEqualTo(identity);
        assertThat(inserted("the id")).containsExactly(List.of(next));
    }

    @Test
    void numberingChangesAndGoesAndTheCommentStays() throws SQLException {
        Column id = Column.identity("id", SqlType.integer()).withComment("a 'number'");
        Table table = Table.of(NAME, List.of(id, NOTE));
        create(table, null);
        Column always = id.withType(SqlType.bigint()).withGeneration(new Generation.Identity(1, 2, true));

        alter(table, "id", always);
        assertThat(read().requireColumn("id")).isEqualTo(always);
        assertThat(inserted("id")).containsExactly(List.of(1L));
        assertThat(inserted("id")).containsExactly(List.of(3L));

        Column plain = Column.nullable("id", SqlType.bigint()).withComment("a 'number'");
        alter(table.withColumn(always), "id", plain);
        assertThat(read().requireColumn("id")).isEqualTo(plain);
    }

    @Test
    void textsBecomeNumbersAndTheirDefaultsWithThem() throws SQLException {
        Column text = Column.notNull("n", SqlType.varchar(10))
                .withDefault(new Default.Of(new Value("7", STRING)))
                .withComment("how many");
        Table table = Table.of(NAME, List.of(text, NOTE));
        create(table, "('12', null), ('-3', null)");

        alter(table, "n", text.withType(SqlType.integer()).withDefault(new Default.Of(new Value(8, INTEGER))));

        assertThat(database.rows("select \"n\" from " + SQL_NAME + " order by 1"))
                .containsExactly(List.of(-3), List.of(12));
        assertThat(inserted("n")).containsExactly(List.of(8));
        assertThat(read().requireColumn("n").comment()).isEqualTo("how many");
    }

    @Test
    void aComputedColumnIsComputedAnew() throws SQLException {
        ColumnRef n = new ColumnRef("", "n", INTEGER);
        Column twice = computed(new Arithmetic(Arithmetic.Operator.TIMES, n, new Value(2, INTEGER), INTEGER));
        Table table = Table.of(NAME, List.of(Column.notNull("n", SqlType.integer()), twice))
                .withUniqueKeys(List.of(new UniqueKey("uq_m", List.of("m"))))
                .withIndexes(List.of(Index.of("ix_m", "m", "n")));
        create(table, null);
        database.execute("insert into " + SQL_NAME + " (\"n\") values (5)");
        Column thrice = computed(new Arithmetic(Arithmetic.Operator.TIMES, n, new Value(3, INTEGER), INTEGER));

        alter(table, "m", thrice);

        assertThat(database.rows("select \"m\" from " + SQL_NAME)).containsExactly(List.of(15));
        assertThat(read().uniqueKeys()).isEqualTo(table.uniqueKeys());
        assertThat(read().indexes()).hasSize(1);
        assertThat(read().requireColumn("m").comment()).isEqualTo("it's n");

        Column plain = Column.nullable("m", SqlType.integer()).withComment("it's n");
        alter(table.withColumn(thrice), "m", plain);
        assertThat(database.rows("select \"m\" from " + SQL_NAME)).containsExactly(List.of(15));
        assertThat(read().requireColumn("m")).isEqualTo(plain);

        alter(table.withColumn(plain), "m", thrice.withComment(null).withNullable(false));
        assertThat(read().requireColumn("m").nullable()).isFalse();
        assertThat(read().requireColumn("m").comment()).isNull();
    }

    private static Column computed(Expression expression) {
        return Column.nullable("m", SqlType.integer())
                .withGeneration(new Generation.Computed(expression, true))
                .withComment("it's n");
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

    private List<List<Object>> inserted(String column) throws SQLException {
        return database.rows(
                "select \"" + column + "\" from final table (insert into " + SQL_NAME + " default values)");
    }

    private Table read() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            return engine.dialect()
                    .introspector()
                    .read(connection.catalog(), Scope.DEFAULT_SCHEMA)
                    .requireTable(NAME);
        }
    }
}
