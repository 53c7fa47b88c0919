// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.rawSql;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Names that *&#47; hurt: &#92;u002a/ &#64;Revision Щука */
@Revision(
        id = "c0ffee000001",
        parent = {"1b7e02c55f10", "8f2c41d09ab3"})
public final class Rc0ffee000001_NamesThatHurtU002aRevision implements Migration {
    @Override
    public void up(Operations op) {
        op.inSchema("app")
                .addColumn(
                        "O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007",
                        "O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007",
                        varchar(40))
                .notNull()
                .defaultTo("O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007")
                .collation("C")
                .comment("O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007");
        op.addCheck("ck", "pet", rawSql("postgresql", "name ~ '^\\w'"));
    }

    @Override
    public void down(Operations op) {
        op.dropCheck("ck", "pet");
        op.inSchema("app")
                .dropColumn(
                        "O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007",
                        "O'Reilly \"quoted\" \\u0041 \u202e Щука\n\t\007");
    }
}
