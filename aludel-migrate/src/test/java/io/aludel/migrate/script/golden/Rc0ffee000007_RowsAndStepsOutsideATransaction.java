// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.nullValue;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Rows, and steps outside a transaction */
@Revision(id = "c0ffee000007", parent = "c0ffee000006")
public final class Rc0ffee000007_RowsAndStepsOutsideATransaction implements Migration {
    @Override
    public void up(Operations op) {
        op.insertRows("tag", "code", "title")
                .row("a", nullValue())
                .row("b", "50 % \\ 'off'")
                .keyedBy("code");
        op.insertRows("tag", "title", "code").row("x", "c").keyedBy("title", "code");
        op.createIndex("ix_toy_price", "toy", "price").concurrently();
        op.replaceView("v", "select 2", v -> {
            v.columns("two");
        });
        op.on("postgresql")
                .replaceFunction("twice", "integer, text", "create function twice …")
                .comment("doubles");
        op.on("sqlite").replaceTrigger("touch", "pet", "create trigger touch after update on pet begin select 2; end");
        op.dropIndex("ix_pet_person_id", "pet").concurrently();
        // may lose values of column "price" of table "toy": integer does not hold every decimal(8, 2)
        op.alterColumn("toy", "price", c -> {
            c.from(decimal(8, 2)).notNull().using("h2", "price * 100").using("postgresql", "price * 100");
            c.to(integer()).notNull().fill(0).using("postgresql", "(price / 100)::integer");
        });
    }

    @Override
    public void down(Operations op) {
        op.alterColumn("toy", "price", c -> {
            c.from(integer()).notNull().fill(0).using("postgresql", "(price / 100)::integer");
            c.to(decimal(8, 2)).notNull().using("h2", "price * 100").using("postgresql", "price * 100");
        });
        op.createIndex("ix_pet_person_id", "pet", "person_id").concurrently();
        op.on("sqlite").replaceTrigger("touch", "pet", "create trigger touch after update on pet begin select 1; end");
        op.on("postgresql")
                .replaceFunction("twice", "integer, text", "create function twice …")
                .comment("doubles");
        op.replaceView("v", "select 1");
        op.dropIndex("ix_toy_price", "toy").concurrently();
        op.delete("tag").where(column("title").eq("x").and(column("code").eq("c")));
        op.delete("tag").where(column("code").in("a", "b"));
    }
}
