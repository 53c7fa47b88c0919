// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.type.SqlType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRebuildTest {
    private TestConnection database;

    @BeforeEach
    void open() {
        database = TestConnection.inMemory();
        School.create(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void writesItsStatementsInTheOrderThatLosesNothing() {
        Table before = Table.of(
                        TableName.of("note"),
                        List.of(Column.identity("id", SqlType.bigint()), Column.nullable("text", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_note", List.of("id")));
        Table after = before.withColumn(Column.notNull("text", SqlType.text()));
        Schema live = Schema.EMPTY.withTriggers(List.of(
                new Trigger(TableName.of("tr"), before.name(), new Definition("sqlite", "create trigger tr …"))));
        assertThat(String.join(
                        ";\n", database.dialect.ddl().rebuild(new DdlStep.Rebuild(before, after, Map.of()), live)))
                .isEqualTo("""
                        create temp table aludel_rebuild_guard (violations integer constraint "table note has columns that this migration does not know" check (violations = 0));
                        insert into temp.aludel_rebuild_guard select count(*) from pragma_table_xinfo('note', 'main') where lower(name) not in ('id', 'text');
                        drop table temp.aludel_rebuild_guard;
                        create temp table aludel_rebuild_guard (violations integer constraint "table note has indexes that this migration does not know" check (violations = 0));
                        insert into temp.aludel_rebuild_guard select count(*) from sqlite_schema where type = 'index' and sql is not null and lower(tbl_name) = 'note' and lower(name) not in ();
                        drop table temp.aludel_rebuild_guard;
                        create temp table aludel_rebuild_guard (violations integer constraint "table note has triggers that were not saved" check (violations = 0));
                        insert into temp.aludel_rebuild_guard select abs(count(*) - 1) from sqlite_schema where type = 'trigger' and lower(tbl_name) = 'note';
                        drop table temp.aludel_rebuild_guard;
                        create temp table aludel_rebuild_guard (violations integer constraint "table note has a temporary trigger, or a temporary table hides it" check (violations = 0));
                        insert into temp.aludel_rebuild_guard select count(*) from sqlite_temp_schema where lower(tbl_name) = 'note';
                        drop table temp.aludel_rebuild_guard;
                        pragma legacy_alter_table = on;
                        create table note__new (
                            id integer not null constraint pk_note primary key autoincrement,
                            text text not null
                        );
                        insert into note__new (id, text) select id, text from note;
                        create temp table aludel_rebuild_guard (violations integer constraint "column note.text has values that are no text" check (violations = 0));
                        insert into temp.aludel_rebuild_guard select count(*) from note__new where typeof(text) not in ('text', 'null');
                        drop table temp.aludel_rebuild_guard;
                        delete from sqlite_sequence where name = 'note__new' and exists (select 1 from sqlite_sequence where lower(name) = 'note');
                        insert into sqlite_sequence (name, seq) select 'note__new', seq from sqlite_sequence where lower(name) = 'note';
                        drop table note;
                        alter table note__new rename to note;
                        create trigger tr …;
                        pragma legacy_alter_table = off""");
    }

    @Test
    void keepsRowsCountersKeysIndexesTriggersAndViews() {
        Schema before = database.read();
        database.execute("delete from parent where id = 7"); // the counter remembers 7
        database.rebuild(School.renamedToText(database.read("parent")));
        School.assertComplete(database);
        assertThat(database.values("select log from journal")).contains("parent 4");
        assertThat(database.values("select id from parent where name = 'next'")).isEmpty();
        database.execute("insert into parent (name) values ('next')");
        assertThat(database.values("select id from parent where name = 'next'")).containsExactly(8);
        assertThat(database.read().without(TableName.of("parent"))).isEqualTo(before.without(TableName.of("parent")));
        assertThat(database.read("parent").indexes())
                .isEqualTo(before.requireTable(TableName.of("parent")).indexes());
        database.execute("delete from parent where id = 1");
        assertThat(database.values("select count(*) from child where parent_id = 1"))
                .containsExactly(0);
    }

    @Test
    void keepsTheCounterOfATableThatIsEmpty() {
        database.execute("delete from parent");
        database.rebuild(School.renamedToText(database.read("parent")));
        database.execute("insert into parent (name) values ('next')");
        assertThat(database.values("select id from parent")).containsExactly(8);
    }

    @Test
    void rebuildsATableThatPointsAtItself() {
        Table node = database.read("node");
        database.rebuild(
                new DdlStep.Rebuild(node, node.withColumn(Column.nullable("extra", SqlType.text())), Map.of()));
        assertThat(database.values("select count(*) from node")).containsExactly(3);
        assertThat(database.read("node").foreignKeys()).isEqualTo(node.foreignKeys());
        database.execute("delete from node where id = 1");
        assertThat(database.values("select count(*) from node")).containsExactly(0);
    }

    @Test
    void keepsComputedColumnsAndHostileNames() {
        database.run(database.dialect.ddl().createAll(Pets.ALL));
        database.execute("insert into person (id, name) values (1, 'Ann')");
        database.execute("insert into pet (owner_id, name, \"value\") values (1, 'Rex', 3)");
        database.execute("insert into \"Группы \"\"x\"\" [y]; --\" values (1, 'ж', 'it''s', null)");
        Schema before = database.read();
        for (Table table :
                List.of(database.read("pet"), database.read(Pets.HOSTILE.name().name()))) {
            Table after = table.withColumn(Column.nullable("added \"x\"", SqlType.text()));
            database.rebuild(new DdlStep.Rebuild(table, after, Map.of()));
            assertThat(database.read(table.name().name())).isEqualTo(after);
            database.rebuild(new DdlStep.Rebuild(after, table, Map.of()));
        }
        assertThat(database.read()).isEqualTo(before);
        assertThat(database.values("select label || twice from pet")).containsExactly("Rex's \"6");
        assertThat(database.values("select count(*) from \"Группы \"\"x\"\" [y]; --\""))
                .containsExactly(1);
    }

    @Test
    void takesValuesFromTheColumnThatTheyWereIn() {
        Table node = database.read("node");
        Table after = node.withColumns(
                List.of(node.requireColumn("id"), node.requireColumn("up"), Column.nullable("title", SqlType.text())));
        database.rebuild(new DdlStep.Rebuild(node, after, Map.of("title", "name")));
        assertThat(database.values("select title from node order by id")).containsExactly("a", "b", "c");
    }

    @Test
    void dropsNoColumnIndexOrTriggerThatItDoesNotKnow() {
        Table parent = database.read("parent");
        DdlStep.Rebuild rebuild = School.renamedToText(parent);
        database.execute("create index ix_unknown on parent (name, note)");
        assertThatThrownBy(() -> database.rebuild(rebuild))
                .hasMessageContaining("table parent has indexes that this migration does not know");
        database.execute("drop index ix_unknown");
        database.execute("alter table parent add column surprise text default 'x'");
        assertThatThrownBy(() -> database.rebuild(rebuild))
                .hasMessageContaining("table parent has columns that this migration does not know");
        assertThat(database.values("select count(*) from parent where surprise = 'x'"))
                .containsExactly(4);
        database.execute("alter table parent drop column surprise");
        School.assertComplete(database);
        assertThat(database.values("pragma legacy_alter_table")).containsExactly(0);
        assertThat(database.values("pragma foreign_keys")).containsExactly(1);
    }

    @Test
    void refusesATableOfWhichSomethingWouldBeLost() {
        database.execute(
                "create table u (a integer not null on conflict ignore, b integer unique on conflict replace)");
        Table table = database.read("u");
        assertThatThrownBy(() -> database.rebuild(new DdlStep.Rebuild(table, table, Map.of())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "sqlite has no way to keep all of table \"u\" while it is rebuilt. not null of column \"a\" of table"
                                + " \"u\": It says \"on conflict ignore\", which a schema cannot say. Take that out, or create and"
                                + " change the table with SQL of your own. unique constraint over \"b\" of table \"u\": It says \"on"
                                + " conflict replace\", which a schema cannot say. Take that out, or create and change the table with"
                                + " SQL of your own.");
    }

    @Test
    void refusesATableThatTemporaryThingsHangOn() {
        Table node = database.read("node");
        database.execute("create temp trigger tt after insert on node begin select 1; end");
        assertThatThrownBy(() -> database.rebuild(new DdlStep.Rebuild(node, node, Map.of())))
                .hasMessageContaining("table node has a temporary trigger, or a temporary table hides it");
        database.execute("drop trigger tt");
        database.execute("create temp table node (a integer)");
        assertThatThrownBy(() -> database.rebuild(new DdlStep.Rebuild(node, node, Map.of())))
                .hasMessageContaining("table node has a temporary trigger, or a temporary table hides it");
        assertThat(database.values("select count(*) from main.node")).containsExactly(3);
    }

    @Test
    void refusesATriggerOfAColumnThatGoes() {
        database.execute("create trigger tr_name after update of [Name] on parent begin select 1; end");
        Table parent = database.read("parent");
        Table after = parent.withIndexes(List.of())
                .withColumns(parent.columns().stream()
                        .filter(column -> !column.name().equals("name"))
                        .toList());
        assertThatThrownBy(() -> database.rebuild(new DdlStep.Rebuild(parent, after, Map.of())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("names column \"Name\", which goes");
        database.execute("drop trigger tr_name");
        School.assertComplete(database);
    }

    @Test
    void makesNoZeroOfATextThatIsNoNumber() {
        Table node = database.read("node");
        Table after = node.withColumn(Column.nullable("name", SqlType.integer()));
        assertThatThrownBy(() -> database.rebuild(new DdlStep.Rebuild(node, after, Map.of())))
                .hasMessageContaining("column node.name has values that are no integer");
        database.execute("update node set name = id * 10");
        database.rebuild(new DdlStep.Rebuild(node, after, Map.of()));
        assertThat(database.values("select name from node order by id")).containsExactly(10, 20, 30);
    }

    @Test
    void tellsThatItIsNotReadyWhileForeignKeysAreEnforced() {
        database.execute("begin");
        database.execute("pragma foreign_keys = off"); // without effect in a transaction
        assertThat(database.values(SqliteRebuild.PROTOCOL.readyQuery()).get(0).toString())
                .isNotEqualTo(SqliteRebuild.PROTOCOL.readyValue());
        database.execute("rollback");
    }

    @Test
    void leavesAllOrNothingWhenItsProcessIsKilled(@TempDir Path folder) throws Exception {
        int statements = KilledRebuild.statements();
        for (int killedBefore : new int[] {statements - 4, statements - 1, statements}) {
            Path file = folder.resolve(killedBefore + ".db");
            create(file);
            KilledRebuild.runAndKill(file, killedBefore);
            assertAllOrNothing(file, killedBefore == statements);
        }
    }

    /** What is on disk between two statements is what a crash there leaves behind. */
    @Test
    void leavesAllOrNothingOnDiskAtEachStatement(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("live.db");
        create(file);
        int journals = 0;
        try (TestConnection live = new TestConnection("jdbc:sqlite:" + file)) {
            live.execute("pragma cache_size = 2"); // so that pages are written before the commit
            List<String> script = KilledRebuild.script(live);
            for (int i = 0; i < script.size(); i++) {
                live.execute(script.get(i));
                Path copy = folder.resolve(i + ".db");
                Files.copy(file, copy);
                Path journal = Path.of(file + "-journal");
                if (Files.exists(journal) && Files.size(journal) > 0) {
                    Files.copy(journal, Path.of(copy + "-journal"));
                    journals++;
                }
                assertAllOrNothing(copy, i == script.size() - 1);
            }
        }
        assertThat(journals).isGreaterThan(3);
    }

    private static void create(Path file) {
        try (TestConnection setUp = new TestConnection("jdbc:sqlite:" + file)) {
            School.create(setUp);
            setUp.execute("update parent set note = hex(randomblob(100000)) where id = 1");
        }
    }

    private static void assertAllOrNothing(Path file, boolean done) {
        try (TestConnection survivor = new TestConnection("jdbc:sqlite:" + file)) {
            School.assertComplete(survivor);
            boolean changed =
                    survivor.read("parent").requireColumn("note").type().equals(SqlType.varchar(9));
            assertThat(changed).as("whether %s is changed", file).isEqualTo(done);
            assertThat(survivor.values("select length(note) from parent where id = 1"))
                    .containsExactly(200_000);
            assertThat(survivor.values("pragma integrity_check")).containsExactly("ok");
            assertThat(survivor.query("pragma foreign_key_check")).isEmpty();
            assertThat(survivor.read().table(TableName.of("parent__new"))).isEmpty();
            survivor.rebuild(School.renamedToText(survivor.read("parent")));
            School.assertComplete(survivor);
        }
    }
}
