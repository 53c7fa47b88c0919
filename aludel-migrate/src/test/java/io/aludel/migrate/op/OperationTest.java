// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
    static Stream<Operation> all() {
        return EveryOperation.all();
    }

    @Tag("M-52")
    @ParameterizedTest
    @MethodSource("all")
    void changesTheSchemaAndItsReversalRestoresIt(Operation operation) {
        Schema before = EveryOperation.schema();

        Schema after = operation.applyTo(before);

        assertThat(after).isNotEqualTo(before);
        Operation reversed = ((Reversal.By) operation.reverse()).operation();
        assertThat(byName(reversed.applyTo(after))).isEqualTo(byName(before));
        assertThat(((Reversal.By) reversed.reverse()).operation()).isEqualTo(operation);
    }

    @Test
    void everyKindOfOperationIsTried() {
        Set<Class<?>> tried = new HashSet<>();
        all().forEach(operation -> {
            tried.add(operation.getClass());
            tried.add(((Reversal.By) operation.reverse()).operation().getClass());
        });
        tried.add(ExecuteSql.class);
        EveryOperation.others().forEach(operation -> tried.add(operation.getClass()));

        assertThat(tried).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesToBeAppliedTwice(Operation operation) {
        Schema after = operation.applyTo(EveryOperation.schema());

        if (operation instanceof AlterColumn
                || operation instanceof CommentTable
                || operation instanceof ValidateConstraint
                || operation instanceof AlterSequence) {
            assertThat(operation.applyTo(after)).isEqualTo(after);
        } else {
            Operation inner = operation instanceof OnDialects limited ? limited.operation() : operation;
            assertThatThrownBy(() -> operation.applyTo(after))
                    .isInstanceOf(OperationException.class)
                    .hasMessageStartingWith("MIG-001: Cannot " + inner.describe() + ": ");
        }
    }

    @Test
    void aDropThatDoesNotKnowWhatItDropsCannotBeReversed() {
        assertThat(new DropColumn(PetWorld.PET, "legs", null).reverse())
                .isEqualTo(new Reversal.Impossible("Cannot reverse \"drop column \"legs\" of table \"pet\"\":"
                        + " the former definition is not recorded. Write down() by hand."));
    }

    @Test
    void sqlOfTheUsersCannotBeReversed() {
        assertThat(new ExecuteSql(null, "update pet\nset legs = 4", ExecuteSql.Effect.SCHEMA_NEUTRAL).reverse())
                .isEqualTo(new Reversal.Impossible("Cannot reverse \"execute update pet set legs = 4\":"
                        + " only its author knows what undoes it. Write down() by hand."));
    }

    static Stream<Arguments> misfits() {
        TableName nobody = TableName.of("nobody");
        Column legs = PetWorld.pet().requireColumn("legs");
        return Stream.of(
                Arguments.of(
                        new CreateTable(PetWorld.pet()),
                        "create table \"pet\": a table \"pet\" is there already."
                                + " Drop or rename that table; or adopt it, if it is what you mean, by leaving this operation out."),
                Arguments.of(
                        new CreateTable(Table.of(nobody, List.of(Column.nullable("id", SqlType.bigint())))
                                .withForeignKeys(List.of(
                                        ForeignKey.of("fk_x", List.of("id"), TableName.of("moon"), List.of("id"))))),
                        "create table \"nobody\": foreign key \"fk_x\" points at table \"moon\", which is not there."
                                + " Create that table first."),
                Arguments.of(
                        new DropTable(nobody, null),
                        "drop table \"nobody\": there is no such table; there are \"person\", \"pet\", \"tag\", \"toy\"."),
                Arguments.of(
                        new DropTable(PetWorld.PET, null),
                        "drop table \"pet\": foreign key \"fk_toy_pet_id\" of table \"toy\" points at it."
                                + " Drop that key or that table first."),
                Arguments.of(
                        new DropColumn(PetWorld.PET, "legs", null),
                        "drop column \"legs\" of table \"pet\": check \"ck_pet_legs\" uses it. Drop that first."),
                Arguments.of(
                        new DropColumn(PetWorld.PET, "person_id", null),
                        "drop column \"person_id\" of table \"pet\": foreign key \"fk_pet_person_id\" uses it. Drop that first."),
                Arguments.of(
                        new AlterColumn(PetWorld.PET, legs.withName("arms"), legs.withName("arms")),
                        "alter column \"arms\" of table \"pet\": table \"pet\" has no column \"arms\";"
                                + " it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new AddPrimaryKey(PetWorld.PET, new PrimaryKey("pk", List.of("name"))),
                        "add primary key \"pk\" to table \"pet\": the table has primary key \"pk_pet\" already. Drop it first."),
                Arguments.of(
                        new DropUniqueKey(PetWorld.PET, "uq", null),
                        "drop unique constraint \"uq\" of table \"pet\": table \"pet\" has no unique constraint \"uq\"; it has none."),
                Arguments.of(
                        new RenameTable(PetWorld.PET, TableName.of("zoo", "pet")),
                        "rename table \"pet\" to \"zoo.pet\": a table is renamed within its schema only."
                                + " Create a new one and copy the rows."),
                Arguments.of(
                        new CreateIndex(PetWorld.PET, Index.of("ix", "wings")),
                        "create index \"ix\" on table \"pet\": table \"pet\" has no column \"wings\";"
                                + " it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new DropSequence(TableName.of("s"), null),
                        "drop sequence \"s\": there is no such sequence; there are none."));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void saysWhatIsInItsWay(Operation operation, String message) {
        assertThatThrownBy(() -> operation.applyTo(PetWorld.schema())).hasMessage("MIG-001: Cannot " + message);
    }

    @Test
    void aRenamedColumnIsRenamedWhereverTheSchemaSpeaksOfIt() {
        Schema schema = new RenameColumn(PetWorld.PERSON, "id", "number").applyTo(PetWorld.schema());
        schema = new RenameColumn(PetWorld.PET, "legs", "feet").applyTo(schema);

        assertThat(schema.requireTable(PetWorld.PERSON).primaryKey())
                .isEqualTo(new PrimaryKey("pk_person", List.of("number")));
        Table pet = schema.requireTable(PetWorld.PET);
        assertThat(pet.foreignKeys().get(0).targetColumns()).containsExactly("number");
        assertThat(pet.checks())
                .containsExactly(new Check(
                        "ck_pet_legs",
                        new Term(new ColumnRef("", "feet", ValueType.INTEGER))
                                .between(0, 8)
                                .expression()));
    }

    @Test
    void aNewTableMayPointAtItself() {
        Table node = Table.of(
                        TableName.of("node"),
                        List.of(Column.identity("id", SqlType.bigint()), Column.nullable("up", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_node", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_node_up", List.of("up"), TableName.of("node"), List.of("id"))));

        assertThat(new CreateTable(node).applyTo(Schema.EMPTY).tables()).containsExactly(node);
    }

    @Test
    void whatMayLoseDataIsDestructive() {
        Column legs = PetWorld.pet().requireColumn("legs");

        assertThat(new DropTable(PetWorld.TOY, null).isDestructive()).isTrue();
        assertThat(new DropColumn(PetWorld.PET, "legs", null).isDestructive()).isTrue();
        assertThat(new AlterColumn(PetWorld.PET, legs, legs.withType(SqlType.smallint())).isDestructive())
                .isTrue();
        assertThat(new AlterColumn(PetWorld.PET, legs, legs.withType(SqlType.bigint())).isDestructive())
                .isFalse();
        assertThat(new DropIndex(PetWorld.PET, "ix_pet_person_id", null).isDestructive())
                .isFalse();
        assertThat(new CreateSequence(new Sequence(TableName.of("s"), 1, 1)).isDestructive())
                .isFalse();
    }

    @Test
    void aUniqueConstraintIsDroppedAsAnIndexOnlyWhereItIsNoOtherThing() {
        Operation drop = new DropIndex(PetWorld.PERSON, "uq_person_email", null);

        assertThatThrownBy(() -> rendered(drop, "postgresql://localhost/pets"))
                .isInstanceOf(OperationException.class)
                .hasMessage("MIG-001: Cannot drop index \"uq_person_email\" of table \"person\":"
                        + " it is a unique constraint. Drop it by dropUnique.");
        assertThat(rendered(drop, "mariadb://localhost/pets"))
                .containsExactly(new DdlStep.Sql("alter table person drop index uq_person_email"));
    }

    private static List<DdlStep> rendered(Operation operation, String dsn) {
        try (Engine engine = Engine.create(dsn)) { // never connected to
            return operation.render(engine.dialect(), PetWorld.schema());
        }
    }

    @Test
    void termsAreTheTreeThatRenderersSee() {
        assertThat(Term.column("a").plus(1).gt(Term.column("b")).expression().toString())
                .isEqualTo(new Term(Term.column("a").plus(1).expression())
                        .gt(Term.column("b"))
                        .expression()
                        .toString());
        assertThat(Term.column("a").expression()).isEqualTo(new ColumnRef("", "a", ValueType.STRING));
    }

    /** A dropped column comes back as the last one, which nobody counts as a difference. */
    private static Schema byName(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .sorted(java.util.Comparator.comparing(Column::name))
                        .toList()))
                .toList());
    }

    @Test
    void aColumnThatAnotherTablePointsAtIsNotDropped() {
        Schema schema = PetWorld.schema().with(PetWorld.person().withPrimaryKey(null));

        assertThatThrownBy(() -> new DropColumn(PetWorld.PERSON, "id", null).applyTo(schema))
                .hasMessage("MIG-001: Cannot drop column \"id\" of table \"person\": foreign key"
                        + " \"fk_pet_person_id\" of table \"pet\" uses it. Drop that first.");
    }
}
