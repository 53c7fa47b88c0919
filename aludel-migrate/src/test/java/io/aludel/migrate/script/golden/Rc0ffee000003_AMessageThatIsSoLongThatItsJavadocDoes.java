// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script.golden;

import static io.aludel.core.schema.ForeignKey.Action.RESTRICT;
import static io.aludel.core.schema.ForeignKey.Action.SET_NULL;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.nativeType;
import static io.aludel.core.type.SqlType.timestampWithTimeZone;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.currentTimestamp;

import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/**
 * A message that is so long that its Javadoc does not fit on one line with its two comment marks around it, or does it
 */
@Revision(id = "c0ffee000003", parent = "c0ffee000002")
public final class Rc0ffee000003_AMessageThatIsSoLongThatItsJavadocDoes implements Migration {
    @Override
    public void up(Operations op) {
        op.inSchema("app").createTable("odd", t -> {
            t.column("id", integer()).notNull().identityAlways(100, 10);
            t.column("n", new StandardType(TypeKind.DECIMAL, -1, -1)).notNull();
            t.column("x", nativeType("postgresql", "citext"));
            t.column("at", timestampWithTimeZone()).defaultTo(currentTimestamp());
            t.column("twice", integer()).computedStored(column("id").times(2));
            t.primaryKey("pk_odd", "id", "n");
            t.unique("uq_odd", "n");
            t.foreignKey("fk_odd_with_a_name_that_is_long_enough_to_break_the_line", "id", "n")
                    .referencesIn("app", "even", "id", "n")
                    .onDelete(SET_NULL)
                    .onUpdate(RESTRICT)
                    .initiallyDeferred();
            t.index("ix_odd", "x", "n").unique();
            t.option("without rowid");
            t.comment("odd");
        });
        op.addForeignKey("fk_person_to_a_table_with_a_long_name", "person", "id")
                .references("a_table_with_a_very_long_name_that_nobody_wants", "id");
    }

    @Override
    public void down(Operations op) {
        op.dropForeignKey("fk_person_to_a_table_with_a_long_name", "person");
        op.inSchema("app").dropTable("odd");
    }
}
