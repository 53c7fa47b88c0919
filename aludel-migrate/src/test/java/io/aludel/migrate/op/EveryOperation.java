// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TAG;
import static io.aludel.migrate.PetWorld.TOY;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.PetWorld;
import java.util.List;
import java.util.stream.Stream;

/** One operation of each kind that can be reversed, all of which fit {@link PetWorld#schema()}. */
public final class EveryOperation {
    private static final TableName SHOP = TableName.of("shop");

    private EveryOperation() {}

    /** Those that every database knows. */
    public static Stream<Operation> portable() {
        Table shop = Table.of(
                        SHOP,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("owner_id", SqlType.bigint()),
                                Column.nullable("opened_on", SqlType.date())))
                .withPrimaryKey(new PrimaryKey("pk_shop", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_shop_owner_id", List.of("owner_id"), PERSON, List.of("id"))));
        Column price = PetWorld.toy().requireColumn("price");
        return Stream.<Operation>of(
                        new CreateTable(shop),
                        new DropTable(TOY, null),
                        new RenameTable(TOY, TableName.of("plaything")),
                        new RenameTable(PERSON, TableName.of("human")),
                        new CommentTable(TOY, "It's what \"pets\" play with", null),
                        new AddColumn(PERSON, Column.nullable("born_on", SqlType.date())),
                        new AddColumn(
                                PERSON,
                                Column.notNull("points", SqlType.integer())
                                        .withDefault(
                                                new Default.Of(Term.value(0).expression()))),
                        new DropColumn(TOY, "price", null),
                        new AlterColumn(TOY, price, price.withType(SqlType.decimal(10, 2))),
                        new AlterColumn(TOY, price, price.withNullable(true)),
                        new AlterColumn(
                                TOY,
                                price,
                                price.withDefault(new Default.Of(Term.value(new java.math.BigDecimal("9.99"))
                                        .expression()))),
                        new RenameColumn(PERSON, "id", "number"),
                        new RenameColumn(PET, "legs", "feet"),
                        new DropForeignKey(TOY, "fk_toy_pet_id", null),
                        new AddForeignKey(
                                TOY,
                                ForeignKey.of("fk_toy_giver", List.of("id"), PERSON, List.of("id"))
                                        .onUpdate(ForeignKey.Action.SET_NULL)),
                        new DropPrimaryKey(TAG, "pk_tag", null),
                        new DropUniqueKey(PERSON, "uq_person_email", null),
                        new AddUniqueKey(TOY, new UniqueKey("uq_toy_pet_price", List.of("pet_id", "price"))),
                        new DropCheck(PET, "ck_pet_legs", null),
                        new AddCheck(
                                PERSON,
                                new Check(
                                        "ck_person_name",
                                        Term.column("name").ne("").expression())),
                        new DropIndex(PET, "ix_pet_person_id", null),
                        new CreateIndex(PERSON, Index.of("ix_person_name", "name")))
                .map(operation -> operation.withFormer(PetWorld.schema()));
    }

    /** Those that only databases with sequences know. */
    public static Stream<Operation> ofSequences() {
        Sequence numbers = new Sequence(TableName.of("numbers"), 10, 5);
        return Stream.of(new CreateSequence(numbers));
    }

    /** All of them, with the schema that each fits. */
    static Stream<Operation> all() {
        return Stream.concat(portable(), ofSequences());
    }

    static Schema schema() {
        return PetWorld.schema();
    }
}
