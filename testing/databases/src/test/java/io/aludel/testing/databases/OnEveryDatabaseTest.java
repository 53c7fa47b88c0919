// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs small test classes with JUnit inside JUnit; each writes down what it saw. They need every database. */
@EnabledIf("allSelected")
class OnEveryDatabaseTest {
    private static final List<String> SEEN = new ArrayList<>();
    private static final List<FreshDatabase> DATABASES = new ArrayList<>();

    static boolean allSelected() {
        return TestDatabase.selected().equals(EnumSet.allOf(TestDatabase.class));
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
        DATABASES.clear();
    }

    static class Methods {
        @OnEveryDatabase
        void each(FreshDatabase database) throws SQLException {
            database.execute("create table person (id integer)");
            SEEN.add(database.database().key());
            DATABASES.add(database);
        }
    }

    @Test
    void runsAMethodOncePerDatabase() {
        run(Methods.class).testEvents().assertStatistics(events -> events.succeeded(4));

        assertThat(SEEN).containsExactly("sqlite", "h2", "postgresql", "mariadb");
    }

    @Test
    void closesTheDatabaseAfterTheTest() {
        run(Methods.class);

        assertThat(DATABASES)
                .hasSize(4)
                .allSatisfy(database -> assertThat(openable(database)).isFalse());
    }

    private static boolean openable(FreshDatabase database) {
        try (Connection ignored = database.openConnection()) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @OnEveryDatabase
    static class WholeClass {
        private final FreshDatabase database;

        WholeClass(FreshDatabase database) {
            this.database = database;
        }

        @BeforeEach
        void sameAsInTheConstructor(FreshDatabase again) {
            assertThat(again).isSameAs(database);
        }

        @AfterEach
        void stillOpen() throws SQLException {
            database.execute("select 1");
        }

        @Test
        void plain() throws SQLException {
            database.execute("create table person (id integer)");
            SEEN.add("plain " + database.database().key());
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void withOwnValues(int value) throws SQLException {
            database.execute("create table person (id integer)");
            SEEN.add(value + " " + database.database().key());
        }

        @Nested
        class Inner {
            @Test
            void inner() throws SQLException {
                database.execute("create table person (id integer)");
                SEEN.add("inner " + database.database().key());
            }
        }
    }

    @Test
    void runsEveryTestOfAClassWithADatabaseOfItsOwn() {
        run(WholeClass.class).testEvents().assertStatistics(events -> events.succeeded(16));

        assertThat(SEEN)
                .containsExactlyInAnyOrder(
                        "plain sqlite",
                        "1 sqlite",
                        "2 sqlite",
                        "inner sqlite",
                        "plain h2",
                        "1 h2",
                        "2 h2",
                        "inner h2",
                        "plain postgresql",
                        "1 postgresql",
                        "2 postgresql",
                        "inner postgresql",
                        "plain mariadb",
                        "1 mariadb",
                        "2 mariadb",
                        "inner mariadb");
    }

    static class Leaking {
        /** Held, since the driver closes a connection that the garbage collector finds. */
        private static final List<Connection> LEAKS = new ArrayList<>();

        @OnEveryDatabase
        void leaks(FreshDatabase database) throws SQLException {
            LEAKS.add(database.openConnection());
            LEAKS.get(LEAKS.size() - 1).createStatement().execute("create table person (id integer)");
        }
    }

    @Test
    void failsATestThatLeavesAConnectionOpen() {
        run(Leaking.class)
                .testEvents()
                .failed()
                .assertEventsMatchExactly(
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.startsWith("1 connection(s)"))),
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.startsWith("1 connection(s)"))),
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.startsWith("1 connection(s)"))),
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.startsWith("1 connection(s)"))));
    }

    static class OnlyPostgres {
        @OnEveryDatabase(TestDatabase.POSTGRESQL)
        void one(FreshDatabase database) {
            SEEN.add(database.database().key());
        }
    }

    @Test
    void runsOnThoseNamed() {
        run(OnlyPostgres.class);

        assertThat(SEEN).containsExactly("postgresql");
    }

    @Test
    void skipsWhatTheSelectionLeavesOutAndSaysSo() {
        select("sqlite", OnlyPostgres.class)
                .testEvents()
                .skipped()
                .assertEventsMatchExactly(skippedWithReason("for [POSTGRESQL], and aludel.databases is \"sqlite\""));
        select("sqlite", Methods.class).testEvents().assertStatistics(events -> events.succeeded(1));

        assertThat(SEEN).containsExactly("sqlite");
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    static class OnlyPostgresClass {
        OnlyPostgresClass(FreshDatabase database) {
            SEEN.add(database.database().key());
        }

        @Test
        void one() {}
    }

    @Test
    void skipsAClassThatTheSelectionLeavesOutAndSaysSo() {
        select("sqlite", OnlyPostgresClass.class)
                .allEvents()
                .skipped()
                .assertEventsMatchExactly(skippedWithReason("for [POSTGRESQL], and aludel.databases is \"sqlite\""));

        assertThat(SEEN).isEmpty();
    }

    @OnEveryDatabase
    static class Twice {
        @OnEveryDatabase
        void multiplied(FreshDatabase database) {
            SEEN.add(database.database().key());
        }
    }

    @Test
    void refusesToBeOnAMethodOfAClassThatHasIt() {
        run(Twice.class)
                .allEvents()
                .failed()
                .assertThatEvents()
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.toString()).contains("@OnEveryDatabase is on the class already"));

        assertThat(SEEN).isEmpty();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return select("", tests);
    }

    private static EngineExecutionResults select(String databases, Class<?> tests) {
        String outer = System.getProperty(TestDatabase.SELECTION, "");
        System.setProperty(TestDatabase.SELECTION, databases);
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(tests))
                    .execute();
        } finally {
            System.setProperty(TestDatabase.SELECTION, outer);
        }
    }
}
