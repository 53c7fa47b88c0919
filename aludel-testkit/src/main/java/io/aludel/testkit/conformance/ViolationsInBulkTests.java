// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.CheckViolationException;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ForeignKeyViolationException;
import io.aludel.engine.NotNullViolationException;
import io.aludel.engine.Savepoint;
import io.aludel.engine.UniqueViolationException;
import io.aludel.testkit.TestedDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One row among many violates a constraint: what is told is the same, however they are written, and on every database. */
abstract class ViolationsInBulkTests extends ConformanceTests {
    private static final TableName KEEPER = TableName.of("keeper");
    private static final TableName ANIMAL = TableName.of("animal");
    private static final Schema WORLD = Schema.of(
            Table.of(KEEPER, List.of(Column.notNull("id", SqlType.integer())))
                    .withPrimaryKey(new PrimaryKey("pk_keeper", List.of("id"))),
            Table.of(
                            ANIMAL,
                            List.of(
                                    Column.notNull("id", SqlType.integer()),
                                    Column.notNull("name", SqlType.varchar(40)),
                                    Column.nullable("legs", SqlType.integer()),
                                    Column.nullable("keeper_id", SqlType.integer())))
                    .withPrimaryKey(new PrimaryKey("pk_animal", List.of("id")))
                    .withUniqueKeys(List.of(new UniqueKey("uq_animal", List.of("name"))))
                    .withChecks(List.of(new Check(
                            "ck_animal",
                            new Comparison(
                                    Comparison.Operator.GE,
                                    new ColumnRef("", "legs", ValueType.INTEGER),
                                    new Value(0, ValueType.INTEGER)))))
                    .withForeignKeys(List.of(ForeignKey.of("fk_animal", List.of("keeper_id"), KEEPER, List.of("id")))));
    private static final InsertRows INSERT = new InsertRows(
            ANIMAL,
            List.of(
                    new ColumnRef("", "id", ValueType.INTEGER),
                    new ColumnRef("", "name", ValueType.STRING),
                    new ColumnRef("", "legs", ValueType.INTEGER),
                    new ColumnRef("", "keeper_id", ValueType.INTEGER)),
            null);
    private static final int ROWS = 200;
    private static final int BAD = 150;

    private final Engine engine;
    private EngineConnection connection;

    ViolationsInBulkTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = newEngine(EngineSettings.DEFAULT.withSchema(WORLD));
    }

    @BeforeEach
    void connect() {
        engine.createAll(WORLD);
        connection = engine.connect();
        connection.execute("insert into keeper values (1)");
        connection.execute("insert into animal values (1, 'Rex', 4, 1)");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void ofAPrimaryKey() {
        tells(UniqueViolationException.class, "pk_animal", List.of("id"), 1, "Tom", 4, 1);
    }

    @Test
    void ofAUniqueKey() {
        tells(UniqueViolationException.class, "uq_animal", List.of("name"), BAD, "Rex", 4, 1);
    }

    @Test
    void ofAUniqueKeyByTwoOfTheRows() {
        tells(UniqueViolationException.class, "uq_animal", List.of("name"), BAD, "n60", 4, 1);
    }

    @Test
    void ofAForeignKey() {
        ForeignKeyViolationException violation =
                tells(ForeignKeyViolationException.class, "fk_animal", List.of("keeper_id"), BAD, "Tom", 4, 4711);

        assertThat(violation.target()).isEqualTo("keeper");
    }

    @Test
    void ofACheck() {
        tells(CheckViolationException.class, "ck_animal", List.of(), BAD, "Tom", -4711, 1);
    }

    @Test
    void ofAColumnThatIsNotNull() {
        tells(NotNullViolationException.class, null, List.of("name"), BAD, null, 4, 1);
    }

    /** By each way to write many rows: by itself, in a transaction that goes on by a savepoint, and in one that is rolled back. */
    private <E extends ConstraintViolationException> E tells(
            Class<E> expected, @Nullable String constraint, List<String> columns, @Nullable Object... bad) {
        RenderedSql one = connection.dialect().toSql(INSERT);
        List<Way> ways = List.of(
                rows -> connection.batch(one, rows),
                rows -> connection.insert(INSERT, rows),
                rows -> connection.bulkInsert(INSERT, rows.iterator()));
        E last = null;
        for (Way way : ways) {
            for (E violation : failures(expected, way, bad)) {
                assertThat(violation).isExactlyInstanceOf(expected).hasCauseInstanceOf(SQLException.class);
                assertThat(violation.constraint()).isEqualTo(constraint);
                assertThat(violation.table()).isEqualTo("animal");
                assertThat(violation.columns()).isEqualTo(columns);
                assertThat(violation.getMessage())
                        .startsWith("Cannot ")
                        .doesNotContain("4711")
                        .doesNotContain("Rex");
                last = violation;
            }
        }
        // Of a key that is checked when all rows are loaded, nobody knows which row it was.
        boolean keyOfAll = expected == ForeignKeyViolationException.class;
        assertThat(last.getMessage())
                .matches("(?s)Cannot insert row " + (BAD - 1) + " on .*"
                        + (keyOfAll ? "|Cannot insert rows 1 to " + ROWS + " on .*" : ""));
        return last;
    }

    private <E extends ConstraintViolationException> List<E> failures(
            Class<E> expected, Way way, @Nullable Object... bad) {
        E alone = catchThrowableOfType(expected, () -> way.write(rows(bad)));
        connection.execute("delete from animal where id > 1");
        way.write(rows(BAD, "Tom", 4, 1));
        assertThat(count(connection, "animal")).isEqualTo(1 + ROWS);
        connection.execute("delete from animal where id > 1");

        connection.begin();
        connection.execute("insert into keeper values (2)");
        Savepoint before = connection.savepoint();
        E within = catchThrowableOfType(expected, () -> way.write(rows(bad)));
        connection.rollbackTo(before);
        assertThat(count(connection, "animal")).isEqualTo(1);
        way.write(rows(BAD, "Tom", 4, 1));
        connection.commit();
        assertThat(count(connection, "animal")).isEqualTo(1 + ROWS);
        connection.execute("delete from animal where id > 1");
        connection.execute("delete from keeper where id > 1");

        connection.begin();
        connection.execute("insert into keeper values (3)");
        E last = catchThrowableOfType(expected, () -> way.write(rows(bad)));
        connection.rollback();
        assertThat(count(connection, "keeper")).isEqualTo(1);
        assertThat(count(connection, "animal")).isEqualTo(1);
        return Stream.of(alone, within, last).toList();
    }

    private interface Way {
        void write(List<@Nullable Object[]> rows);
    }

    /** Rows that are all right, but for the one that is given. */
    private static List<@Nullable Object[]> rows(@Nullable Object... bad) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int id = 2; id < 2 + ROWS; id++) {
            rows.add(id == BAD ? bad : new Object[] {id, "n" + id, 4, 1});
        }
        return rows;
    }
}
