// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.TransactionConflictException;
import io.aludel.engine.TransactionOptions;
import io.aludel.testkit.TestedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What transactions see of each other, and that no setting of one is left to the next. */
abstract class IsolationTests extends ConformanceTests {
    private static final TransactionOptions WRITING = TransactionOptions.READ_WRITE;

    private final Engine engine = newEngine();
    private EngineConnection one;
    private EngineConnection other;

    IsolationTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        engine.createAll(PetWorld.SCHEMA);
        one = engine.connect();
        other = engine.connect();
        insert(one, "Ada");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        engine.close();
    }

    @Test
    void seesWhatWasCommittedMeanwhileOnlyWhereThatIsAskedFor() {
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "no other could write meanwhile");
        one.begin(WRITING.withIsolation(Isolation.READ_COMMITTED));
        assertThat(count(one, "person")).isEqualTo(1);
        insert(other, "Bob");
        assertThat(count(one, "person")).isEqualTo(2);
        one.commit();

        one.begin(WRITING.withIsolation(Isolation.REPEATABLE_READ));
        assertThat(count(one, "person")).isEqualTo(2);
        insert(other, "Cleo");
        other.update(sql("update person set name = 'Dan' where name = 'Ada'"));
        assertThat(count(one, "person")).isEqualTo(2);
        assertThat(count(one, "person where name = 'Ada'")).isEqualTo(1);
        one.commit();
        assertThat(count(one, "person")).isEqualTo(3);
    }

    /** Where there is one writer at a time, it waits until the reader has ended: that is isolation too. */
    @Test
    void readsOneStateHoweverManyQuestionsItAsks() throws Exception {
        one.begin(TransactionOptions.SNAPSHOT);
        assertThat(count(one, "person")).isEqualTo(1);
        Thread writer = new Thread(() -> insert(other, "Bob"));
        writer.start();
        writer.join(has(Feature.CONCURRENT_WRITERS) ? 0 : 200);
        assertThat(count(one, "person")).isEqualTo(1);
        one.commit();
        writer.join();

        assertThat(count(one, "person")).isEqualTo(2);
    }

    @Test
    void refusesToWriteWhatAnotherHasWrittenSince() {
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "no other could write meanwhile");
        one.begin(WRITING.withIsolation(Isolation.REPEATABLE_READ));
        count(one, "person");
        other.update(sql("update person set name = 'Bob'"));

        assertThatThrownBy(() -> one.update(sql("update person set name = 'Cleo'")))
                .isInstanceOf(TransactionConflictException.class)
                .hasMessageStartingWith("ENG-014: ")
                .hasMessageEndingWith(" Roll back and try the transaction again.");
        one.rollback();
        assertThat(count(one, "person where name = 'Bob'")).isEqualTo(1);
    }

    /** Two that each see enough left, and each take one: together they would take too many. */
    @Test
    void letsNothingHappenThatCouldNotHaveHappenedInTurn() {
        assumeTrue(has(Feature.SERIALIZABLE_TRANSACTIONS), "it has no such transactions");
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "no other could write meanwhile");
        insert(one, "Bob");
        TransactionOptions serializable = WRITING.withIsolation(Isolation.SERIALIZABLE);
        one.begin(serializable);
        other.begin(serializable);
        assertThat(count(one, "person")).isEqualTo(2);
        assertThat(count(other, "person")).isEqualTo(2);

        CompletableFuture<List<RuntimeException>> first = delete(one, "Ada");
        CompletableFuture<List<RuntimeException>> second = delete(other, "Bob");
        assertThat(Stream.concat(first.join().stream(), second.join().stream()))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(TransactionConflictException.class));
    }

    /** In a thread of its own, as it may wait for the other; gives what it failed with. */
    private static CompletableFuture<List<RuntimeException>> delete(EngineConnection connection, String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                connection.update(sql("delete from person where name = '" + name + "'"));
                connection.commit();
                return List.of();
            } catch (RuntimeException failure) {
                return List.of(failure);
            }
        });
    }

    @Test
    void givesAStrongerLevelButNoWeakerOne() {
        if (has(Feature.SERIALIZABLE_TRANSACTIONS)) {
            for (Isolation isolation : Isolation.values()) {
                one.begin(WRITING.withIsolation(isolation));
                insert(one, "one at " + isolation);
                one.commit();
            }
            assertThat(count(one, "person")).isEqualTo(5);
        } else {
            assertThatThrownBy(() -> one.begin(WRITING.withIsolation(Isolation.SERIALIZABLE)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("has no serializable transactions. Use Isolation.REPEATABLE_READ");
            assertThat(one.inTransaction()).isFalse();
            insert(one, "Bob");
        }
    }

    @Test
    void leavesTheNextTransactionAsTheDatabaseHasIt() {
        assumeTrue(has(Feature.CONCURRENT_WRITERS), "it knows but one level");
        long usually = seenOfWhatAnotherInserts("Bob");
        one.begin(TransactionOptions.SNAPSHOT.withLockTimeout(Duration.ofMillis(50)));
        one.rollback();

        assertThat(seenOfWhatAnotherInserts("Cleo")).isEqualTo(usually);
    }

    /** How many of the rows of this name a transaction of no special options sees which has begun before. */
    private long seenOfWhatAnotherInserts(String name) {
        one.begin();
        count(one, "person");
        insert(other, name);
        long seen = count(one, "person where name = '" + name + "'");
        insert(one, name + " too");
        one.commit();
        return seen;
    }

    @Test
    void refusesToWriteInATransactionThatOnlyReads() {
        one.begin(TransactionOptions.READ_ONLY);
        assertThatThrownBy(() -> insert(one, "Bob"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.outcome()).isEqualTo(EngineException.Outcome.NOTHING_WRITTEN))
                .hasMessageStartingWith(
                        "ENG-007: Cannot execute a statement on " + engine.description()
                                + ": its transaction was begun to read only. Nothing of it was written. Begin one that writes.");
        one.rollback();
        one.begin(TransactionOptions.READ_ONLY);
        assertThatThrownBy(() -> one.update(sql("delete from person"))).isInstanceOf(EngineException.class);
        one.rollback();
        insert(one, "Bob");
        one.begin();
        insert(one, "Cleo");
        one.commit();

        assertThat(count(engine, "person")).isEqualTo(3);
    }

    /** The connection is somebody else's, who has set it up. */
    @Test
    void givesADataSourcesConnectionBackAsItWasSetUp() throws SQLException {
        TransactionOptions unusual = TransactionOptions.SNAPSHOT.withLockTimeout(Duration.ofMillis(77));
        try (Connection only = database.openConnection();
                Engine given = Engine.create(new OneConnection(only))) {
            String before = settings(only);
            try (EngineConnection own = given.connect()) {
                own.begin(unusual);
                assertThat(settings(only)).isNotEqualTo(before);
                own.commit();
                own.begin(unusual);
            }
            assertThat(settings(only)).isEqualTo(before);
            assertThat(only.isReadOnly()).isFalse();
        }
    }

    /** What the database itself says of the session, by the queries of its dialect and by JDBC. */
    private String settings(Connection only) throws SQLException {
        StringBuilder all = new StringBuilder().append(only.getTransactionIsolation());
        try (Statement statement = only.createStatement()) {
            for (TransactionSetting setting : Stream.of(
                            engine.dialect().isolation(Isolation.REPEATABLE_READ),
                            engine.dialect().readOnly(),
                            Optional.of(engine.dialect().lockTimeout(Duration.ofMillis(1))))
                    .flatMap(Optional::stream)
                    .toList()) {
                if (setting.undoQuery() != null) {
                    try (ResultSet result = statement.executeQuery(setting.undoQuery())) {
                        result.next();
                        all.append("; ").append(result.getString(1));
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void undoesItsSettingsWhenItCannotBegin() {
        assumeFalse(has(Feature.CONCURRENT_WRITERS), "beginning waits for nobody");
        String undo = engine.dialect().lockTimeout(Duration.ofMillis(30)).undoQuery();
        assumeTrue(undo != null, "what is set ends with the transaction");
        List<Object> before = one.list(sql(undo), List.of(ValueType.STRING), row -> row.get(0));
        other.begin();
        TransactionOptions impatient = WRITING.withLockTimeout(Duration.ofMillis(30));
        long start = System.nanoTime();
        assertThatThrownBy(() -> one.begin(impatient)).hasMessageStartingWith("ENG-009: ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(one.inTransaction()).isFalse();
        assertThat(one.list(sql(undo), List.of(ValueType.STRING), row -> row.get(0)))
                .isEqualTo(before);
        other.rollback();
        one.begin(impatient);
        one.commit();
    }

    private boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }
}
