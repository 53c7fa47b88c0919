// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.namedEnum;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.NewScript;
import io.aludel.migrate.script.Script;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which operations are left of several revisions, and which revisions cannot be one. No database is needed for it. */
class SquashingTest {
    private static Script revision(String name, String parents, Consumer<Operations> up) {
        return script(name, parents, up, op -> op.irreversible("nobody knows the way"));
    }

    private static NewScript squashed(String range, Script... scripts) {
        try (Engine engine = Engine.create("postgresql://nobody@nowhere/nothing")) {
            Dialect dialect = engine.dialect();
            Squashing squashing = new Squashing(Revisions.of(List.of(scripts)), dialect);
            return squashing.script(squashing.members(range), "all");
        }
    }

    private static List<String> operations(Script... scripts) {
        return squashed("head", scripts).operations().stream()
                .map(Operation::describe)
                .toList();
    }

    private static void pet(Operations op) {
        op.createTable("pet", t -> t.column("id", integer()).notNull());
    }

    @Test
    void sqlStaysWhereItWasAndWhatItMayNeedComesBeforeIt() {
        assertThat(operations(
                        revision("a", "", op -> {
                            pet(op);
                            op.addColumn("pet", "name", text());
                        }),
                        revision("b", "a", op -> op.sql("update pet set name = 'Rex'")),
                        revision("c", "b", op -> {
                            op.renameColumn("pet", "name", "nick");
                            op.createTable("toy", t -> t.column("id", integer()));
                            op.addColumn("toy", "name", text());
                        })))
                .containsExactly(
                        "create table \"pet\"",
                        "execute update pet set name = 'Rex'",
                        "rename column \"name\" of table \"pet\" to \"nick\"",
                        "create table \"toy\"");
    }

    @Test
    void whatIsLostOnTheWayIsLostAtOnceToo() {
        Script first = revision("a", "", op -> {
            pet(op);
            op.addColumn("pet", "nick", text());
        });
        NewScript script = squashed(
                "bbbb:cccc",
                first,
                revision("b", "a", op -> {
                    op.addColumn("pet", "legs", integer());
                    op.dropColumn("pet", "nick");
                }),
                revision("c", "b", op -> {
                    op.dropColumn("pet", "legs");
                    op.addColumn("pet", "nick", text());
                }));

        assertThat(script.node().parents()).containsExactly(id("a"));
        assertThat(script.node().replaces()).containsExactly(id("b"), id("c"));
        assertThat(script.operations().stream().map(Operation::describe))
                .containsExactly(
                        "add column \"legs\" to table \"pet\"",
                        "drop column \"nick\" of table \"pet\"",
                        "drop column \"legs\" of table \"pet\"",
                        "add column \"nick\" to table \"pet\"");
        assertThat(script.operations())
                .allMatch(operation -> !operation.reverse().toString().contains("Impossible"));
    }

    @Test
    void tablesThatPointAtEachOtherAndTypesAreMadeInAnOrderThatWorks() {
        assertThat(operations(
                        revision("a", "", op -> {
                            op.createTable("pet", t -> {
                                t.column("id", integer()).notNull();
                                t.column("toy_id", integer());
                                t.primaryKey("pk_pet", "id");
                            });
                            op.createEnumType("mood", "sad");
                        }),
                        revision("b", "a", op -> {
                            op.createTable("toy", t -> {
                                t.column("id", integer()).notNull();
                                t.column("pet_id", integer());
                                t.primaryKey("pk_toy", "id");
                                t.foreignKey("fk_toy_pet", "pet_id").references("pet", "id");
                            });
                            op.addForeignKey("fk_pet_toy", "pet", "toy_id").references("toy", "id");
                            op.addEnumValue("mood", "glad");
                        }),
                        revision("c", "b", op -> op.addColumn("pet", "mood", namedEnum("mood", "sad", "glad")))))
                .startsWith("create enum type \"mood\"")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("add foreign key");
    }

    @Test
    void aWayDownThatIsWrittenByHandStaysIfAllHaveOne() {
        Script sql = script("b", "a", op -> op.sql("vacuum"), op -> op.sql("analyze"));

        NewScript.Down own = squashed("head", script("a", "", SquashingTest::pet, op -> op.dropTable("pet")), sql)
                .down();
        assertThat(((NewScript.Down.Given) own).operations())
                .extracting(Operation::describe)
                .containsExactly("execute analyze", "drop table \"pet\"");
        assertThat(squashed("head", revision("a", "", SquashingTest::pet), sql).down())
                .isInstanceOf(NewScript.Down.Undoing.class);
    }

    @Test
    void saysWhatCannotBeOne() {
        Script a = script("a", "");
        Script b = script("b", "a");
        assertThatThrownBy(() -> squashed("bbbb:bbbb", a, b))
                .hasMessage("MIG-087: There is nothing to squash: \"bbbb:bbbb\" is only " + id("b")
                        + ". Give a range of two revisions or more, FROM:TO, of which both are.");
        assertThatThrownBy(() -> squashed(id("b"), a, b, script("c", "a")))
                .hasMessage("MIG-088: Revision " + id("c") + " needs " + id("a")
                        + ", which would be in the middle of the one revision. Squash up to " + id("a")
                        + ", or from after it.");
        assertThatThrownBy(() -> squashed("base:heads", a, b, script("c", "a")))
                .hasMessage("MIG-088: These revisions do not end in one: " + id("b") + ", " + id("c")
                        + ". Squash one branch, or merge them first.");
        assertThatThrownBy(() -> squashed(
                        "head",
                        revision("a", "", op -> op.sql("create table pet (id int)")),
                        revision("b", "a", op -> op.addColumn("pet", "legs", integer()))))
                .hasMessageStartingWith("MIG-089: Revision " + id("b") + " (R" + id("b") + ".java) cannot be replayed")
                .hasMessageEndingWith(
                        "What SQL has made nobody knows without a database: squash the revisions after it, or those"
                                + " before.");
    }

    @Test
    void refusesReplacementsThatMakeNoSense() {
        assertThatThrownBy(() -> Revisions.of(List.of(replacing("a", "b"), replacing("b", "a"))))
                .hasMessage("MIG-088: Revisions replace each other in a circle: " + id("a") + " -> " + id("b") + " -> "
                        + id("a") + ". Correct \"replaces\" of one of them.");
        assertThatThrownBy(() -> Revisions.of(List.of(replacing("a", "c"), replacing("b", "c"))))
                .hasMessage("MIG-088: Revision " + id("c") + " cannot be replaced by both " + id("a") + " (R" + id("a")
                        + ".java) and " + id("b") + " (R" + id("b") + ".java). Correct \"replaces\".");
    }

    private static Script replacing(String name, String replaced) {
        RevisionNode node = new RevisionNode(id(name), List.of(), List.of(), List.of(), List.of(id(replaced)));
        return script(node, op -> {}, op -> {});
    }
}
