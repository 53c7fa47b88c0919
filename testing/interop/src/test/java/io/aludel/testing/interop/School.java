// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.interop;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;

/** A small history with what is hard for other tools: bodies with semicolons, texts with their words, rebuilds, steps outside a transaction. */
final class School {
    private static final String ODD = "it's; ${so} // and --";

    private School() {}

    static ScriptSource scripts() {
        return ScriptSource.of(new R1(), new R2(), new R3(), new R4(), new R5());
    }

    /** First tables. */
    @Revision(id = "a00000000001")
    static final class R1 implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("pupils", t -> {
                t.column("id", bigint()).notNull();
                t.column("name", varchar(40)).notNull().defaultTo(ODD);
                t.primaryKey("pk_pupils", "id");
            });
            op.createTable("grades", t -> {
                t.column("id", bigint()).notNull();
                t.column("pupil_id", bigint()).notNull();
                t.column("points", integer());
                t.primaryKey("pk_grades", "id");
                t.foreignKey("fk_grades_pupil", "pupil_id")
                        .references("pupils", "id")
                        .onDelete(CASCADE);
            });
            op.insertRows("pupils", "id", "name")
                    .row(1, "Ada")
                    .row(2, "Grace;\n-- what")
                    .keyedBy("id");
            op.insertRows("grades", "id", "pupil_id", "points").row(1, 1, 5).keyedBy("id");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("grades");
            op.dropTable("pupils");
        }
    }

    /** A rebuild where the database has no other way. */
    @Revision(id = "a00000000002", parent = "a00000000001")
    static final class R2 implements Migration {
        @Override
        public void up(Operations op) {
            op.addCheck("ck_points", "grades", column("points").between(1, 12));
            op.alterColumn("pupils", "name", c -> {
                c.from(varchar(40)).notNull().defaultTo(ODD);
                c.to(varchar(60)).notNull().defaultTo(ODD);
            });
        }

        @Override
        public void down(Operations op) {
            op.alterColumn("pupils", "name", c -> {
                c.from(varchar(60)).notNull().defaultTo(ODD);
                c.to(varchar(40)).notNull().defaultTo(ODD);
            });
            op.dropCheck("ck_points", "grades");
        }
    }

    /** Bodies with semicolons. */
    @Revision(id = "a00000000003", parent = "a00000000002")
    static final class R3 implements Migration {
        @Override
        public void up(Operations op) {
            op.on("sqlite")
                    .createTrigger(
                            "tr_pupils",
                            "pupils",
                            "create trigger tr_pupils after update on pupils begin update grades set points = case when points > 1 then 1 else 2 end; select 1; end");
            op.on("postgresql")
                    .createFunction(
                            "bump",
                            "",
                            "create function bump() returns trigger language plpgsql as $body$\nbegin\n  -- a comment; with a semicolon\n  new.points := new.points + 1;\n  return new;\nend;\n$body$");
            op.on("postgresql")
                    .createTrigger(
                            "tr_grades",
                            "grades",
                            "create trigger tr_grades before update on grades for each row execute function bump()");
            op.on("mariadb")
                    .createTrigger(
                            "tr_pupils",
                            "pupils",
                            "create trigger tr_pupils before update on pupils for each row begin if new.id > 5 then set new.name = 'a;b'; end if; set new.id = new.id; end");
            op.createIndex("ix_points", "grades", "points");
        }

        @Override
        public void down(Operations op) {
            op.dropIndex("ix_points", "grades");
            op.on("postgresql").dropTrigger("tr_grades", "grades");
            op.on("postgresql").dropFunction("bump", "");
            op.on("mariadb").dropTrigger("tr_pupils", "pupils");
            op.on("sqlite").dropTrigger("tr_pupils", "pupils");
        }
    }

    /** Outside a transaction, after something that is within one. */
    @Revision(id = "a00000000004", parent = "a00000000003")
    static final class R4 implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("pupils", "born", integer());
            op.createIndex("ix_born", "pupils", "born").concurrently();
        }

        @Override
        public void down(Operations op) {
            op.dropIndex("ix_born", "pupils");
            op.dropColumn("pupils", "born");
        }
    }

    /** No way back. */
    @Revision(id = "a00000000005", parent = "a00000000004")
    static final class R5 implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("update pupils set name = 'gone' where id = 2").schemaNeutral();
        }

        @Override
        public void down(Operations op) {
            op.irreversible("The name is lost.");
        }
    }
}
