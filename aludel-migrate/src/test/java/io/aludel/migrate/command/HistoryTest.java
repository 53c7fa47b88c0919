// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.command.TestHistory.applied;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.labelled;
import static io.aludel.migrate.command.TestHistory.names;
import static io.aludel.migrate.command.TestHistory.needing;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.script.Script;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way through histories of every shape: which revisions are brought up and taken down, in which order, and what the ledger has after it. */
@OnEveryDatabase
class HistoryTest {
    private final FreshDatabase database;
    private final Engine engine;
    private Migrations migrations;

    HistoryTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.migrations = with();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Migrations with(Script... scripts) {
        migrations = Migrations.of(engine, () -> Schema.EMPTY, () -> List.of(scripts));
        return migrations;
    }

    /** What was applied, and what the ledger has then: {@code "b c | a b c"}. */
    private String up(String... targets) throws SQLException {
        return applied(migrations.upgrade(List.of(targets), one -> {})) + " | " + rows();
    }

    private String down(String target) throws SQLException {
        return applied(migrations.downgrade(target)) + " | " + rows();
    }

    private String rows() throws SQLException {
        return names(database.rows("select revision from aludel_history order by ordinal").stream()
                .map(row -> row.get(0).toString())
                .toList());
    }

    private String current() {
        return names(migrations.current().current().stream()
                .map(entry -> entry.revision())
                .toList());
    }

    @Test
    @Tag("M-53")
    void aLineIsGoneUpAndDown() throws SQLException {
        with(script("a", ""), script("b", "a"), script("c", "b"), script("d", "c"));

        assertThat(up("+1")).isEqualTo("a | a");
        assertThat(up("+2")).isEqualTo("b c | a b c");
        assertThatThrownBy(() -> up("+2")).hasMessage("MIG-034: \"+2\" asks for 2 revisions, but only 1 is pending.");
        assertThat(up("head")).isEqualTo("d | a b c d");
        assertThat(up("head")).isEqualTo(" | a b c d");
        assertThat(down("head")).isEqualTo(" | a b c d");
        assertThat(down(id("d"))).isEqualTo(" | a b c d");
        assertThat(down("-1")).isEqualTo("d | a b c");
        assertThat(down("head-2")).isEqualTo("c | a b");
        assertThatThrownBy(() -> down("-3"))
                .hasMessage("MIG-034: \"-3\" asks for 3 revisions, but only 2 are applied.");
        assertThat(current()).isEqualTo("b");
        assertThat(down("-2")).isEqualTo("b a | ");
        assertThat(up("bbbb+1")).isEqualTo("a b c | a b c");
        assertThat(down("base")).isEqualTo("c b a | ");
    }

    @Test
    @Tag("M-54")
    void aMergeJoinsBranchesAndItsWayDownParts() throws SQLException {
        with(script("a", ""), script("b", "a"), script("c", "a"), script("d", "bc"), script("e", "d"));

        assertThat(up(id("b"))).isEqualTo("a b | a b");
        assertThat(current()).isEqualTo("b");
        assertThat(up("+1")).isEqualTo("c | a b c");
        assertThat(current()).isEqualTo("b c");
        assertThat(up("+1")).isEqualTo("d | a b c d");
        assertThat(current()).isEqualTo("d");
        assertThat(up("head")).isEqualTo("e | a b c d e");
        assertThat(down(id("b"))).isEqualTo("e d | a b c");
        assertThat(current()).isEqualTo("b c");
        assertThatThrownBy(() -> down("-1"))
                .hasMessage("MIG-033: \"-1\" can mean " + id("b") + " or " + id("c")
                        + "; name the revision, or the branch: " + id("b") + "@-1 or " + id("c") + "@-1.");
        assertThat(rows()).isEqualTo("a b c");
        assertThat(down(id("b") + "@-1")).isEqualTo("b | a c");
        assertThat(up("head")).isEqualTo("b d e | a c b d e");
        assertThat(down(id("a"))).isEqualTo("e d c b | a");
    }

    @Test
    @Tag("M-54")
    void threeBranchesMeetInOneRevisionOrInTwo() throws SQLException {
        with(script("a", ""), script("b", "a"), script("c", "a"), script("d", "a"), script("e", "bcd"));

        assertThat(up("head")).isEqualTo("a b c d e | a b c d e");
        assertThat(down("-1")).isEqualTo("e | a b c d");
        assertThat(current()).isEqualTo("b c d");
        assertThat(down("cccc@aaaa")).isEqualTo("c | a b d");
        assertThat(up("head")).isEqualTo("c e | a b d c e");
        assertThat(down("base")).isEqualTo("e d c b a | ");

        with(script("a", ""), script("b", "a"), script("c", "a"), script("d", "bc"), script("e", "bc"));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-009: There are 2 heads: ");
        assertThat(up("dddd")).isEqualTo("a b c d | a b c d");
        assertThat(up("heads")).isEqualTo("e | a b c d e");
        assertThat(current()).isEqualTo("d e");
        assertThat(down("dddd@-1")).isEqualTo("d | a b c e");
        assertThat(current()).isEqualTo("e");
        assertThat(up("heads")).isEqualTo("d | a b c e d");
        assertThat(down("bbbb")).isEqualTo("e d | a b c");
    }

    @Test
    @Tag("M-55")
    void whatDependsOnAnotherBranchComesAfterItAndGoesBeforeIt() throws SQLException {
        with(
                labelled("pets", "a", ""),
                script("b", "a"),
                labelled("people", "1", ""),
                needing("b", "2", "1"),
                script("3", "2"));

        assertThat(up("people@+1")).isEqualTo("1 | 1");
        assertThat(up("people@+1")).isEqualTo("a b 2 | 1 a b 2");
        assertThat(current()).isEqualTo("2");
        assertThat(up("head")).isEqualTo("3 | 1 a b 2 3");
        assertThat(migrations.current().heads()).containsExactly(id("3"));
        assertThat(down("pets@-1")).isEqualTo("3 2 b | 1 a");
        assertThat(current()).isEqualTo("1 a");
        assertThat(up("pets@head", "people@head")).isEqualTo("b 2 3 | 1 a b 2 3");
        assertThat(down("pets@base")).isEqualTo("3 2 b a | 1");
        assertThat(down("base")).isEqualTo("1 | ");
    }

    @Test
    @Tag("M-55")
    void dependenciesByLabelAndCrossedOnesGiveNoStepTwice() throws SQLException {
        with(
                labelled("pets", "a", ""),
                needing("people", "b", "a"),
                labelled("people", "1", ""),
                needing("pets", "2", "1"),
                needing("a", "c", "b"));

        assertThat(up("heads")).isEqualTo("1 a 2 b c | 1 a 2 b c");
        assertThat(current()).isEqualTo("2 c");
        assertThat(down("people@base")).isEqualTo("c b 2 1 | a");
        assertThat(up("pets@head")).isEqualTo("1 b c | a 1 b c");
        assertThat(current()).isEqualTo("c");
        assertThat(down("-2")).isEqualTo("c b | a 1");
    }

    @Test
    @Tag("M-56")
    @Tag("M-57")
    void whatIsUnsoundOrUnclearStopsEverythingBeforeItBegins() {
        with(script("a", "b"), script("b", "a"));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-008: Revisions stand on each other");
        with(script("a", "a"));
        assertThatThrownBy(() -> up("head"))
                .hasMessageStartingWith("MIG-008: Revision " + id("a") + " stands on itself");
        with(needing("b", "a", ""), script("b", "a"));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-032: ");
        with(script("a", "b"));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-007: ");
        with(needing("b", "a", ""));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-031: ");
        with(script("a", ""), script("a", ""));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-006: ");
        with(labelled("pets", "a", ""), labelled("pets", "b", "a"));
        assertThatThrownBy(() -> up("head")).hasMessageStartingWith("MIG-030: ");
        with(labelled("pets", "a", ""), script("b", ""));
        assertThatThrownBy(() -> up("pets@bbbb")).hasMessageStartingWith("MIG-035: ");
        assertThatThrownBy(() -> up("aaaa", "cats@head")).hasMessageStartingWith("MIG-010: There is no branch");
        assertThatThrownBy(() -> up("aaa")).hasMessageStartingWith("MIG-010: \"aaa\" is no revision");
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void aBranchTakesItsTablesAlongAndLeavesThoseOfOthers() {
        with(table("a", ""), table("b", "a"), table("c", "a"), script("d", "bc"));

        migrations.upgrade("head");
        assertThat(tables()).containsExactly("of_a", "of_b", "of_c");
        migrations.downgrade("-1");
        assertThat(tables()).containsExactly("of_a", "of_b", "of_c");
        migrations.downgrade("bbbb@base");
        assertThat(tables()).containsExactly("of_a", "of_c");
        migrations.upgrade("head");
        assertThat(tables()).containsExactly("of_a", "of_b", "of_c");
    }

    private static Script table(String name, String parents) {
        return script(
                name,
                parents,
                op -> op.createTable("of_" + name, t -> t.column("x", SqlType.integer())),
                op -> op.dropTable("of_" + name));
    }

    private List<String> tables() {
        return Databases.live(engine).tables().stream()
                .map(table -> table.name())
                .filter(name -> !name.name().startsWith("aludel"))
                .map(TableName::name)
                .toList();
    }

    @Test
    @Tag("M-60")
    void theStatusSaysWhatWouldBeAnErrorElsewhere() throws SQLException {
        with(table("a", ""), script("b", "a"), script("c", "b"));
        assertThat(migrations.status().pending()).extracting(Script::id).containsExactly(id("a"), id("b"), id("c"));
        assertThat(migrations.current().current()).isEmpty();
        assertThat(migrations.history()).hasSize(3);
        assertThat(migrations.show("head")).hasSize(1);
        assertThat(Databases.live(engine)).isEqualTo(Schema.EMPTY);
        up("bbbb");
        with(script("a", ""), script("c", "a"), script("d", "c"));

        HistoryStatus status = migrations.status();

        assertThat(status.applied()).extracting(entry -> entry.revision()).containsExactly(id("a"), id("b"));
        assertThat(status.pending()).extracting(Script::id).containsExactly(id("c"), id("d"));
        assertThat(status.unknown()).extracting(entry -> entry.revision()).containsExactly(id("b"));
        assertThat(status.edited()).extracting(entry -> entry.revision()).containsExactly(id("a"));
        assertThat(migrations.show("aaaa"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.edited()).isTrue());
        assertThatThrownBy(migrations::current).hasMessageStartingWith("MIG-011: ");
    }

    @Test
    void theHistoryOfARangeSaysWhereTheDatabaseIs() throws SQLException {
        with(script("a", ""), labelled("left", "b", "a"), script("c", "a"), script("d", "b"));
        up("bbbb", "cccc");

        assertThat(migrations.history())
                .extracting(state -> state.id().charAt(0)
                        + (state.isHead() ? " head" : "")
                        + (state.isCurrent() ? " current" : "")
                        + (state.applied().isPresent() ? " applied" : ""))
                .containsExactly("a applied", "b current applied", "c head current applied", "d head");
        assertThat(migrations.history("left@current:heads"))
                .extracting(RevisionState::id)
                .containsExactly(id("b"), id("c"), id("d"));
        assertThat(migrations.current().isAtHeads()).isFalse();
        up("heads");
        assertThat(migrations.current().isAtHeads()).isTrue();
        assertThat(migrations.show("current"))
                .extracting(shown -> shown.revision().id())
                .containsExactly(id("c"), id("d"));
        assertThat(migrations.branches())
                .singleElement()
                .satisfies(point -> assertThat(point.branches())
                        .extracting(ScriptedRevision::id)
                        .containsExactly(id("b"), id("c")));
        assertThat(migrations.heads())
                .extracting(head -> head.id().charAt(0) + " " + head.branches())
                .containsExactly("c []", "d [left]");
    }
}
