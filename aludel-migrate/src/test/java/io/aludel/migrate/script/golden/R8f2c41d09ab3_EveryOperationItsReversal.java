// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.date;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.concat;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import java.math.BigDecimal;

/** Every operation &amp; its &lt;reversal&gt; */
@Revision(id = "8f2c41d09ab3", parent = "1b7e02c55f10")
public final class R8f2c41d09ab3_EveryOperationItsReversal implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("shop", t -> {
            t.identity("id", bigint());
            t.column("owner_id", bigint()).notNull();
            t.column("opened_on", date());
            t.primaryKey("pk_shop", "id");
            t.foreignKey("fk_shop_owner_id", "owner_id").references("person", "id");
        });
        // loses the rows of table "toy"
        op.dropTable("toy");
        op.renameTable("toy", "plaything");
        op.renameTable("person", "human");
        op.commentTable("toy", "It's what \"pets\" play with");
        op.addColumn("person", "born_on", date());
        op.addColumn("person", "points", integer()).notNull().defaultTo(0);
        // loses the values of column "price" of table "toy"
        op.dropColumn("toy", "price");
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2)).notNull();
            c.to(decimal(10, 2)).notNull();
        });
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2)).notNull();
            c.to(decimal(8, 2));
        });
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2)).notNull();
            c.to(decimal(8, 2)).notNull().defaultTo(new BigDecimal("9.99"));
        });
        op.renameColumn("person", "id", "number");
        op.renameColumn("pet", "legs", "feet");
        op.dropForeignKey("fk_toy_pet_id", "toy");
        op.addForeignKey("fk_toy_giver", "toy", "id").references("person", "id").onUpdate(CASCADE);
        op.dropPrimaryKey("pk_tag", "tag");
        op.dropUnique("uq_person_email", "person");
        op.addUnique("uq_toy_pet_price", "toy", "pet_id", "price");
        op.dropCheck("ck_pet_legs", "pet");
        op.addCheck("ck_person_name", "person", column("name").ne(""));
        op.dropIndex("ix_pet_person_id", "pet");
        op.createIndex("ix_person_name", "person", "name");
        op.renameIndex("ix_pet_person_id", "pet", "ix_pet_owner");
        op.renameConstraint("uq_person_email", "person", "uq_person_address");
        op.renameConstraint("fk_pet_person_id", "pet", "fk_pet_owner");
        op.renameConstraint("fk_toy_pet_id", "toy", "fk_toy_owner");
        op.renameConstraint("ck_pet_legs", "pet", "ck_pet_feet");
        op.renameConstraint("pk_person", "person", "pk_human");
        op.renameConstraint("pk_tag", "tag", "pk_label");
        op.addColumn("person", "born_in", varchar(40)).notNull().fill(concat("by ", column("name")));
        op.addColumn("person", "score", integer()).notNull().defaultTo(0).fill(7);
        // loses the values of column "name" of table "person"
        op.dropColumn("person", "name").fill("nobody");
        // takes NULL away from column "email" of table "person", for what is filled in
        op.alterColumn("person", "email", c -> {
            c.from(varchar(200));
            c.to(varchar(200)).notNull().fill("none");
        });
        op.createSequence("numbers", 10, 5);
    }

    @Override
    public void down(Operations op) {
        op.dropSequence("numbers");
        op.alterColumn("person", "email", c -> {
            c.from(varchar(200)).notNull().fill("none");
            c.to(varchar(200));
        });
        op.addColumn("person", "name", varchar(40)).notNull().fill("nobody");
        op.dropColumn("person", "score").fill(7);
        op.dropColumn("person", "born_in").fill(concat("by ", column("name")));
        op.renameConstraint("pk_label", "tag", "pk_tag");
        op.renameConstraint("pk_human", "person", "pk_person");
        op.renameConstraint("ck_pet_feet", "pet", "ck_pet_legs");
        op.renameConstraint("fk_toy_owner", "toy", "fk_toy_pet_id");
        op.renameConstraint("fk_pet_owner", "pet", "fk_pet_person_id");
        op.renameConstraint("uq_person_address", "person", "uq_person_email");
        op.renameIndex("ix_pet_owner", "pet", "ix_pet_person_id");
        op.dropIndex("ix_person_name", "person");
        op.createIndex("ix_pet_person_id", "pet", "person_id");
        op.dropCheck("ck_person_name", "person");
        op.addCheck("ck_pet_legs", "pet", column("legs").between(0, 8));
        op.dropUnique("uq_toy_pet_price", "toy");
        op.addUnique("uq_person_email", "person", "email");
        op.addPrimaryKey("pk_tag", "tag", "code");
        op.dropForeignKey("fk_toy_giver", "toy");
        op.addForeignKey("fk_toy_pet_id", "toy", "pet_id")
                .references("pet", "id")
                .onDelete(CASCADE);
        op.renameColumn("pet", "feet", "legs");
        op.renameColumn("person", "number", "id");
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2)).notNull().defaultTo(new BigDecimal("9.99"));
            c.to(decimal(8, 2)).notNull();
        });
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2));
            c.to(decimal(8, 2)).notNull();
        });
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(10, 2)).notNull();
            c.to(decimal(8, 2)).notNull();
        });
        op.addColumn("toy", "price", decimal(8, 2)).notNull();
        op.dropColumn("person", "points");
        op.dropColumn("person", "born_on");
        op.commentTable("toy", null);
        op.renameTable("human", "person");
        op.renameTable("plaything", "toy");
        op.createTable("toy", t -> {
            t.identity("id", bigint());
            t.column("pet_id", bigint()).notNull();
            t.column("price", decimal(8, 2)).notNull();
            t.primaryKey("pk_toy", "id");
            t.foreignKey("fk_toy_pet_id", "pet_id").references("pet", "id").onDelete(CASCADE);
        });
        op.dropTable("shop");
    }
}
