// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import java.util.Map;

/** A parent table with children that go with it, and everything else that a rebuild may lose. */
final class School {
    private School() {}

    static void create(TestConnection database) {
        for (String sql : new String[] {
            "create table parent (id integer primary key autoincrement, name text, note text, boss integer"
                    + " references parent on delete set null)",
            "create index ix_parent_name on parent (name) where name is not null",
            "create index ix_parent_upper on parent (upper(name) desc)",
            "create table child (id integer primary key, parent_id integer not null references parent on delete cascade,"
                    + " constraint uq_child unique (id, parent_id))",
            "create table node (id integer primary key, up integer references node on delete cascade, name text)",
            "create table journal (log text)",
            "create view parents as select id, name from parent",
            "create view named as select name from parents where name > 'a'",
            "create trigger tr_parent after insert on parent begin insert into journal values ('parent ' || new.id); end",
            "create trigger tr_child after insert on child begin update parent set note = 'has child' where id ="
                    + " new.parent_id; end",
            "create trigger tr_view instead of insert on parents begin insert into parent (name) values (new.name); end",
            "insert into parent (id, name) values (1, 'one'), (2, 'two'), (3, 'three'), (7, 'seven')",
            "insert into parent (name) select 'gone' where 0",
            "update parent set boss = 1 where id = 2",
            "insert into child values (1, 1), (2, 1), (3, 2), (4, 3)",
            "insert into node values (1, null, 'a'), (2, 1, 'b'), (3, 2, 'c')",
            "insert into journal values ('parent 4')"
        }) {
            database.execute(sql);
        }
    }

    static DdlStep.Rebuild renamedToText(Table parent) {
        return new DdlStep.Rebuild(parent, parent.withColumn(Column.nullable("note", SqlType.varchar(9))), Map.of());
    }

    static void assertComplete(TestConnection database) {
        assertThat(database.values("select count(*) from child")).containsExactly(4);
        assertThat(database.values("select id from parent where id < 4 order by id"))
                .containsExactly(1, 2, 3);
        assertThat(database.values("select boss from parent where id = 2")).containsExactly(1);
        assertThat(database.values("select note from parent where id = 3")).containsExactly("has child");
        assertThat(database.values("select count(*) from named")).first().isNotEqualTo(0);
        assertThat(database.values("select seq from sqlite_sequence where name = 'parent'"))
                .containsExactly(7);
        assertThat(database.values("select name from sqlite_schema where type in ('trigger', 'index', 'view')"
                        + " and sql is not null order by name"))
                .containsExactly(
                        "ix_parent_name", "ix_parent_upper", "named", "parents", "tr_child", "tr_parent", "tr_view");
    }
}
