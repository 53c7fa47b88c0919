// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.migrate.op.Term.coalesce;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.concat;
import static io.aludel.migrate.op.Term.not;
import static io.aludel.migrate.op.Term.nullValue;
import static io.aludel.migrate.op.Term.value;
import static io.aludel.migrate.op.Term.when;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Revision(id = "c0ffee000002", parent = "c0ffee000001")
public final class Rc0ffee000002 implements Migration {
    @Override
    public void up(Operations op) {
        op.addCheck(
                "ck_long",
                "toy",
                column("a")
                        .eq(1)
                        .and(column("b").ne("x").or(not(column("b").like("a%"))))
                        .and(column("a")
                                .plus(1L)
                                .times(new BigDecimal("2.50"))
                                .gt(column("a").minus(column("b"))))
                        .and(column("a")
                                .in(1, 2, (short) 3)
                                .or(column("b").isNotNull())
                                .or(column("a").isNull()))
                        .and(coalesce(column("a"), 0)
                                .lt(1.5)
                                .and(column("b").lower().trim().length().le(5)))
                        .and(when(column("a").ge(1), "one")
                                .when(column("a").ge(2), "two")
                                .otherwise("many")
                                .eq(column("b").upper()))
                        .and(column("a")
                                .cast(bigint())
                                .remainder(7)
                                .eq(value(3.5f).round(1)))
                        .and(concat(column("b"), "-", column("b"))
                                .startsWith("é")
                                .or(column("b")
                                        .endsWith("z")
                                        .or(column("b")
                                                .contains("q")
                                                .or(column("b").ilike("Q")))))
                        .and(column("a")
                                .dividedBy(2)
                                .eq(column("a").integerDividedBy(3).abs())));
        op.createIndex("ix_toy_lower", "toy", column("b").lower(), column("a").desc())
                .unique()
                .where(column("a")
                        .between(LocalDate.parse("2026-11-20"), Instant.parse("1970-01-01T00:00:00Z"))
                        .or(column("a")
                                .eq(UUID.fromString("00000000-0000-0001-0000-000000000002"))
                                .or(column("a").eq(true).or(column("a").eq(nullValue())))));
        op.sql("update toy set price = 0").schemaNeutral();
        // may lose anything: it does not say what it does
        op.sql("vacuum").on("postgresql");
    }

    @Override
    public void down(Operations op) {
        op.irreversible(
                "Cannot reverse \"execute update toy set price = 0\": only its author knows what undoes it. Write down() by hand.");
    }
}
