// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.array;
import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.namedEnum;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.migrate.op.Term.column;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** A table with all that some have, and values that stay */
@Revision(id = "c0ffee000006", parent = "c0ffee000005")
public final class Rc0ffee000006_ATableWithAllThatSomeHaveAndValuesThat implements Migration {
    @Override
    public void up(Operations op) {
        op.inSchema("app").createTable("everything", t -> {
            t.column("id", bigint()).notNull().identity(10, 1).cache(7);
            t.column("name", namedEnum("mood", "sad", "glad"));
            t.column("email", array(text()));
            t.column("legs", integer());
            t.column("note", text());
            t.primaryKey("pk_loose", "id").include("note").deferrable();
            t.unique("uq_person_name", "name")
                    .include("email")
                    .nullsNotDistinct()
                    .initiallyDeferred();
            t.check("ck_person_name", column("name").ne("")).notValid();
            t.exclusion(
                            "ex_pet_name",
                            column("name").with("="),
                            column("legs").plus(1).with("="))
                    .using("btree")
                    .where(column("legs").gt(3))
                    .initiallyDeferred();
            t.index(
                            "ix_person_name",
                            column("name").nullsLast().collation("C"),
                            column("name").operatorClass("text_pattern_ops"),
                            column("name").desc().nullsFirst().prefix(10))
                    .unique()
                    .nullsNotDistinct()
                    .using("btree")
                    .include("email")
                    .option("fillfactor=70")
                    .option("deduplicate_items=off")
                    .where(column("email").isNotNull());
        });
        op.on("postgresql").inSchema("app").addColumn("everything", "more", integer());
        op.inSchema("app").addEnumValue("mood", "so-so").before("glad");
        op.addEnumValue("mood", "it's \"fine\"");
        op.dropEnumValue("mood", "it's").replacedBy("\"fine\"");
    }

    @Override
    public void down(Operations op) {
        op.addEnumValue("mood", "it's");
        op.dropEnumValue("mood", "it's \"fine\"");
        op.inSchema("app").dropEnumValue("mood", "so-so");
        op.on("postgresql").inSchema("app").dropColumn("everything", "more");
        op.inSchema("app").dropTable("everything");
    }
}
