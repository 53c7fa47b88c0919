// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.migrate.op.Term;
import java.util.List;

/** People, their pets, the pets' toys, and tags that belong to nobody: the schema that tests change. */
public final class PetWorld {
    public static final TableName PERSON = TableName.of("person");
    public static final TableName PET = TableName.of("pet");
    public static final TableName TOY = TableName.of("toy");
    public static final TableName TAG = TableName.of("tag");

    private PetWorld() {}

    public static Schema schema() {
        return Schema.of(person(), pet(), toy(), tag());
    }

    public static Table person() {
        return Table.of(
                        PERSON,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40)),
                                Column.nullable("email", SqlType.varchar(200))))
                .withPrimaryKey(new PrimaryKey("pk_person", List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("uq_person_email", List.of("email"))));
    }

    /** A pet goes with its person. */
    public static Table pet() {
        return Table.of(
                        PET,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("person_id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40)),
                                Column.notNull("legs", SqlType.integer())
                                        .withDefault(
                                                new Default.Of(Term.value(4).expression()))))
                .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of("fk_pet_person_id", List.of("person_id"), PERSON, List.of("id"))
                        .onDelete(ForeignKey.Action.CASCADE)))
                .withChecks(List.of(new Check(
                        "ck_pet_legs",
                        new Term(new ColumnRef("", "legs", ValueType.INTEGER))
                                .between(0, 8)
                                .expression())))
                .withIndexes(List.of(Index.of("ix_pet_person_id", "person_id")));
    }

    public static Table toy() {
        return Table.of(
                        TOY,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("pet_id", SqlType.bigint()),
                                Column.notNull("price", SqlType.decimal(8, 2))))
                .withPrimaryKey(new PrimaryKey("pk_toy", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of("fk_toy_pet_id", List.of("pet_id"), PET, List.of("id"))
                        .onDelete(ForeignKey.Action.CASCADE)));
    }

    /** Its key is given, not numbered. */
    public static Table tag() {
        return Table.of(
                        TAG,
                        List.of(Column.notNull("code", SqlType.varchar(10)), Column.nullable("title", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk_tag", List.of("code")));
    }
}
