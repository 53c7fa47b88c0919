// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.text;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.nullValue;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Rows that do not come back */
@Revision(id = "c0ffee000008", parent = "c0ffee000007")
public final class Rc0ffee000008_RowsThatDoNotComeBack implements Migration {
    @Override
    public void up(Operations op) {
        op.update("pet")
                .set("legs", column("legs").plus(1))
                .where(column("name").startsWith("R"));
        op.insertFrom("pet", "tag")
                .set("code", column("name").lower())
                .where(column("legs").gt(3));
        op.update("tag").set("title", nullValue());
        op.delete("toy").where(column("price").eq(0));
        op.delete("toy");
        op.ifNotExists().addColumn("toy", "note", text());
        op.ifExists().inSchema("zoo").dropTable("cage");
        op.on("sqlite").ifExists().dropIndex("ix_old", "pet");
    }

    @Override
    public void down(Operations op) {
        op.irreversible(
                "Cannot reverse \"update \"legs\" of table \"pet\"\": the former values are not recorded. Write down() by hand.");
    }
}
