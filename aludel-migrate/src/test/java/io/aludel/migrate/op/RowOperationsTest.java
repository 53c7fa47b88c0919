// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TAG;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.PetWorld;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that have to do with the rows that are there. */
class RowOperationsTest {
    private static final Column WINGS = Column.notNull("wings", SqlType.integer());

    @Test
    void tellsWhichTableMustBeEmpty() {
        Default two = new Default.Of(Term.value(2).expression());

        assertThat(new AddColumn(PET, WINGS).requiresEmptyTable()).contains(PET);
        assertThat(new OnDialects(List.of("h2"), new AddColumn(PET, WINGS)).requiresEmptyTable())
                .contains(PET);
        assertThat(new IfNeeded(new AddColumn(PET, WINGS)).requiresEmptyTable()).contains(PET);
        assertThat(new AddColumn(PET, WINGS, Term.value(2).expression()).requiresEmptyTable())
                .isEmpty();
        assertThat(new AddColumn(PET, WINGS.withNullable(true)).requiresEmptyTable())
                .isEmpty();
        assertThat(new AddColumn(PET, WINGS.withDefault(two)).requiresEmptyTable())
                .isEmpty();
        assertThat(new AddColumn(PET, WINGS.withGeneration(Generation.Identity.STANDARD)).requiresEmptyTable())
                .isEmpty();
        assertThat(new DropColumn(PET, "legs", null).requiresEmptyTable()).isEmpty();
    }

    @Test
    void aDroppedColumnComesBackWithItsDefaultOrItsFillOrIntoAnEmptyTableOnly() {
        assertThat(back(new DropColumn(TOY, "price", null)).requiresEmptyTable())
                .contains(TOY);
        assertThat(back(new DropColumn(TOY, "price", null, Term.value(0).expression()))
                        .requiresEmptyTable())
                .isEmpty();
        assertThat(back(new DropColumn(PET, "legs", null)).requiresEmptyTable()).isEmpty();
    }

    private static Operation back(Operation operation) {
        return ((Reversal.By) operation.withFormer(PetWorld.schema()).reverse()).operation();
    }

    @Test
    void rowsAreTakenAwayAgainByTheirKeyOnly() {
        List<List<Expression>> rows = List.of(List.of(Term.value("a").expression()));

        assertThat(new InsertRows(TAG, List.of("code"), rows, List.of()).reverse())
                .isEqualTo(
                        new Reversal.Impossible("Cannot reverse \"insert 1 row into table \"tag\"\": nothing says which"
                                + " rows they are. Say keyedBy(…), or write down() by hand."));
        InsertRows keyed = new InsertRows(TAG, List.of("code"), rows, List.of("code"));
        Operation delete = ((Reversal.By) keyed.reverse()).operation();
        assertThat(delete)
                .isEqualTo(new DeleteRows(TAG, Term.column("code").eq("a").expression(), keyed));
        assertThat(delete.reverse()).isEqualTo(new Reversal.By(keyed));
    }

    @Test
    void whatIsChangedOrDeletedDoesNotComeBack() {
        assertThat(new UpdateRows(PET, Map.of("legs", Term.value(3).expression()), null).reverse())
                .isEqualTo(new Reversal.Impossible(
                        "Cannot reverse \"update \"legs\" of table \"pet\"\": the former values are"
                                + " not recorded. Write down() by hand."));
        assertThat(new DeleteRows(PET, null, null).reverse())
                .isEqualTo(new Reversal.Impossible(
                        "Cannot reverse \"delete rows of table \"pet\"\": the rows are not recorded."
                                + " Write down() by hand."));
        assertThat(new IfNeeded(new DropTable(TOY, null))
                        .withFormer(PetWorld.schema())
                        .reverse())
                .isEqualTo(new Reversal.Impossible(
                        "Cannot reverse \"drop table \"toy\" if it is there\": whether there was"
                                + " something to do is known to the database only. Write down() by hand."));
    }

    static Stream<Arguments> misfits() {
        TableName mood = TableName.of("mood");
        return Stream.of(
                Arguments.of(
                        new UpdateRows(PET, Map.of("wings", Term.value(3).expression()), null),
                        "update \"wings\" of table \"pet\": table \"pet\" has no column \"wings\"; it has \"id\","
                                + " \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new InsertSelected(
                                TAG, PET, Map.of("code", Term.column("wings").expression()), null),
                        "insert rows of \"pet\" into table \"tag\": table \"pet\" has no column \"wings\"; it has \"id\","
                                + " \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new DeleteRows(PET, Term.column("wings").eq(2).expression(), null),
                        "delete rows of table \"pet\": table \"pet\" has no column \"wings\"; it has \"id\", \"person_id\","
                                + " \"name\", \"legs\"."),
                Arguments.of(
                        new RenameConstraint(PET, "ck", "ck_2"),
                        "rename constraint \"ck\" of table \"pet\" to \"ck_2\": table \"pet\" has no constraint \"ck\"; it has"
                                + " \"pk_pet\", \"fk_pet_person_id\", \"ck_pet_legs\"."),
                Arguments.of(
                        new RenameConstraint(PET, "ck_pet_legs", "pk_pet"),
                        "rename constraint \"ck_pet_legs\" of table \"pet\" to \"pk_pet\": table \"pet\" has constraint"
                                + " \"pk_pet\" already."),
                Arguments.of(
                        new RenameIndex(PET, "ix", "ix_2"),
                        "rename index \"ix\" of table \"pet\" to \"ix_2\": table \"pet\" has no index \"ix\"; it has"
                                + " \"ix_pet_person_id\"."),
                Arguments.of(
                        new ValidateConstraint(PET, "ck", true),
                        "validate constraint \"ck\" of table \"pet\": table \"pet\" has no foreign key or check \"ck\"; it has"
                                + " \"fk_pet_person_id\", \"ck_pet_legs\"."),
                Arguments.of(
                        new DropEnumValue(mood, "bad", null, null),
                        "drop value \"bad\" of enum type \"mood\": it has no such value; it has \"sad\", \"glad\"."),
                Arguments.of(
                        new DropEnumValue(mood, "sad", "bad", null),
                        "drop value \"sad\" of enum type \"mood\": it has no other value \"bad\" that rows could get; it has"
                                + " \"sad\", \"glad\"."),
                Arguments.of(
                        new RenameEnumValue(mood, "sad", "glad"),
                        "rename value \"sad\" of enum type \"mood\" to \"glad\": it has a value \"glad\" already."),
                Arguments.of(
                        new RenameEnumType(mood, TableName.of("app", "mood")),
                        "rename enum type \"mood\" to \"app.mood\": it is renamed within its schema only."));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void saysWhatIsInItsWay(Operation operation, String message) {
        assertThatThrownBy(() -> operation.applyTo(EveryOperation.schema())).hasMessage("MIG-001: Cannot " + message);
    }

    @Test
    void refusesWhatMakesNoSense() {
        Operations op = new Operations();

        op.insertRows("tag", "code", "title").row("a", "x").row("b");
        assertThatThrownBy(op::operations)
                .hasMessage("Row 2 for table \"tag\" has 1 values for 2 columns; give one for each.");
        assertThatThrownBy(() ->
                        recorded(one -> one.insertRows("tag", "code").row("a").keyedBy("title")))
                .hasMessageContaining("keyed by [title]");
        assertThatThrownBy(() -> recorded(one -> one.update("tag")))
                .hasMessage("The update of table \"tag\" changes nothing; say set(…), or leave the step out.");
        assertThatThrownBy(() -> recorded(one -> one.createTable(
                        "t", t -> t.column("a", SqlType.integer()).fill(1))))
                .hasMessageContaining("new table, which has no rows to fill");
        assertThatThrownBy(() -> recorded(one -> one.createTable("t", t -> {
                    t.column("a", SqlType.integer());
                    t.index("ix", "a").concurrently();
                })))
                .hasMessageContaining("leave concurrently() out");
        assertThatThrownBy(() -> recorded(
                        one -> one.addColumn("t", "a", SqlType.integer()).using("h2", "1")))
                .hasMessageContaining("say using(…) in alterColumn");
        assertThatThrownBy(() -> recorded(one -> one.ifExists().createSchema("zoo")))
                .hasMessage(
                        "\"create schema \"zoo\"\" is said after ifExists(), which is for what is dropped; say ifNotExists().");
        assertThatThrownBy(() -> recorded(one -> one.ifExists().renameTable("a", "b")))
                .hasMessageContaining("has no ifExists or ifNotExists");
    }

    private static List<Operation> recorded(Consumer<Operations> way) {
        Operations op = new Operations();
        way.accept(op);
        return op.operations();
    }
}
