// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.migrate.command.BranchPair.Verdict;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** On the tables "person" and "pet", two branches: do they commute? */
class BranchComparisonTest {
    private static final Consumer<Operations> NOTHING = op -> {};
    private static final Dialect DIALECT = dialect();

    private static Dialect dialect() {
        try (Engine engine = Engine.create("postgresql://localhost/pets")) { // never connected to
            return engine.dialect();
        }
    }

    private static List<BranchPair> pairs(Script... branches) {
        List<Script> scripts = new ArrayList<>(List.of(branches));
        scripts.add(script(
                "a",
                "",
                op -> {
                    op.createTable("person", t -> {
                        t.column("id", integer()).notNull();
                        t.column("name", text());
                        t.primaryKey("pk_person", "id");
                    });
                    op.createTable("pet", t -> t.column("person_id", integer()));
                },
                NOTHING));
        Revisions revisions = Revisions.of(scripts);
        return new BranchComparison(revisions, DIALECT).pairs(revisions.graph().heads());
    }

    private static BranchPair pair(Consumer<Operations> left, Consumer<Operations> right) {
        return pairs(script("b", "a", left, NOTHING), script("c", "a", right, NOTHING))
                .get(0);
    }

    private static void assertCommutes(Consumer<Operations> left, Consumer<Operations> right) {
        assertThat(pair(left, right).reasons()).isEmpty();
        assertThat(pair(left, right).verdict()).isEqualTo(Verdict.COMMUTES);
        assertThat(pair(right, left).verdict()).isEqualTo(Verdict.COMMUTES);
    }

    private static List<String> collisions(Consumer<Operations> left, Consumer<Operations> right) {
        assertThat(pair(right, left).verdict()).isEqualTo(Verdict.COLLIDES);
        BranchPair pair = pair(left, right);
        assertThat(pair.verdict()).isEqualTo(Verdict.COLLIDES);
        return pair.reasons();
    }

    @Test
    void whatTouchesOtherThingsCommutes() {
        assertCommutes(op -> op.addColumn("person", "age", integer()), op -> op.addColumn("person", "note", text()));
        assertCommutes(
                op -> op.createTable("toy", t -> t.column("id", integer())),
                op -> op.createTable("tag", t -> t.column("id", integer())));
        assertCommutes(op -> op.createIndex("ix_name", "person", "name"), op -> op.dropTable("pet"));
        assertCommutes(
                op -> op.addForeignKey("fk_pet", "pet", "person_id").references("person", "id"),
                op -> op.addColumn("person", "age", integer()));
        assertCommutes(NOTHING, op -> op.dropTable("person"));
        assertCommutes(
                op -> op.sql("update pet set person_id = 1").schemaNeutral(), op -> op.dropColumn("person", "name"));
        assertCommutes(op -> op.sql("drop everything").on("sqlite"), op -> op.dropColumn("person", "name"));
    }

    @Test
    void whatKeepsTheOtherFromBeingDoneCollides() {
        assertThat(collisions(op -> op.addColumn("person", "age", integer()), op -> op.dropTable("person")))
                .contains("both touch \"person\"")
                .anyMatch(reason -> reason.startsWith("after " + id("c") + ", revision " + id("b")
                        + ": MIG-001: Cannot add column \"age\" to table \"person\": there is no such table"));
        assertThat(collisions(
                        op -> op.addColumn("person", "age", integer()), op -> op.addColumn("person", "age", text())))
                .contains("both touch \"person\"");
        assertThat(collisions(
                        op -> op.renameColumn("person", "name", "title"), op -> op.createIndex("ix", "person", "name")))
                .contains("both touch \"person\"");
        assertThat(collisions(
                        op -> op.addForeignKey("fk_pet", "pet", "person_id").references("person", "id"),
                        op -> op.dropTable("person")))
                .contains("both touch \"person\"");
    }

    @Test
    void whatDependsOnTheOrderCollides() {
        assertThat(collisions(
                        op -> op.alterColumn("person", "id", c -> {
                            c.from(integer()).notNull();
                            c.to(bigint()).notNull();
                        }),
                        op -> op.alterColumn("person", "id", c -> {
                            c.from(integer()).notNull();
                            c.to(text()).notNull();
                        })))
                .containsExactly("table \"person\" depends on which of them comes first");
    }

    @Test
    void sqlIsJudgedByTheTablesThatItNames() {
        assertThat(collisions(
                        op -> op.sql("update PERSON set name = 'x'").schemaNeutral(),
                        op -> op.dropColumn("person", "name")))
                .containsExactly("\"execute update PERSON set name = 'x'\" of revision " + id("b")
                        + " may speak of table \"person\", which \"drop column \"name\" of table \"person\"\" of revision "
                        + id("c") + " changes");
        assertThat(collisions(op -> op.createView("v", "select person_id from pet"), op -> op.dropTable("pet")))
                .hasSize(1);
        BranchPair rows = pair(
                op -> op.sql("insert into pet values (1)").schemaNeutral(),
                op -> op.sql("delete from pet").schemaNeutral());
        assertThat(rows.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(rows.reasons()).containsExactly("SQL on both sides may speak of table \"pet\"");
    }

    @Test
    void whatNobodyKnowsCannotBeTold() {
        BranchPair pair = pair(op -> op.sql("create table x (y int)"), op -> op.addColumn("pet", "age", integer()));
        assertThat(pair.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(pair.reasons())
                .containsExactly("what \"execute create table x (y int)\" of revision " + id("b")
                        + " does to the schema, nobody has said");
        assertThat(pair(op -> op.addColumn("nowhere", "x", integer()), NOTHING).verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void eachPairOfHeadsIsJudgedByWhatTheyDoNotShare() {
        List<BranchPair> pairs = pairs(
                script("b", "a", op -> op.addColumn("person", "age", integer()), NOTHING),
                script("c", "b", op -> op.addColumn("pet", "age", integer()), NOTHING),
                script("d", "b", op -> op.dropColumn("person", "age"), NOTHING),
                script("e", "a", op -> op.addColumn("person", "age", integer()), NOTHING));

        assertThat(pairs)
                .extracting(pair -> pair.left().charAt(0) + "-" + pair.right().charAt(0) + " " + pair.verdict())
                .containsExactly("c-d COMMUTES", "c-e COLLIDES", "d-e COLLIDES");
    }
}
