// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.type.ValueType;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases of H2 in files. */
@Timeout(60)
class H2FileTest {
    private static final int ROWS = 10_000;

    @TempDir
    Path folder;

    @BeforeEach
    void isSelected() {
        assumeTrue(TestDatabase.selected().contains(TestDatabase.H2), "H2 is not among the databases of this run");
    }

    @AfterEach
    void isNotInterrupted() {
        Thread.interrupted(); // the next test's thread is this one
    }

    /** Java closes an ordinary file under a thread that is interrupted; what others had just committed was lost without a word. */
    @Test
    void keepsWhatIsCommittedWhenAThreadIsInterruptedThatReads() {
        String dsn = "h2:" + folder.resolve("school") + "?CACHE_SIZE=100";
        try (Engine engine = Engine.create(dsn);
                EngineConnection reader = engine.connect();
                EngineConnection writer = engine.connect()) {
            reader.execute("create table part (id integer primary key, content varchar)");
            reader.execute(
                    "insert into part select \"X\", repeat('y', 2000) || \"X\" from system_range(1, " + ROWS + ")");
            writer.execute("create table pet (id integer primary key)");
            writer.execute("insert into pet values (1)");
            Thread.currentThread().interrupt();
            assertThat(reader.list(
                            sql("select sum(char_length(content)) from part"),
                            List.of(ValueType.LONG),
                            row -> row.getLong(0)))
                    .hasSize(1);
            assertThat(Thread.interrupted()).isTrue();
            writer.execute("insert into pet values (2)");
        }
        try (Engine engine = Engine.create(dsn)) {
            assertThat(count(engine, "pet")).isEqualTo(2);
        }
    }

    /** H2 closes a file with its last connection; to open it again took each transaction fifty milliseconds and more. */
    @Test
    void keepsTheFileOpenAsLongAsTheEngine() throws SQLException {
        String other = "jdbc:h2:file:" + folder.resolve("school");
        try (Engine engine = Engine.create("h2:" + folder.resolve("school"))) {
            engine.connect().close();
            assertThatThrownBy(() -> DriverManager.getConnection(other)).hasMessageContaining("already in use");
        }
        DriverManager.getConnection(other).close();
    }

    /** Closing the last connection closes the file. */
    @Test
    void connectsAndClosesInAThreadThatIsInterrupted() {
        try (Engine engine = Engine.create("h2:" + folder.resolve("school"))) {
            Thread.currentThread().interrupt();
            try (EngineConnection connection = engine.connect()) {
                connection.execute("create table pet (id integer primary key)");
                Thread.currentThread().interrupt();
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(count(engine, "pet")).isZero();
        }
    }

    @Test
    void saysOfAFileThatItIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("notes.mv.db"), "notes");
        try (Engine engine = Engine.create("h2:" + folder.resolve("notes"))) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageContaining("What is there is no database of this kind, or a damaged one.");
        }
        assertThat(folder.resolve("notes.mv.db")).hasContent("notes");
    }

    @Test
    void saysWhatToDoWithoutARight() {
        String file = folder.resolve("school").toString();
        try (Engine engine = Engine.create("jdbc:h2:" + file + ";USER=sa");
                EngineConnection connection = engine.connect()) {
            connection.execute("create table pet (id integer)");
            connection.execute("create user lim password 'geheim'");
        }
        try (Engine engine = Engine.create("h2:" + file + "?user=lim&password=geheim")) {
            assertThatThrownBy(engine::connect)
                    .hasMessageStartingWith("ENG-004: Cannot connect to " + file
                            + ": Admin rights are required for this operation [90040-")
                    .hasMessageEndingWith("]. Connect as an administrator, or by a JDBC URL, which sets nothing.");
        }
        try (Engine engine = Engine.create("jdbc:h2:" + file + ";USER=lim;PASSWORD=geheim");
                EngineConnection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute("select * from pet"))
                    .hasMessageContaining("Not enough rights for object \"PUBLIC.PET\"")
                    .hasMessageContaining(
                            "Have the owner grant it to the user of this connection, or connect as another user.");
        }
    }

    @Test
    void showsAStatementThatFailsOnceAndShortened() {
        String list = "'secret', ".repeat(100);
        try (Engine engine = Engine.create("h2:mem:");
                EngineConnection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute("select " + list + "nosuch from system_range(1, 1)"))
                    .hasMessageStartingWith("Cannot execute a statement on an H2 database in memory: Column \"nosuch\""
                            + " not found [42122-")
                    .hasMessageContaining("]. SQL: select 'secret', ")
                    .hasMessageEndingWith("more characters)");
        }
    }
}
