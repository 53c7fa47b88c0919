// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Creates people, pets and toys. */
@Revision(id = "1b7e02c55f10")
public final class R1b7e02c55f10_CreatesPeoplePetsAndToys implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("person", t -> {
            t.identity("id", bigint());
            t.column("name", varchar(40)).notNull();
            t.column("email", varchar(200));
            t.primaryKey("pk_person", "id");
            t.unique("uq_person_email", "email");
        });
        op.createTable("pet", t -> {
            t.identity("id", bigint());
            t.column("person_id", bigint()).notNull();
            t.column("name", varchar(40)).notNull();
            t.column("legs", integer()).notNull().defaultTo(4);
            t.primaryKey("pk_pet", "id");
            t.foreignKey("fk_pet_person_id", "person_id")
                    .references("person", "id")
                    .onDelete(CASCADE);
            t.check("ck_pet_legs", column("legs").between(0, 8));
            t.index("ix_pet_person_id", "person_id");
        });
        op.createTable("toy", t -> {
            t.identity("id", bigint());
            t.column("pet_id", bigint()).notNull();
            t.column("price", decimal(8, 2)).notNull();
            t.primaryKey("pk_toy", "id");
            t.foreignKey("fk_toy_pet_id", "pet_id").references("pet", "id").onDelete(CASCADE);
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("toy");
        op.dropTable("pet");
        op.dropTable("person");
    }
}
