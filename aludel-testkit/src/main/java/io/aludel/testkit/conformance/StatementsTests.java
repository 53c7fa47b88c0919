// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Value;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.Rows;
import io.aludel.testkit.TestedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class StatementsTests extends ConformanceTests {
    private static final RenderedSql NEW_PERSON =
            sql("insert into person (name, born) values (?, ?)", ValueType.STRING, ValueType.LOCAL_DATE);
    private static final RenderedSql NAMES = sql("select name, born from person order by name");
    private static final List<ValueType<?>> NAME_AND_DAY = List.of(ValueType.STRING, ValueType.LOCAL_DATE);

    private final Engine engine = newEngine();
    private EngineConnection connection;

    StatementsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void readsBackWhatWasWritten() {
        assertThat(connection.update(NEW_PERSON, "Ada", LocalDate.of(1815, 12, 10)))
                .isEqualTo(1);
        assertThat(connection.update(NEW_PERSON, "Анна", null)).isEqualTo(1);

        List<List<Object>> rows = connection.list(NAMES, NAME_AND_DAY, row -> {
            List<Object> values = new ArrayList<>();
            values.add(row.get(0));
            values.add(row.isNull(1) ? "nothing" : row.get(1));
            return values;
        });

        assertThat(rows)
                .containsExactlyInAnyOrder(List.of("Ada", LocalDate.of(1815, 12, 10)), List.of("Анна", "nothing"));
    }

    @Test
    void countsTheRowsThatAnUpdateChanges() {
        PetWorld.insert(connection, "Ada", "Bob", "Cleo");

        assertThat(connection.update(sql("update person set born = null where name <> ?", ValueType.STRING), "Bob"))
                .isEqualTo(2);
        assertThat(connection.update(sql("delete from person"))).isEqualTo(3);
    }

    @Test
    void readsPrimitivesWithoutTakingNullForZero() {
        RenderedSql numbers = sql("select 0, 7, 1.5, null");
        List<ValueType<?>> types = List.of(ValueType.LONG, ValueType.INTEGER, ValueType.DOUBLE, ValueType.LONG);
        try (Rows rows = connection.query(numbers, types)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(0)).isZero();
            assertThat(rows.getInt(1)).isEqualTo(7);
            assertThat(rows.getShort(1)).isEqualTo((short) 7);
            assertThat(rows.getDouble(2)).isEqualTo(1.5);
            assertThat(rows.getFloat(2)).isEqualTo(1.5f);
            assertThat(rows.isNull(0)).isFalse();
            assertThat(rows.isNull(3)).isTrue();
            assertThat(rows.get(3)).isNull();
            assertThatThrownBy(() -> rows.getLong(3))
                    .isInstanceOf(EngineException.class)
                    .hasMessage(
                            "Column 3 of a row is NULL, for which there is no primitive value; read it as an object."
                                    + " SQL: select 0, 7, 1.5, null");
            assertThatThrownBy(() -> rows.getInt(3)).isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> rows.getShort(3)).isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> rows.getDouble(3)).isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> rows.getFloat(3)).isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> rows.getBoolean(3)).isInstanceOf(EngineException.class);
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void readsBooleans() {
        try (Rows rows = connection.query(sql("select 1 = 1, 1 = 2"), List.of(ValueType.BOOLEAN, ValueType.BOOLEAN))) {
            rows.next();
            assertThat(rows.getBoolean(0)).isTrue();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    @Test
    void bindsValuesAndParametersByTheirPlace() {
        PetWorld.insert(connection, "Ada", "Bob");
        RenderedSql query = new RenderedSql(
                "select name from person where name in (?, ?, ?) order by name",
                List.of(
                        new Parameter(1, ValueType.STRING),
                        new Value("Ada", ValueType.STRING),
                        new Parameter(0, ValueType.STRING)));

        assertThat(connection.list(query, List.of(ValueType.STRING), row -> row.get(0), "Cleo", "Bob"))
                .containsExactly("Ada", "Bob");
        assertThatThrownBy(() -> connection.list(query, List.of(ValueType.STRING), row -> row.get(0), "Cleo"))
                .isInstanceOf(EngineException.class)
                .hasMessage("The statement takes a value at position 1, counted from 0, but only 1 were given.");
    }

    @Test
    void convertsValuesBothWays() {
        ConvertedType<DayOfWeek, String> day =
                new ConvertedType<>(DayOfWeek.class, ValueType.STRING, new Conversion<>() {
                    @Override
                    public String toStored(DayOfWeek value) {
                        return value.name().substring(0, 2);
                    }

                    @Override
                    public DayOfWeek fromStored(String stored) {
                        for (DayOfWeek each : DayOfWeek.values()) {
                            if (each.name().startsWith(stored)) {
                                return each;
                            }
                        }
                        throw new IllegalArgumentException("\"" + stored + "\" is no day of the week.");
                    }
                });
        connection.update(sql("insert into person (name) values (?)", day), DayOfWeek.MONDAY);

        RenderedSql query = sql("select name, born from person where name = ?", day);
        assertThat(connection.list(query, List.of(day), row -> row.get(0), DayOfWeek.MONDAY))
                .containsExactly(DayOfWeek.MONDAY);
        assertThat(connection.list(query, List.of(ValueType.STRING), row -> row.get(0), DayOfWeek.MONDAY))
                .containsExactly("MO");

        connection.update(sql("update person set name = 'XX'"));
        assertThatThrownBy(() -> connection.list(sql("select name from person"), List.of(day), row -> row.get(0)))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Column 0 of a row cannot be read: \"XX\" is no day of the week. SQL: select name from person");
    }

    @Test
    void readsTwoResultsOfTheSameQueryAtOnce() {
        PetWorld.insert(connection, "Ada", "Bob");
        try (Rows outer = connection.query(NAMES, NAME_AND_DAY)) {
            outer.next();
            try (Rows inner = connection.query(NAMES, NAME_AND_DAY)) {
                inner.next();
                inner.next();
                assertThat(inner.get(0)).isEqualTo("Bob");
            }
            assertThat(outer.get(0)).isEqualTo("Ada");
            outer.next();
            assertThat(outer.get(0)).isEqualTo("Bob");
        }
    }

    @Test
    void executesManyShapesOneAfterTheOther() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                assertThat(connection.list(sql("select " + i), List.of(ValueType.INTEGER), row -> row.getInt(0)))
                        .containsExactly(number);
            }
        }
    }

    @Test
    void goesOnAfterTheSchemaOfAPreparedStatementHasChanged() {
        PetWorld.insert(connection, "Ada");
        RenderedSql all = sql("select * from pet");
        connection.list(all, List.of(), row -> 1);
        connection.execute("alter table pet add column age integer");
        connection.update(sql("insert into pet (name, age) values ('Rex', 3)"));

        assertThat(connection.list(
                        all,
                        List.of(ValueType.INTEGER, ValueType.STRING, ValueType.LONG, ValueType.INTEGER),
                        row -> row.getInt(3)))
                .containsExactly(3);
    }

    @Test
    void changesManyRowsInABatch() {
        PetWorld.insert(connection, "Ada", "Bob", "Cleo");
        List<Object[]> changes = new ArrayList<>();
        changes.add(new Object[] {LocalDate.of(2000, 1, 1), "Ada"});
        changes.add(new Object[] {null, "Nobody"});
        for (int i = 0; i < 1_500; i++) {
            changes.add(new Object[] {LocalDate.of(2000, 1, 2), "Bob"});
        }

        int[] counts = connection.batch(
                sql("update person set born = ? where name = ?", ValueType.LOCAL_DATE, ValueType.STRING), changes);

        assertThat(counts).hasSize(1_502).startsWith(1, 0, 1).endsWith(1, 1);
        assertThat(connection.list(NAMES, NAME_AND_DAY, row -> row.get(0) + " " + row.get(1)))
                .containsExactly("Ada 2000-01-01", "Bob 2000-01-02", "Cleo null");
        assertThat(connection.batch(NEW_PERSON, List.of())).isEmpty();
    }

    @Test
    void saysWhichConstraintWasViolated() {
        PetWorld.insert(connection, "Ada");

        assertThatThrownBy(() -> connection.update(NEW_PERSON, "Ada", null))
                .isInstanceOfSatisfying(ConstraintViolationException.class, e -> {
                    assertThat(e.kind()).isEqualTo(SqlError.Kind.UNIQUE_VIOLATION);
                    assertThat(e.sql()).isEqualTo(NEW_PERSON.sql());
                })
                .hasMessageStartingWith("Cannot execute a statement on " + engine.description() + ": ")
                .hasMessageEndingWith(" SQL: insert into person (name, born) values (?, ?)");
        assertThatThrownBy(() -> connection.update(NEW_PERSON, null, null))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        e -> assertThat(e.kind()).isEqualTo(SqlError.Kind.NOT_NULL_VIOLATION));
        assertThatThrownBy(() -> connection.update(sql("insert into pet (name, owner_id) values ('Rex', 77)")))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        e -> assertThat(e.kind()).isEqualTo(SqlError.Kind.FOREIGN_KEY_VIOLATION));
        connection.execute("create table grade (mark integer, constraint ck_grade check (mark between 1 and 12))");
        assertThatThrownBy(() -> connection.execute("insert into grade values (13)"))
                .isInstanceOfSatisfying(ConstraintViolationException.class, e -> {
                    assertThat(e.kind()).isEqualTo(SqlError.Kind.CHECK_VIOLATION);
                    assertThat(e.constraint()).isEqualTo("ck_grade");
                });
    }

    @Test
    void saysWhatHappenedInABatch() {
        List<Object[]> twins = List.of(new Object[] {"Ada", null}, new Object[] {"Ada", null});

        assertThatThrownBy(() -> connection.batch(NEW_PERSON, twins))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        e -> assertThat(e.kind()).isEqualTo(SqlError.Kind.UNIQUE_VIOLATION));
    }

    @Test
    void shortensLongSqlInMessagesOnly() {
        String sql = "select nothing_like_this" + ", 1".repeat(300);

        assertThatThrownBy(() -> connection.execute(sql))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.sql()).isEqualTo(sql))
                .hasMessageEndingWith("… (424 more characters)");
    }

    /** JDBC would take the braces for an escape of its own. MariaDB knows them too, so that it is asked first. */
    @Test
    void leavesSqlAsItStands() throws SQLException {
        String sql = "select {fn length('abc')}";
        boolean taken = takesAsItStands(sql);

        if (taken) {
            assertThatCode(() -> connection.execute(sql)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> connection.execute(sql)).isInstanceOf(EngineException.class);
        }
    }

    private boolean takesAsItStands(String sql) throws SQLException {
        try (Connection plain = database.openConnection();
                Statement statement = plain.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.execute(sql);
        } catch (SQLException refused) {
            return false;
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> connection.execute("select 1"))
                .isInstanceOf(EngineException.class)
                .hasMessage("The connection to " + engine.description() + " is closed; ask the engine for another.");
        assertThatThrownBy(connection::begin).isInstanceOf(EngineException.class);
    }

    @Test
    void readsCatalogues() {
        PetWorld.insert(connection, "Ada");

        assertThat(connection.catalog().query("select name as \"NAME\", born from person where name = ?", "Ada"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("name")).isEqualTo("Ada");
                    assertThat(row.nullableText("born")).isNull();
                });
    }
}
