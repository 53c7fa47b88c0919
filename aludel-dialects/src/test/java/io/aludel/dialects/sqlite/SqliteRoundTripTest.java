// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schema as others write it: read, created elsewhere, read again. */
class SqliteRoundTripTest {
    /** One of everything that a schema can say of SQLite. */
    static final List<String> EVERYTHING = List.of(
            "create table \"plain\" (a, b int, c text not null, d varchar(20) default 'it''s', e numeric(10, 2) default -1.5)",
            "create table Numbered (id integer primary key autoincrement, n int default (abs(-3) + 1), t default abc)",
            "create table rowid_key (\"id\" INTEGER PRIMARY KEY, at datetime default current_timestamp, b blob default x'00ff')",
            "create table int_key (id int primary key, x text)",
            "create table strictly (id INT PRIMARY KEY, a ANY, b REAL, c BLOB, d TEXT) strict",
            "create table bare (k text collate rtrim, v int, primary key (k, v)) without rowid",
            "create table both (k text, constraint pk_both primary key (k)) strict, without rowid",
            "create table computed (a int, s int generated always as (a * 2) stored, v text as (a || ' -- ' /* ) */ || a))",
            "create table parent (id integer primary key, x text collate nocase unique, y int, constraint u unique (x, y))",
            """
            create table child (
                a integer not null constraint fk_a references parent on delete cascade on update set null,
                b text references parent (X) deferrable initially deferred,
                c int, d int constraint positive check (d > 0), e int check (e <> ')') check (e is not 4),
                f integer references parent match full not deferrable initially deferred,
                foreign key (b, c) references Parent (x, y) on delete set default on update restrict deferrable,
                check (a > b or c in (1, 2)), constraint named unique (c, d) constraint "n 2" check (c < 9)
            )""",
            "create table desc (desc int, asc generated, always text)",
            "create table odd (id integer default 1e3 collate nocase primary key autoincrement, a int deferrable)",
            "create index ix_desc on desc (desc, desc desc, asc + 1 desc, (asc) asc)",
            "create index ix_plain on plain (a, b desc)",
            "create unique index ix_where on plain (c) where b > 1 and c <> 'x -- y'",
            "create index ix_text on plain (c collate nocase, lower(d) collate rtrim desc, (a), a || b collate nocase, e + 1)",
            "create index ix_parent on parent (x collate binary, x)",
            "create view shown as select a, 'as' as b from plain -- the end",
            "create view named (x, [y z]) as /* all */ select * from shown where a > 1",
            "create trigger after_plain after insert on plain when new.a > 1 begin update plain set b = ';' where a = 1; end",
            "create trigger of_columns before update of a, b on plain begin select raise(abort, 'no'); end",
            "create trigger instead instead of delete on shown begin delete from plain where a = old.a; end");

    private TestConnection database;

    @BeforeEach
    void open() {
        database = TestConnection.inMemory();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsTheSameFromWhatItCreatedOfWhatItRead() {
        EVERYTHING.forEach(database::execute);
        Schema read = database.everything();
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.tables()).hasSize(12);
        assertThat(read.views()).hasSize(2);
        assertThat(read.triggers()).hasSize(3);
        try (TestConnection elsewhere = TestConnection.inMemory()) {
            elsewhere.run(elsewhere.dialect.ddl().createAll(read));
            assertThat(elsewhere.everything()).isEqualTo(read);
            elsewhere.run(elsewhere.dialect.ddl().dropAll(read));
            assertThat(elsewhere.values("select name from sqlite_schema where name not like 'sqlite%'"))
                    .isEmpty();
        }
    }

    @Test
    void aRebuildOfEachTableChangesNothing() {
        EVERYTHING.forEach(database::execute);
        database.execute("insert into Numbered (n) values (1), (2)");
        database.execute("delete from Numbered");
        Schema read = database.everything();
        for (Table table : read.tables()) {
            database.rebuild(new DdlStep.Rebuild(table, table, Map.of()));
        }
        assertThat(database.everything()).isEqualTo(read);
        database.execute("insert into Numbered (n) values (1)");
        assertThat(database.values("select id from numbered")).containsExactly(3);
    }

    @Test
    void readsViewsAndTriggersInTheWordsOfTheirMakers() {
        EVERYTHING.forEach(database::execute);
        Schema read = database.everything();
        assertThat(read.views())
                .containsExactly(
                        View.of(TableName.of("named"), sqlite("/* all */ select * from shown where a > 1"))
                                .withColumns(List.of("x", "y z")),
                        View.of(TableName.of("shown"), sqlite("select a, 'as' as b from plain -- the end")));
        assertThat(read.triggers())
                .contains(
                        new Trigger(
                                TableName.of("instead"),
                                TableName.of("shown"),
                                sqlite(
                                        "CREATE TRIGGER instead instead of delete on shown begin delete from plain where a = old.a; end")));
    }

    @Test
    void readsKeysAsSqliteHeedsThem() {
        EVERYTHING.forEach(database::execute);
        Table child = database.read("child");
        assertThat(child.foreignKeys())
                .containsExactly(
                        key("fk_a", "a", "id")
                                .onDelete(ForeignKey.Action.CASCADE)
                                .onUpdate(ForeignKey.Action.SET_NULL),
                        key("fk_child_b", "b", "x").withDeferral(Deferral.DEFERRED),
                        ForeignKey.of("fk_child_b_c", List.of("b", "c"), TableName.of("parent"), List.of("x", "y"))
                                .onDelete(ForeignKey.Action.SET_DEFAULT)
                                .onUpdate(ForeignKey.Action.RESTRICT)
                                .withDeferral(Deferral.DEFERRABLE),
                        key("fk_child_f", "f", "id"));
        assertThat(child.uniqueKeys()).containsExactly(new UniqueKey("named", List.of("c", "d")));
        assertThat(child.checks())
                .extracting(check -> check.name() + ": " + ((RawSql) check.condition()).text())
                .containsExactly(
                        "ck_child_a_b_c: a > b or c in (1, 2)",
                        "ck_child_e: e <> ')'",
                        "ck_child_e_2: e is not 4",
                        "n 2: c < 9",
                        "positive: d > 0");
        assertThat(database.read("parent").uniqueKeys())
                .containsExactly(new UniqueKey("u", List.of("x", "y")), new UniqueKey("uq_parent_x", List.of("x")));
    }

    private static ForeignKey key(String name, String column, String target) {
        return ForeignKey.of(name, List.of(column), TableName.of("parent"), List.of(target));
    }

    @Test
    void readsHowEachPartOfAnIndexIsCompared() {
        EVERYTHING.forEach(database::execute);
        assertThat(database.read("plain").indexes().get(1))
                .isEqualTo(new Index(
                        "ix_text",
                        List.of(
                                Index.Part.column("c").withCollation("nocase"),
                                new Index.Part(raw("lower(d)"), true).withCollation("rtrim"),
                                Index.Part.column("a"),
                                new Index.Part(raw("a || b collate nocase"), false),
                                new Index.Part(raw("e + 1"), false)),
                        false));
        assertThat(database.read("parent").indexes().get(0).parts())
                .containsExactly(Index.Part.column("x").withCollation("binary"), Index.Part.column("x"));
        Table bare = database.read("bare");
        assertThat(bare.primaryKey()).isEqualTo(new PrimaryKey("pk_bare", List.of("k", "v")));
        assertThat(bare.requireColumn("k").collation()).isEqualTo("rtrim");
        assertThat(bare.options()).containsExactly("without rowid");
        assertThat(database.read("both").options()).containsExactly("strict", "without rowid");
    }

    @Test
    void aKeyThatIsNotTheRowsNumberDoesNotBecomeIt() {
        EVERYTHING.forEach(database::execute);
        assertThat(database.read("int_key").requireColumn("id"))
                .isEqualTo(Column.nullable("id", SqlType.nativeType("sqlite", "INT")));
        assertThat(database.read("rowid_key").requireColumn("id")).isEqualTo(Column.notNull("id", SqlType.integer()));
        Schema read = database.everything();
        try (TestConnection elsewhere = TestConnection.inMemory()) {
            elsewhere.run(elsewhere.dialect.ddl().createAll(read));
            elsewhere.execute("insert into int_key (x) values ('a')");
            elsewhere.execute("insert into rowid_key (b) values ('a')");
            assertThat(elsewhere.values("select coalesce(id, 'null') from int_key"))
                    .containsExactly("null");
            assertThat(elsewhere.values("select id from rowid_key")).containsExactly(1);
        }
    }

    @Test
    void readsDefaultsAndTypesWithoutTheCommentsInThem() {
        database.execute(
                "create table t (a varchar /* c ) */ (20), b int default ( 1 /* one */ + 1 -- two\n ), c 'my type')");
        assertThat(database.read("t").columns())
                .containsExactly(
                        Column.nullable("a", SqlType.varchar(20)),
                        Column.nullable("b", SqlType.integer()).withDefault(new Default.Of(raw("1 + 1"))),
                        Column.nullable("c", SqlType.nativeType("sqlite", "my type")));
        again();
    }

    @Test
    void keysThatOnlyRepeatOthersAreReadIfTheyHaveAName() {
        database.execute(
                "create table t (a text primary key unique, b int unique unique, unique (B), constraint more unique"
                        + " (b), constraint pk2 unique (a))");
        assertThat(database.read("t").uniqueKeys())
                .containsExactly(
                        new UniqueKey("more", List.of("b")),
                        new UniqueKey("pk2", List.of("a")),
                        new UniqueKey("uq_t_b", List.of("b")));
        again();
        database.execute("create table n (id integer primary key unique, c text unique, unique (c collate nocase))");
        assertThat(database.read("n").uniqueKeys()).hasSize(3);
        database.execute("create table m (a text, unique ((a collate nocase) collate binary))");
        assertThat(database.read("m").uniqueKeys()).containsExactly(new UniqueKey("uq_m_a", List.of("a")));
        assertThat(database.everything().unreadable()).hasSize(1);
    }

    private void again() {
        Schema read = database.everything();
        try (TestConnection elsewhere = TestConnection.inMemory()) {
            elsewhere.run(elsewhere.dialect.ddl().createAll(read));
            assertThat(elsewhere.everything()).isEqualTo(read);
        }
    }

    // what cannot be read

    @Test
    void tellsOfWhatASchemaHasNoWordsFor() {
        database.execute(
                "create table p (a text collate nocase primary key on conflict replace, b int not null on conflict"
                        + " ignore, c text unique on conflict fail, d null on conflict abort, check (b > 0) on conflict rollback)");
        database.execute(
                "create table q (a integer primary key desc, b text, unique (b desc), unique (a, b collate rtrim))");
        database.execute(
                "create table r (a integer, b text collate rtrim, primary key (a desc), unique (b collate RTRIM))");
        database.execute(
                "create table s (a int references nowhere, b int references two, c int references nowhere (x))");
        database.execute("create table two (a int, b int, primary key (a, b))");
        Schema read = database.everything();
        assertThat(read.tables()).hasSize(5);
        assertThat(read.unreadable()).extracting(Unreadable::toString).containsExactly("""
                not null of column "b" of table "p": It says "on conflict ignore", %s
                primary key of table "p": It says "on conflict replace", %s
                unique constraint over "c" of table "p": It says "on conflict fail", %s
                primary key of table "q": It says "a desc", %s
                unique constraint over "a", "b" of table "q": It says "b collate rtrim", %s
                unique constraint over "b" of table "q": It says "b desc", %s
                foreign key "fk_s_a" of table "s": It points at the primary key of table "nowhere", which is not there. Name the columns that it points at.
                foreign key "fk_s_b" of table "s": It points at the primary key of table "two", which has 2 columns instead of 1. Name the columns that it points at.""".replace(
                        "%s",
                        "which a schema cannot say. Take that out, or create and change the table with SQL of your own.")
                .split("\n"));
        assertThat(read.requireTable(TableName.of("s")).foreignKeys())
                .containsExactly(ForeignKey.of("fk_s_c", List.of("c"), TableName.of("nowhere"), List.of("x")));
    }

    @Test
    void tellsOfVirtualTablesAndOfTablesThatBelongToThem() {
        database.execute("create virtual table doc using fts5(body)");
        database.execute("create virtual table \"box es\" using rtree(id, low, high)");
        database.execute("create table doc_notes (a int)");
        Schema read = database.everything();
        assertThat(read.tables()).extracting(table -> table.name().name()).containsExactly("doc_notes");
        String shadow = "It keeps the rows of a virtual table, with which it comes and goes. Leave it to that one.";
        assertThat(read.unreadable())
                .hasSize(10)
                .contains(
                        new Unreadable(
                                ObjectKind.TABLE,
                                TableName.of("doc"),
                                null,
                                "It is a virtual table, whose module alone knows what it is. Create it with SQL of your own."),
                        new Unreadable(ObjectKind.TABLE, TableName.of("doc_data"), null, shadow),
                        new Unreadable(ObjectKind.TABLE, TableName.of("box es_rowid"), null, shadow));
    }

    @Test
    void refusesToCreateFromWhatWasNotReadAsAWhole() {
        database.execute("create virtual table doc using rtree(id, low, high)");
        database.execute("create table t (a int)");
        Schema read = database.everything()
                .withUnreadable(List.of(database.everything().unreadable().get(0)));
        assertThatThrownBy(() -> database.dialect.ddl().createAll(read))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The schema was not read as a whole, and cannot be created from that. table \"doc\": It is a"
                                + " virtual table, whose module alone knows what it is. Create it with SQL of your own. To create the"
                                + " rest, leave these out by schema.withUnreadable(List.of()).");
        assertThat(database.dialect.ddl().createAll(read.withUnreadable(List.of())))
                .hasSize(1);
    }

    @Test
    void aStatementThatCannotBeReadKeepsNothingElseFromIt() {
        EVERYTHING.forEach(database::execute);
        Schema whole = database.everything();
        database.execute("pragma writable_schema = on");
        database.execute("update sqlite_schema set sql = 'create table child (a int, oops (' where name = 'child'");
        database.execute("update sqlite_schema set sql = 'create table both as we like' where name = 'both'");
        database.execute("update sqlite_schema set sql = 'create view shown is nothing' where name = 'shown'");
        database.execute("update sqlite_schema set sql = 'create index ix_text on plain (a' where name = 'ix_text'");
        database.execute("update sqlite_schema set sql = 'create index ix_plain on plain (a)' where name = 'ix_plain'");
        Schema read = database.everything();
        assertThat(read.unreadable()).extracting(Unreadable::toString).containsExactly("""
                table "both": The statement that SQLite keeps of it cannot be read: Expected "(" but found "as" (at position 19).
                table "child": The statement that SQLite keeps of it cannot be read: The text ends too early (at position 34).
                index "ix_plain" of table "plain": SQLite knows 2 parts of it, but 1 were found in its statement.
                index "ix_text" of table "plain": The statement that SQLite keeps of it cannot be read: Expected ")" but the text ends (at position 33).
                view "shown": The statement that SQLite keeps of it cannot be read: Expected "as" but found "is" (at position 19).""".split("\n"));
        Table plain = whole.requireTable(TableName.of("plain"));
        assertThat(read.tables())
                .containsExactlyElementsOf(whole.without(TableName.of("child"))
                        .without(TableName.of("both"))
                        .with(plain.withIndexes(List.of(plain.indexes().get(2))))
                        .tables());
        assertThat(read.triggers()).isEqualTo(whole.triggers());
    }

    @Test
    void tellsOfNamesThatAreNone() {
        database.execute("create table \"\" (a int)");
        database.execute("create table blank (\"\" int)");
        database.execute("create view \" \" as select 1");
        Schema read = database.everything();
        assertThat(read.objects()).isEmpty();
        assertThat(read.unreadable())
                .extracting(Unreadable::toString)
                .containsExactly(
                        "table \"blank\": A column's name is empty; give it one.",
                        "table \"\" of schema \"main\": Its name is empty. Rename it.",
                        "view \" \" of schema \"main\": Its name is empty. Rename it.");
    }

    @Test
    void tellsOfAttachedDatabasesThatAreAskedFor() {
        database.execute("attach ':memory:' as side");
        database.execute("create table side.t (a int)");
        database.execute("create temp table t2 (a int)");
        Schema read = database.dialect
                .introspector()
                .read(database, Scope.everything(Set.of("SIDE", "temp", "main", "unknown")));
        assertThat(read.objects()).isEmpty();
        assertThat(read.unreadable())
                .extracting(Unreadable::toString)
                .containsExactly(
                        "schema \"side\": It is another database than the connection's main one, which alone is read. Open it"
                                + " by itself.",
                        "schema \"temp\": It is another database than the connection's main one, which alone is read. Open it"
                                + " by itself.");
        assertThat(database.everything()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void anUnknownModuleOrAViewOfNothingKeepsNothingElseFromBeingRead() {
        EVERYTHING.forEach(database::execute);
        database.execute("create view broken as select a from nowhere");
        database.execute("create view stranger as select unheard_of(a) from plain");
        Schema before = database.everything();
        assertThat(before.views()).hasSize(4);
        database.execute("create virtual table doc using rtree(id, low, high)");
        database.execute("pragma writable_schema = on");
        database.execute(
                "update sqlite_schema set sql = 'create virtual table doc using unheard_of(x)' where name = 'doc'");
        database.execute("pragma writable_schema = reset");
        assertThat(database.everything().unreadable())
                .extracting(one -> one.name().name())
                .contains("doc");
        assertThat(database.everything().tables()).containsAll(before.tables());
    }

    // how it asks

    @Test
    void asksFiveQueriesForAThousandTablesAsForOne() {
        database.execute("begin");
        for (int i = 0; i < 1_000; i++) {
            database.execute(
                    "create table t" + i + " (id integer primary key, a integer references t0, b text unique)");
            database.execute("create index ix" + i + " on t" + i + " (a)");
            database.execute("create view v" + i + " as select * from t" + i);
            database.execute("create trigger r" + i + " after insert on t" + i + " begin select 1; end");
        }
        database.execute("commit");
        List<String> queries = new ArrayList<>();
        Schema read = database.dialect.introspector().read(counting(queries), Scope.everything(Set.of()));
        assertThat(read.objects()).hasSize(3_000);
        assertThat(queries).hasSize(5);
        queries.clear();
        read = database.dialect
                .introspector()
                .read(counting(queries), Scope.tables(TableName.of("T7")).and(ObjectKind.TRIGGER));
        assertThat(read.objects()).extracting(object -> object.name().name()).containsExactly("t7", "r7");
        assertThat(read.requireTable(TableName.of("t7")).foreignKeys().get(0).targetColumns())
                .containsExactly("id");
        assertThat(queries).hasSize(5);
    }

    @Test
    void readsOnlyTheNamesAndKindsThatAreWantedAndFiltersInTheQuery() {
        EVERYTHING.forEach(database::execute);
        database.execute("create table \"quote \"\" \\ \t é\" (a int)");
        List<Integer> rows = new ArrayList<>();
        CatalogReader counting = (sql, parameters) -> {
            var result = database.query(sql, parameters);
            rows.add(result.size());
            return result;
        };
        assertThat(names(counting, Scope.tables(TableName.of("quote \" \\ \t é"))))
                .containsExactly("quote \" \\ \t é");
        assertThat(rows).containsExactly(1, 1, 0, 0, 1);
        assertThat(names(database, Scope.tables(TableName.of("SHOWN")))).isEmpty();
        assertThat(names(database, Scope.tables(TableName.of("main", "plain")))).isEmpty();
        assertThat(names(
                        database,
                        Scope.tables(TableName.of("SHOWN")).and(ObjectKind.VIEW).and(ObjectKind.TRIGGER)))
                .containsExactly("shown", "instead");
        assertThat(names(database, new Scope(Set.of(), null, Set.of(ObjectKind.TRIGGER))))
                .containsExactly("after_plain", "of_columns", "instead");
        assertThat(names(database, new Scope(Set.of(), null, Set.of(ObjectKind.VIEW))))
                .containsExactly("named", "shown");
        rows.clear();
        assertThat(names(counting, new Scope(Set.of(), null, EnumSet.of(ObjectKind.SEQUENCE, ObjectKind.ROUTINE))))
                .isEmpty();
        assertThat(rows).isEmpty();
        assertThat(names(database, Scope.DEFAULT_SCHEMA)).hasSize(13);
    }

    private List<String> names(CatalogReader catalog, Scope scope) {
        return database.dialect
                .introspector()
                .read(catalog, scope)
                .objects()
                .map(object -> object.name().name())
                .toList();
    }

    private CatalogReader counting(List<String> queries) {
        return (sql, parameters) -> {
            queries.add(sql);
            return database.query(sql, parameters);
        };
    }

    private static Definition sqlite(String text) {
        return new Definition("sqlite", text);
    }

    private static RawSql raw(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
    }
}
