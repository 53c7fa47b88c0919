// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.ScratchPlace;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Reversal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a model does not mention stays as it is; what it does is told without asking a database. */
class UnmanagedObjectsTest {
    private static final TableName MOOD = TableName.of("mood");
    private static final Schema PETS = PetWorld.schema();

    private final Dialect dialect;

    UnmanagedObjectsTest() {
        try (Engine engine = Engine.create("postgresql://nobody@nowhere/nothing")) {
            dialect = engine.dialect();
        }
    }

    private static ScratchPlace none() {
        throw new AssertionError("a scratch place was asked for");
    }

    private SchemaDifference difference(Schema model, Schema live) {
        return new SchemaDiffer(dialect, UnmanagedObjectsTest::none).diff(model, live, Set.of());
    }

    private List<Operation> operations(EnumType wanted, EnumType found) {
        SchemaDifference difference =
                difference(PETS.withEnumTypes(List.of(wanted)), PETS.withEnumTypes(List.of(found)));
        assertThat(difference.undecided()).isEmpty();
        return difference.operations();
    }

    @Test
    void whatTheModelDoesNotMentionIsNotDropped() {
        Definition text = new Definition("postgresql", "select 1");
        Schema live = PETS.withEnumTypes(List.of(EnumType.of(MOOD, "sad")))
                .withDomains(List.of(Domain.of(TableName.of("email"), SqlType.text())))
                .withViews(List.of(View.of(TableName.of("tame"), text)))
                .withRoutines(List.of(new Routine(Routine.Kind.FUNCTION, TableName.of("twice"), "", text, null)))
                .withTriggers(List.of(new Trigger(TableName.of("touch"), PetWorld.PET, text)))
                .withSequences(List.of(
                        new Sequence(TableName.of("owned"), 1, 1).withOwner(new Sequence.Owner(PetWorld.PET, "id"))));

        assertThat(difference(PETS, live)).isEqualTo(new SchemaDifference(List.of(), List.of()));
    }

    @Test
    void anEnumTypeIsCreatedBeforeWhatHasIt() {
        EnumType mood = EnumType.of(MOOD, "sad", "glad");
        Table day = Table.of(
                TableName.of("day"), List.of(Column.nullable("mood", SqlType.namedEnum("mood", "sad", "glad"))));

        assertThat(difference(Schema.of(day).withEnumTypes(List.of(mood)), Schema.EMPTY)
                        .operations())
                .extracting(Operation::describe)
                .containsExactly("create enum type \"mood\"", "create table \"day\"");
        assertThat(new CreateEnumType(mood).reverse()).isInstanceOf(Reversal.By.class);
    }

    @Test
    void valuesAreAddedWhereTheModelHasThem() {
        EnumType found = EnumType.of(MOOD, "sad", "glad");

        assertThat(operations(found, found)).isEmpty();
        assertThat(operations(EnumType.of(MOOD, "sad", "glad", "great"), found))
                .containsExactly(new AddEnumValue(MOOD, "great", null));
        EnumType wanted = EnumType.of(MOOD, "awful", "bad", "sad", "so-so", "glad", "good", "great");
        List<Operation> additions = operations(wanted, found);
        assertThat(additions)
                .containsExactly(
                        new AddEnumValue(MOOD, "great", null),
                        new AddEnumValue(MOOD, "good", "great"),
                        new AddEnumValue(MOOD, "so-so", "glad"),
                        new AddEnumValue(MOOD, "bad", "sad"),
                        new AddEnumValue(MOOD, "awful", "bad"));
        Schema schema = Schema.EMPTY.withEnumTypes(List.of(found));
        for (Operation addition : additions) {
            schema = addition.applyTo(schema);
        }
        assertThat(schema.enumTypes()).containsExactly(wanted);
    }

    @Test
    void valuesThatMoveOrMayBeRenamedAreUndecided() {
        EnumType found = EnumType.of(MOOD, "sad", "glad");
        for (EnumType wanted : List.of(EnumType.of(MOOD, "glad", "sad"), EnumType.of(MOOD, "sad", "happy"))) {
            SchemaDifference difference =
                    difference(PETS.withEnumTypes(List.of(wanted)), PETS.withEnumTypes(List.of(found)));

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.undecided())
                    .singleElement()
                    .asString()
                    .startsWith("enum type \"mood\": cannot tell: ");
        }
        assertThat(new EnumTypeComparison(EnumType.of(MOOD, "sad", "happy"), found).undecided())
                .hasToString("enum type \"mood\": cannot tell: the database has the values \"sad\", \"glad\","
                        + " the model \"sad\", \"happy\". A renamed value is not told from one that went and another that came, and"
                        + " none is put in another place: say it in a script, with renameEnumValue, or dropEnumValue and"
                        + " addEnumValue.");
    }

    @Test
    void aColumnOfANamedTypeIsAsTheDatabaseDeclaresIt() {
        TableName day = TableName.of("day");
        Table model = Table.of(
                day,
                List.of(
                        Column.nullable("mood", SqlType.namedEnum("mood", "sad")),
                        Column.nullable("inet", SqlType.varchar(43).on("postgresql", "inet")),
                        Column.nullable("notes", SqlType.array(SqlType.varchar(10)))));
        Table live = Table.of(
                day,
                List.of(
                        Column.nullable("mood", SqlType.nativeType("postgresql", "mood")),
                        Column.nullable("inet", SqlType.nativeType("postgresql", "inet")),
                        Column.nullable("notes", SqlType.array(SqlType.varchar(10)))));

        assertThat(difference(Schema.of(model), Schema.of(live)).isEmpty()).isTrue();
    }

    @Test
    void aTableOfWhichAPartCouldNotBeReadIsNeitherComparedNorDropped() {
        Schema live = PETS.with(PetWorld.pet().withIndexes(List.of()))
                .withUnreadable(List.of(
                        new Unreadable(ObjectKind.TABLE, PetWorld.PET, "index \"ix\"", "It is invalid."),
                        new Unreadable(ObjectKind.TABLE, PetWorld.TOY, "column \"x\"", "It is odd."),
                        new Unreadable(ObjectKind.VIEW, TableName.of("v"), null, "No right.")));

        SchemaDifference difference = difference(PETS.without(PetWorld.TOY), live);

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.undecided())
                .extracting(Undecided::toString)
                .containsExactly(
                        "index \"ix\" of table \"pet\": cannot tell: It is invalid.",
                        "column \"x\" of table \"toy\": cannot tell: It is odd.");
    }

    @Test
    void aChangedSequenceIsSaidInTheModelsWordsWhereNothingDiffers() {
        Sequence model = new Sequence(TableName.of("s"), 1, 50).withComment("new");
        Sequence.Owner owner = new Sequence.Owner(PetWorld.PET, "id");
        Sequence canonical = model.withType(SqlType.bigint())
                .withNumbering(model.numbering().within(1L, Long.MAX_VALUE).withCache(32));
        Sequence live = canonical
                .withOwner(owner)
                .withComment(null)
                .withNumbering(canonical.numbering().withCycle(true));

        assertThat(new SequenceComparison(dialect, model, canonical, live).change())
                .contains(new AlterSequence(
                        model.withOwner(owner)
                                .withComment(null)
                                .withNumbering(model.numbering().withCycle(true)),
                        model.withOwner(owner)));
        assertThat(new SequenceComparison(dialect, model, canonical, canonical).change())
                .isEmpty();
        assertThat(new SequenceComparison(dialect, model, model, model.withType(SqlType.integer())).change())
                .contains(new AlterSequence(model.withType(SqlType.integer()), model));
    }
}
