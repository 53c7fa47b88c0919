// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.rawSql;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** What only some databases have */
@Revision(id = "c0ffee000005", parent = "c0ffee000004")
public final class Rc0ffee000005_WhatOnlySomeDatabasesHave implements Migration {
    @Override
    public void up(Operations op) {
        op.addPrimaryKey("pk_loose", "loose", "id").include("note").deferrable();
        op.addUnique("uq_person_name", "person", "name")
                .include("email")
                .nullsNotDistinct()
                .initiallyDeferred();
        op.addForeignKey("fk_toy_giver", "toy", "id")
                .references("person", "id")
                .matchFull()
                .notValid()
                .deferrable();
        op.addCheck("ck_person_name", "person", column("name").ne("")).notValid();
        op.createIndex(
                        "ix_person_name",
                        "person",
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
        op.addExclusion(
                        "ex_pet_name",
                        "pet",
                        column("name").with("="),
                        column("legs").plus(1).with("="))
                .using("btree")
                .where(column("legs").gt(3))
                .initiallyDeferred();
        op.addExclusion("ex_plain", "pet", column("name").with("="));
        op.addColumn("tag", "number", bigint())
                .notNull()
                .identityAlways(5, 2)
                .minimum(1)
                .maximum(5000000000L)
                .cache(20)
                .cycle();
        op.createSequence("numbers", -5000000000L, -5)
                .type(bigint())
                .minimum(-6000000000L)
                .maximum(-1)
                .cache(3)
                .cycle()
                .ownedBy("toy", "id")
                .comment("It's for toys");
        op.alterSequence("tickets", s -> {
            s.from(1, 1);
            s.to(1, 10).type(integer()).maximum(999).comment("by tens");
        });
        op.createEnumType("size", "small", "it's \"big\"");
        op.dropEnumType("mood");
        op.renameEnumType("mood", "feeling");
        op.renameEnumValue("mood", "glad", "it's \"fine\"");
        op.addEnumValue("mood", "so-so").before("glad");
        op.dropEnumValue("mood", "sad");
        op.renameSequence("tickets", "coupons");
        op.invalidateConstraint("ck_pet_legs", "pet");
        op.invalidateConstraint("fk_toy_pet_id", "toy");
        op.createDomain("email", varchar(200))
                .notNull()
                .defaultTo("a@b")
                .check("ck_email", rawSql("postgresql", "value like '%@%'"))
                .collation("C")
                .comment("An address");
        op.createDomain("plain", text());
        op.on("postgresql").createView("tame", "select id, name\nfrom pet\nwhere legs > 0");
        op.on("postgresql").createView("tame", "select id, name\nfrom pet\nwhere legs > 0", v -> {
            v.columns("number", "called");
            v.materialized();
            v.option("fillfactor=70");
            v.index("ix_tame", "number").unique();
            v.comment("Those that have legs");
        });
        op.on("postgresql", "sqlite").createView("named", "select name from pet");
        op.on("postgresql")
                .createFunction("twice", "integer, text", "create function twice …")
                .comment("doubles");
        op.on("postgresql").createProcedure("tidy", "integer, text", "create procedure tidy …");
        op.on("postgresql").createAggregate("most", "integer, text", "create aggregate most …");
        op.on("sqlite")
                .createTrigger("touch", "pet", "create trigger touch after update on pet begin\n    select 1;\nend");
        op.createSchema("zoo");
        op.on("sqlite").createIndex("ix_pet_legs", "pet", "legs");
    }

    @Override
    public void down(Operations op) {
        op.on("sqlite").dropIndex("ix_pet_legs", "pet");
        op.dropSchema("zoo");
        op.on("sqlite").dropTrigger("touch", "pet");
        op.on("postgresql").dropAggregate("most", "integer, text");
        op.on("postgresql").dropProcedure("tidy", "integer, text");
        op.on("postgresql").dropFunction("twice", "integer, text");
        op.on("postgresql", "sqlite").dropView("named");
        op.on("postgresql").dropView("tame");
        op.on("postgresql").dropView("tame");
        op.dropDomain("plain");
        op.dropDomain("email");
        op.validateConstraint("fk_toy_pet_id", "toy");
        op.validateConstraint("ck_pet_legs", "pet");
        op.renameSequence("coupons", "tickets");
        op.addEnumValue("mood", "sad").before("glad");
        op.dropEnumValue("mood", "so-so");
        op.renameEnumValue("mood", "it's \"fine\"", "glad");
        op.renameEnumType("feeling", "mood");
        op.createEnumType("mood", "sad", "glad");
        op.dropEnumType("size");
        op.alterSequence("tickets", s -> {
            s.from(1, 10).type(integer()).maximum(999).comment("by tens");
            s.to(1, 1);
        });
        op.dropSequence("numbers");
        op.dropColumn("tag", "number");
        op.dropExclusion("ex_plain", "pet");
        op.dropExclusion("ex_pet_name", "pet");
        op.dropIndex("ix_person_name", "person");
        op.dropCheck("ck_person_name", "person");
        op.dropForeignKey("fk_toy_giver", "toy");
        op.dropUnique("uq_person_name", "person");
        op.dropPrimaryKey("pk_loose", "loose");
    }
}
