// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testkit.conformance.PetWorld.column;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.LockTimeoutException;
import io.aludel.engine.Rows;
import io.aludel.engine.StatementTimeoutException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.StatementRecorder;
import io.aludel.testkit.TestedDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that come one by one, and are written many at a time. */
@Tag("server-version")
abstract class BulkInsertTests extends ConformanceTests {
    private static final InsertRows PERSON = new InsertRows(INSERT_PERSON.table(), INSERT_PERSON.columns(), null);

    private final StatementRecorder recorder = new StatementRecorder();
    private final Engine engine;
    private EngineConnection connection;

    BulkInsertTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = newEngine(EngineSettings.DEFAULT.withListener(recorder));
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        recorder.clear();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void writesWhatAnIteratorGives() {
        long count = connection.bulkInsert(PERSON, people(10_000));

        assertThat(count).isEqualTo(10_000);
        assertThat(recorder.statements().size()).isLessThan(100);
        assertThat(connection.list(
                        sql("select count(*), min(name), max(name), min(born), max(born) from person"),
                        List.of(
                                ValueType.LONG,
                                ValueType.STRING,
                                ValueType.STRING,
                                ValueType.LOCAL_DATE,
                                ValueType.LOCAL_DATE),
                        row -> row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3) + " " + row.get(4)))
                .containsExactly("10000 p100001 p110000 2000-01-02 2027-05-19");
    }

    @Test
    void goesTheDatabasesOwnWayWhereThereIsOne() {
        connection.bulkInsert(PERSON, people(3));

        engine.dialect()
                .bulkLoader()
                .ifPresent(loader -> assertThat(recorder.sql()).containsExactly(loader.sql(PERSON)));
        assertThat(recorder.statements().stream()
                        .mapToLong(statement -> statement.count())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void findsTheDatabasesOwnWayBehindSomebodysDataSource() {
        try (Engine given = Engine.create(database.dataSource(), null, EngineSettings.DEFAULT.withListener(recorder));
                EngineConnection theirs = given.connect()) {
            recorder.clear();
            theirs.bulkInsert(PERSON, people(3));
        }

        engine.dialect()
                .bulkLoader()
                .ifPresent(loader -> assertThat(recorder.sql()).containsExactly(loader.sql(PERSON)));
        assertThat(count(connection, "person")).isEqualTo(3);
    }

    @Test
    void doesNothingForNoRows() {
        assertThat(connection.bulkInsert(PERSON, Collections.emptyIterator())).isZero();
        recorder.assertNoStatements();
    }

    @Test
    void takesOneArrayThatIsFilledAgainAndAgain() {
        Object[] row = new Object[2];
        Iterator<Object[]> reusing = IntStream.range(0, 300)
                .mapToObj(i -> {
                    row[0] = "p" + i;
                    return row;
                })
                .iterator();

        connection.bulkInsert(PERSON, reusing);

        assertThat(connection.list(
                        sql("select count(distinct name) from person"), List.of(ValueType.LONG), row2 -> row2.get(0)))
                .containsExactly(300L);
    }

    @Test
    void leavesOtherColumnsToTheirDefaults() {
        TableName visit = TableName.of("visit");
        engine.createAll(Schema.of(Table.of(
                visit,
                List.of(
                        Column.nullable("n", SqlType.integer()),
                        Column.notNull("place", SqlType.text())
                                .withDefault(new Default.Of(new Value("home", ValueType.STRING)))))));

        connection.bulkInsert(
                new InsertRows(visit, List.of(column("n", ValueType.INTEGER)), null),
                List.<Object[]>of(new Object[] {1}, new Object[] {null}).iterator());
        connection.bulkInsert(
                new InsertRows(visit, List.of(), null),
                List.of(new Object[0], new Object[0]).iterator());

        assertThat(connection.list(sql("select place from visit"), List.of(ValueType.STRING), row -> row.get(0)))
                .containsExactly("home", "home", "home", "home");
    }

    @Test
    void belongsToTheOpenTransaction() {
        connection.begin();
        connection.bulkInsert(PERSON, people(3));
        connection.rollback();
        assertThat(count(connection, "person")).isZero();

        connection.begin();
        connection.bulkInsert(PERSON, people(3));
        connection.commit();
        assertThat(count(engine, "person")).isEqualTo(3);
    }

    @Test
    void leavesNothingWhereTheIteratorFails() {
        IllegalStateException broken = new IllegalStateException("the file ends here");
        Iterator<Object[]> failing = IntStream.range(0, 5_000)
                .mapToObj(i -> {
                    if (i == 4_321) {
                        throw broken;
                    }
                    return person(i);
                })
                .iterator();

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, failing)).isSameAs(broken);

        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(connection, "person")).isZero();
        assertThat(connection.bulkInsert(PERSON, people(3))).isEqualTo(3);
    }

    @Test
    void leavesTheOpenTransactionAsItWasWhereItFails() {
        connection.begin();
        PetWorld.insert(connection, "before");
        Iterator<Object[]> twice = peopleAndTheFirstAgain();

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, twice)).isInstanceOf(ConstraintViolationException.class);

        assertThat(connection.inTransaction()).isTrue();
        PetWorld.insert(connection, "after");
        connection.commit();
        assertThat(connection.list(
                        sql("select name from person order by name"), List.of(ValueType.STRING), row -> row.get(0)))
                .containsExactly("after", "before");
    }

    @Test
    void saysWhichRowTheDatabaseRefuses() {
        Iterator<Object[]> twice = peopleAndTheFirstAgain();

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, twice))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageStartingWith("Cannot insert row 3001 on ");
        assertThat(connection.inTransaction()).isFalse();
        assertThat(count(connection, "person")).isZero();
    }

    @Test
    void saysWhichRowHasNoValueWhereOneIsNeeded() {
        List<Object[]> rows = List.of(person(1), person(2), new Object[] {null, null}, person(3));

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, rows.iterator()))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageStartingWith("Cannot insert row 3 on ");
    }

    /** The name that another transaction has taken, and may give up. */
    @Test
    void waitsForOthersNoLongerThanItsTransactionAllows() {
        assumeTrue(engine.dialect().capabilities().has(Feature.CONCURRENT_WRITERS), "others may write meanwhile");
        try (EngineConnection holder = engine.connect()) {
            holder.begin();
            PetWorld.insert(holder, "p100001");
            connection.begin(TransactionOptions.READ_WRITE.withStatementTimeout(Duration.ofMillis(100)));

            assertThatThrownBy(() -> connection.bulkInsert(PERSON, people(3)))
                    .isInstanceOfAny(StatementTimeoutException.class, LockTimeoutException.class);

            PetWorld.insert(connection, "after");
            connection.commit();
            holder.rollback();
        }
        assertThat(connection.list(sql("select name from person"), List.of(ValueType.STRING), row -> row.get(0)))
                .containsExactly("after");
    }

    @Test
    void writesNothingInATransactionThatOnlyReads() {
        connection.begin(TransactionOptions.READ_ONLY);

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, people(3))).isInstanceOf(EngineException.class);
        connection.rollback();
        assertThat(count(connection, "person")).isZero();
    }

    @Test
    void refusesARowOfAnotherWidth() {
        List<Object[]> rows = List.of(person(1), new Object[] {"Bob"});

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, rows.iterator()))
                .isInstanceOf(EngineException.class)
                .hasMessage("Row 2 for \"person\" has 1 values for 2 columns; give one for each.");
    }

    @Test
    void refusesAValueOfAnotherType() {
        List<Object[]> rows = List.of(person(1), new Object[] {"Bob", "2000-01-01"});

        assertThatThrownBy(() -> connection.bulkInsert(PERSON, rows.iterator()))
                .isInstanceOf(EngineException.class)
                .hasMessage("Row 2 for \"person\" has a java.lang.String for \"born\", which takes a"
                        + " java.time.LocalDate; give it that.");
        assertThat(count(connection, "person")).isZero();
    }

    @Test
    void givesNoKeysBack() {
        assertThatThrownBy(() -> connection.bulkInsert(INSERT_PERSON, people(1)))
                .isInstanceOf(EngineException.class)
                .hasMessage("A bulk insert gives no keys back, but the insert into \"person\" asks for \"id\"; leave it"
                        + " out, or insert the rows as a list.");
    }

    /** From one table into another, both on one connection. */
    @Test
    void letsTheIteratorUseTheConnection() {
        connection.bulkInsert(PERSON, people(5_000));
        InsertRows pets = new InsertRows(PetWorld.PET, PetWorld.INSERT_PET.columns(), null);

        connection.begin();
        try (Rows people = connection.stream(
                sql("select name, id from person order by id"), List.of(ValueType.STRING, ValueType.LONG))) {
            connection.bulkInsert(pets, new Iterator<>() {
                private boolean more = people.next();

                @Override
                public boolean hasNext() {
                    return more;
                }

                @Override
                public Object[] next() {
                    Object[] row = {people.get(0), people.get(1)};
                    more = people.next();
                    return row;
                }
            });
        }
        connection.commit();

        assertThat(connection.list(
                        sql("select count(*) from pet join person on person.id = pet.owner_id"
                                + " and person.name = pet.name"),
                        List.of(ValueType.LONG),
                        row -> row.get(0)))
                .containsExactly(5_000L);
    }

    private static Iterator<Object[]> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(BulkInsertTests::person).iterator();
    }

    private static Iterator<Object[]> peopleAndTheFirstAgain() {
        return IntStream.rangeClosed(1, 3_001)
                .mapToObj(i -> person(i == 3_001 ? 1 : i))
                .iterator();
    }

    private static Object[] person(int number) {
        return new Object[] {"p" + (100_000 + number), LocalDate.of(2000, 1, 1).plusDays(number)};
    }
}
