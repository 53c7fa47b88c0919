// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testkit.Expected.statement;
import static io.aludel.testkit.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineListener;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ExecutedStatement;
import io.aludel.engine.Rows;
import io.aludel.engine.TransactionEvent;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.StatementRecorder;
import io.aludel.testkit.conformance.PetWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners and the logger io.aludel.sql (at TRACE by simplelogger.properties) are told. */
@OnEveryDatabase
class StatementLogTest {
    private static final Path LOG = Path.of("target", "conformance.log");

    private final StatementRecorder recorder = new StatementRecorder();
    private final List<String> events = new ArrayList<>();
    private final FreshDatabase database;
    private final Engine engine;
    private EngineConnection connection;
    private int alreadyLogged;

    StatementLogTest(FreshDatabase database) {
        this.database = database;
        EngineListener transactions = new EngineListener() {
            @Override
            public void executed(ExecutedStatement statement) {
                events.add("statement");
            }

            @Override
            public void began(TransactionEvent transaction) {
                events.add("began " + transaction.options().mode());
            }

            @Override
            public void committed(TransactionEvent transaction) {
                events.add("committed");
            }

            @Override
            public void rolledBack(TransactionEvent transaction) {
                events.add("rolled back");
            }
        };
        engine = Engine.create(
                database.dsn(), EngineSettings.DEFAULT.withListener(recorder).withListener(transactions));
    }

    @BeforeEach
    void connect() throws IOException {
        engine.createAll(PetWorld.SCHEMA);
        connection = engine.connect();
        recorder.clear();
        events.clear();
        alreadyLogged = allLines().size();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    @Test
    void tellsStatementsWithTheirValuesRowsAndTime() {
        connection.update(
                sql("insert into person (name, born) values (?, ?)", ValueType.STRING, ValueType.LOCAL_DATE),
                "Ada",
                null);
        connection.list(sql("select name from person"), List.of(ValueType.STRING), row -> row.get(0));
        connection.batch(
                sql("update person set name = ?", ValueType.STRING),
                List.of(new Object[] {"Bob"}, new Object[] {"Cleo"}));
        connection.execute("delete from person");

        recorder.assertStatements(
                statement("insert into person (name, born) values (?, ?)").row("Ada", null),
                statement("select name from person").row(),
                statement("update person set name = ?").row("Bob").row("Cleo"),
                statement("delete from person"));
        assertThat(recorder.statements()).extracting(ExecutedStatement::count).containsExactly(1L, 1L, 2L, 1L);
        assertThat(recorder.statements())
                .allSatisfy(statement -> assertThat(statement.duration()).isGreaterThan(Duration.ZERO));
    }

    @Test
    void tellsWhatFailed() throws IOException {
        assertThatThrownBy(() ->
                connection.update(sql("insert into person (name) values (?)", ValueType.STRING), new Object[] {null}));

        assertThat(recorder.statements()).singleElement().satisfies(failed -> {
            assertThat(failed.failure()).isInstanceOf(SQLException.class);
            assertThat(failed.count()).isZero();
        });
        assertThat(lines().get(0)).contains("insert into person (name) values (?) -- failed, ");
    }

    @Test
    void tellsAQueryWhenItsRowsAreDone() {
        PetWorld.insert(connection, "Ada", "Bob", "Cleo");
        recorder.clear();
        Rows rows = connection.query(sql("select name from person"), List.of(ValueType.STRING));
        rows.next();
        rows.next();
        recorder.assertNoStatements();
        rows.close();

        assertThat(recorder.statements())
                .singleElement()
                .satisfies(read -> assertThat(read.count()).isEqualTo(2));
    }

    @Test
    void tellsTransactions() throws IOException {
        connection.begin();
        connection.update(sql("delete from person"));
        connection.commit();
        connection.begin(TransactionMode.READ_ONLY);
        connection.rollback();

        assertThat(events)
                .containsExactly("began READ_WRITE", "statement", "committed", "began READ_ONLY", "rolled back");
        assertThat(lines()).anySatisfy(line -> assertThat(line).endsWith("io.aludel.sql - commit"));
    }

    @Test
    void logsOneLineForAStatementAndOneForItsValues() throws IOException {
        connection.update(sql("""
                    insert into person
                        (name)
                    values (?)
                    """, ValueType.STRING), "Ada");

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0))
                .matches(
                        ".*DEBUG io\\.aludel\\.sql - insert into person \\(name\\) values \\(\\?\\) -- 1 row, \\d+\\.\\d{3} ms");
        assertThat(lines().get(1)).endsWith("TRACE io.aludel.sql - values [[Ada]]");
    }

    @Test
    void logsInsertsOfManyRows() throws IOException {
        connection.insert(INSERT_PERSON, List.of(new Object[] {"Ada", null}, new Object[] {"Bob", null}));

        assertThat(lines().get(0))
                .contains("insert into " + engine.dialect().quote("person") + " ")
                .contains(" -- 2 rows, ");
        assertThat(lines().get(1)).contains("Ada").contains("Bob");
    }

    @Test
    void tellsOfConnectionsAndHowLongThingsTook() {
        List<Duration> times = new ArrayList<>();
        List<String> told = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void executed(ExecutedStatement statement) {
                told.add("executed " + statement.sql());
            }

            @Override
            public void executing(String sql) {
                told.add("executing " + sql);
            }

            @Override
            public void acquired(Duration waited) {
                told.add("acquired");
                times.add(waited);
            }

            @Override
            public void released(Duration held) {
                told.add("released");
                times.add(held);
            }

            @Override
            public void committed(TransactionEvent transaction) {
                times.addAll(List.of(transaction.duration(), transaction.lasted()));
                assertThat(transaction.lasted()).isGreaterThan(transaction.duration());
            }
        };
        try (Engine other = Engine.create(database.dsn(), EngineSettings.DEFAULT.withListener(listener))) {
            other.connect().close(); // the first one asks for the version
            told.clear();
            times.clear();
            other.inTransaction(own -> own.update(sql("delete from pet")));
        }
        assertThat(told)
                .containsExactly("acquired", "executing delete from pet", "executed delete from pet", "released");
        assertThat(times).hasSize(4).allSatisfy(time -> assertThat(time).isPositive());
        assertThat(times.get(3)).isGreaterThan(times.get(2));
    }

    /** The guest's failure is not the database's: the statement was executed, and the transaction goes on. */
    @Test
    void goesOnWhenAListenerThrows() {
        EngineListener throwing = new EngineListener() {
            @Override
            public void executed(ExecutedStatement statement) {
                throw new IllegalStateException("executed");
            }

            @Override
            public void executing(String sql) {
                throw new IllegalStateException("executing");
            }

            @Override
            public void began(TransactionEvent transaction) {
                throw new IllegalStateException("began");
            }

            @Override
            public void committed(TransactionEvent transaction) {
                throw new IllegalStateException("committed");
            }

            @Override
            public void rolledBack(TransactionEvent transaction) {
                throw new IllegalStateException("rolledBack");
            }

            @Override
            public void acquired(Duration waited) {
                throw new IllegalStateException("acquired");
            }

            @Override
            public void released(Duration held) {
                throw new IllegalStateException("released");
            }
        };
        try (Engine other = Engine.create(
                database.dsn(), EngineSettings.DEFAULT.withListener(throwing).withListener(recorder))) {
            other.inTransaction(own -> {
                PetWorld.insert(own, "Ada");
                return PetWorld.count(own, "person");
            });
            try (EngineConnection own = other.connect()) {
                own.begin();
                PetWorld.insert(own, "Bob");
                own.rollback();
                assertThatThrownBy(() -> PetWorld.insert(own, "Ada")).isInstanceOf(ConstraintViolationException.class);
            }
        }
        assertThat(PetWorld.count(connection, "person")).isEqualTo(1);
        assertThat(recorder.sql()).anyMatch(sql -> sql.startsWith("select count(*) from person"));
    }

    /** An error is the program's, but what was begun or ended is so all the same. */
    @Test
    void staysWholeWhenAListenerEndsInAnError() {
        List<String> wanted = new ArrayList<>();
        EngineListener failing = new EngineListener() {
            @Override
            public void executed(ExecutedStatement statement) {
                fail("executed");
            }

            @Override
            public void began(TransactionEvent transaction) {
                fail("began");
            }

            @Override
            public void committed(TransactionEvent transaction) {
                fail("committed");
            }

            private void fail(String event) {
                if (wanted.remove(event)) {
                    throw new AssertionError(event);
                }
            }
        };
        try (Engine other = Engine.create(database.dsn(), EngineSettings.DEFAULT.withListener(failing));
                EngineConnection own = other.connect()) {
            wanted.addAll(List.of("began", "executed", "committed"));
            assertThatThrownBy(own::begin).isInstanceOf(AssertionError.class);
            assertThat(own.inTransaction()).isTrue();
            assertThatThrownBy(() -> PetWorld.insert(own, "Ada")).isInstanceOf(AssertionError.class);
            PetWorld.insert(own, "Bob");
            assertThatThrownBy(own::commit).isInstanceOf(AssertionError.class);
            assertThat(own.inTransaction()).isFalse();
        }
        assertThat(PetWorld.count(connection, "person")).isEqualTo(2);
    }

    @Test
    void warnsOfSlowStatementsWithoutTheirValues() throws IOException {
        try (Engine other = Engine.create(database.dsn(), EngineSettings.DEFAULT.withSlowQuery(Duration.ofNanos(1)))) {
            other.inTransaction(own -> own.update(sql("delete from person where name = ?", ValueType.STRING), "Ada"));
        }
        assertThat(lines())
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        ".*WARN io\\.aludel\\.sql - slow: delete from person where name = \\? -- 0 rows, \\d+\\.\\d{3} ms"));
        try (Engine other =
                Engine.create(database.dsn(), EngineSettings.DEFAULT.withSlowQuery(Duration.ofMinutes(1)))) {
            alreadyLogged = allLines().size();
            other.inTransaction(own -> own.update(sql("delete from person")));
        }
        assertThat(lines()).noneMatch(line -> line.contains("slow"));
    }

    private List<String> lines() throws IOException {
        List<String> all = allLines();
        return all.subList(alreadyLogged, all.size());
    }

    private static List<String> allLines() throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(" io.aludel.sql - ")).toList(); // the pool's threads log, too
        }
    }
}
