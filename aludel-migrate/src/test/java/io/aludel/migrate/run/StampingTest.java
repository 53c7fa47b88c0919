// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.labelled;
import static io.aludel.migrate.command.TestHistory.names;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stamp: the history changes, nothing else does. */
@OnEveryDatabase
@Tag("M-58")
class StampingTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final FreshDatabase database;
    private final Engine engine;
    private List<Script> scripts = List.of();

    StampingTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void with(Script... scripts) {
        this.scripts = List.of(scripts);
    }

    private Stamping stamping() {
        return new Stamping(engine, Revisions.of(scripts), LedgerTables.DEFAULT, SHORT);
    }

    /** What went, what came, and what the ledger has then: {@code "-c b +d | a d"}. */
    private String stamp(boolean purge, String... targets) throws SQLException {
        Stamping.Stamped stamped = stamping().stamp(List.of(targets), purge);
        String went = stamped.removed().isEmpty() ? "" : "-" + names(stamped.removed()) + " ";
        String came = stamped.added().isEmpty() ? "" : "+" + names(stamped.added()) + " ";
        return went + came + "| " + rows();
    }

    private String stamp(String... targets) throws SQLException {
        return stamp(false, targets);
    }

    private String rows() throws SQLException {
        return names(database.rows("select revision from aludel_history order by ordinal").stream()
                .map(row -> row.get(0).toString())
                .toList());
    }

    private List<HistoryEntry> entries() {
        try (EngineConnection connection = engine.connect()) {
            return new Ledger(connection).entries();
        }
    }

    private static Script table(String name, String parents) {
        return script(
                name,
                parents,
                op -> op.createTable("of_" + name, t -> t.column("x", SqlType.integer())),
                op -> op.dropTable("of_" + name));
    }

    @Test
    void nothingIsExecutedAndTheRowsAreAsAnUpgradeWouldHaveMadeThem() throws SQLException {
        with(table("a", ""), table("b", "a"), table("c", "b"));
        assertThat(stamping().stamp(List.of("base"), false).removed()).isEmpty();
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);

        assertThat(stamp("bbbb")).isEqualTo("+a b | a b");

        assertThat(Databases.live(engine).tables())
                .allSatisfy(table -> assertThat(table.name().name()).startsWith("aludel_"));
        assertThat(entries()).element(1).satisfies(entry -> {
            assertThat(entry.ordinal()).isEqualTo(2);
            assertThat(entry.message()).isEqualTo("Does b");
            assertThat(entry.checksum()).isEqualTo(scripts.get(1).checksum());
            assertThat(entry.appliedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(entry.duration()).isZero();
            assertThat(entry.appliedBy()).isEqualTo(System.getProperty("user.name"));
        });
        List<AppliedRevision> rest = new MigrationRunner(engine, Revisions.of(scripts), LedgerTables.DEFAULT, SHORT)
                .upgrade("head", one -> {});
        assertThat(rest).extracting(AppliedRevision::id).containsExactly(id("c"));
    }

    @Test
    void upAndDownALine() throws SQLException {
        with(script("a", ""), script("b", "a"), script("c", "b"));

        assertThat(stamp("head")).isEqualTo("+a b c | a b c");
        assertThat(stamp("head")).isEqualTo("| a b c");
        assertThat(stamp("aaaa")).isEqualTo("-c b | a");
        assertThat(stamp("+1")).isEqualTo("+b | a b");
        assertThat(stamp("-1")).isEqualTo("-b | a");
        assertThatThrownBy(() -> stamp("+5")).hasMessageStartingWith("MIG-034: ");
        assertThatThrownBy(() -> stamp("ffff")).hasMessageStartingWith("MIG-010: ");
        assertThat(stamp("base")).isEqualTo("-a | ");
    }

    @Test
    void acrossMergesAndSeveralHeads() throws SQLException {
        with(
                script("a", ""),
                labelled("left", "b", "a"),
                labelled("right", "c", "a"),
                script("d", "bc"),
                labelled("other", "1", ""),
                script("2", "1"));

        assertThat(stamp("other")).isEqualTo("+1 | 1");
        assertThat(stamp("left")).isEqualTo("+a b | 1 a b");
        assertThat(stamp("left@head")).isEqualTo("+c d | 1 a b c d");
        assertThat(stamp("left", "right")).isEqualTo("-d | 1 a b c");
        assertThat(stamp("right@base")).isEqualTo("-c | 1 a b");
        assertThat(stamp("heads")).isEqualTo("+2 c d | 1 a b 2 c d");
        assertThat(stamp("left")).isEqualTo("-d c | 1 a b 2");
        assertThat(stamp("aaaa", "other@base")).isEqualTo("-2 b 1 | a");
        assertThatThrownBy(() -> stamp("head")).hasMessageStartingWith("MIG-009: There are 2 heads: ");
        assertThat(rows()).isEqualTo("a");
    }

    @Test
    void aPurgeAlsoTakesWhatNoScriptKnows() throws SQLException {
        with(table("a", ""), script("b", "a"));
        stamp("head");
        with(script("a", ""), script("c", "a"));

        assertThatThrownBy(() -> stamp("cccc"))
                .isInstanceOf(UnknownAppliedRevisionException.class)
                .hasMessageStartingWith("MIG-011: ");
        assertThat(rows()).isEqualTo("a b");
        assertThat(stamp(true, "cccc")).isEqualTo("-b a +a c | a c");
        Revisions.of(scripts).verify("here", entries()); // also of a, which was edited
        assertThat(stamp(true, "base")).isEqualTo("-c a | ");
    }

    @Test
    void aRowThatIsThereTwiceIsAHardErrorAndNothingChanges() throws SQLException {
        with(script("a", ""), script("b", "a"), script("c", "b"));
        stamp("bbbb");
        database.execute(
                "create table kept as select * from aludel_history",
                "drop table aludel_history",
                "create table aludel_history (revision varchar(12) not null, ordinal integer not null, message varchar(99)"
                        + " not null, checksum varchar(80) not null, applied_at " + timestampType() + " not null,"
                        + " duration_ms bigint not null, applied_by varchar(99) not null)",
                "insert into aludel_history select * from kept",
                "insert into aludel_history select * from kept where ordinal = 2");

        assertThatThrownBy(() -> stamp("aaaa"))
                .hasMessageStartingWith(
                        "MIG-014: Revision " + id("b") + " was to be taken out of the history, but 2 rows were");
        assertThat(rows()).isEqualTo("a b b");
        assertThatThrownBy(() -> new MigrationRunner(engine, Revisions.of(scripts), LedgerTables.DEFAULT, SHORT)
                        .downgrade("-1", one -> {}))
                .hasMessageStartingWith("MIG-014: ");
        assertThat(stamp(true, "aaaa")).endsWith("+a | a");
    }

    private String timestampType() {
        return engine.dialect().types().declaration(SqlType.timestampWithTimeZone());
    }

    @Test
    void aRevisionThatIsHalfWayMustBeFinishedFirst() throws SQLException {
        with(script("a", ""), script("b", "a"));
        stamp("aaaa");
        try (EngineConnection connection = engine.connect()) {
            new Ledger(connection)
                    .add(List.of(new Step(
                            id("b"),
                            Way.UP,
                            0,
                            0,
                            "1:0",
                            "create table t (x int)",
                            Step.State.STARTED,
                            "f",
                            Instant.EPOCH)));
        }

        for (boolean purge : new boolean[] {false, true}) {
            assertThatThrownBy(() -> stamp(purge, "base"))
                    .isInstanceOf(UnfinishedRevisionException.class)
                    .hasMessageStartingWith("MIG-021: Revision " + id("b") + " is half-way up in ");
        }
        assertThat(rows()).isEqualTo("a");
    }

    @Test
    void aStampWaitsForAMigrationToEnd() {
        with(script("a", ""));
        try (HeldLock lock = HeldLock.of(engine, SHORT)) {
            assertThatThrownBy(() -> stamp("head")).isInstanceOf(MigrationLockedException.class);
        }
        assertThat(stamping().stamp(List.of("head"), false).added()).containsExactly(id("a"));
    }
}
