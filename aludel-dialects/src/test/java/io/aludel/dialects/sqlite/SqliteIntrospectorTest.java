// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteIntrospectorTest {
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
    void readsWhatWasCreatedAndCreatesTheSameFromIt() {
        database.run(database.dialect.ddl().createAll(Pets.ALL));
        Schema read = database.read();
        assertThat(inOwnWords(Pets.ALL)).isEqualTo(read);
        try (TestConnection again = TestConnection.inMemory()) {
            again.run(again.dialect.ddl().createAll(read));
            assertThat(again.read()).isEqualTo(read);
        }
    }

    @Test
    void readsTheWritingHabitsOfOthers() {
        database.execute("create table Parent (ID INTEGER PRIMARY KEY, [other id] int unique)");
        database.execute("""
                create table "child" ( -- a comment, with ( and '
                  a integer not null /* x */ references parent on delete cascade deferrable initially deferred,
                  'b' NVARCHAR(20) constraint ck_b check (b <> ')' -- the end
                  ) check (length(b) > 1), c default (1 + 1) collate nocase unique,
                  d datetime default current_timestamp, e as (a + 1),
                  primary key (a, b), unique (d, c),
                  foreign key (a, b) references child (a, b) on update set null constraint fk_named foreign key (d)
                  references parent ("Other Id") not deferrable
                ) strict_is_not_here""".replace(" strict_is_not_here", ""));
        Table child = Table.of(
                        TableName.of("child"),
                        List.of(
                                Column.notNull("a", SqlType.integer()),
                                Column.nullable("b", SqlType.varchar(20)),
                                Column.nullable("c", SqlType.nativeType("sqlite", ""))
                                        .withDefault(new Default.Of(raw("1 + 1")))
                                        .withCollation("nocase"),
                                Column.nullable("d", SqlType.timestamp())
                                        .withDefault(new Default.Of(raw("current_timestamp"))),
                                Column.nullable("e", SqlType.nativeType("sqlite", ""))
                                        .withGeneration(new Generation.Computed(raw("a + 1"), false))))
                .withPrimaryKey(new PrimaryKey("pk_child", List.of("a", "b")))
                .withUniqueKeys(List.of(
                        new UniqueKey("uq_child_c", List.of("c")), new UniqueKey("uq_child_d_c", List.of("d", "c"))))
                .withForeignKeys(List.of(
                        new ForeignKey(
                                "fk_child_a",
                                List.of("a"),
                                TableName.of("Parent"),
                                List.of("ID"),
                                ForeignKey.Action.CASCADE,
                                ForeignKey.Action.NO_ACTION,
                                ForeignKey.Match.SIMPLE,
                                Deferral.DEFERRED,
                                true),
                        ForeignKey.of("fk_child_a_b", List.of("a", "b"), TableName.of("child"), List.of("a", "b"))
                                .onUpdate(ForeignKey.Action.SET_NULL),
                        ForeignKey.of("fk_named", List.of("d"), TableName.of("Parent"), List.of("other id"))))
                .withChecks(List.of(new Check("ck_b", raw("b <> ')'")), new Check("ck_child_b", raw("length(b) > 1"))));
        assertThat(database.read("child")).isEqualTo(child);
        assertThat(database.read("Parent").columns())
                .containsExactly(
                        Column.notNull("ID", SqlType.integer()), Column.nullable("other id", SqlType.integer()));
    }

    @Test
    void readsIndexesWithTheirPartsAndPredicates() {
        database.execute("create table t (a text collate nocase, b text, c integer)");
        database.execute("create unique index [i 1] on t (a, b collate nocase desc, lower(b), (c)) where c > 0 -- end");
        database.execute("create index i2 on t(c asc) where b is not null and a in ('x, y', ')')");
        assertThat(database.read("t").indexes())
                .containsExactly(
                        new Index(
                                        "i 1",
                                        List.of(
                                                Index.Part.column("a"),
                                                new Index.Part(
                                                                Index.Part.column("b")
                                                                        .expression(),
                                                                true)
                                                        .withCollation("nocase"),
                                                new Index.Part(raw("lower(b)"), false),
                                                Index.Part.column("c")),
                                        true)
                                .withPredicate(raw("c > 0")),
                        new Index("i2", List.of(Index.Part.column("c")), false)
                                .withPredicate(raw("b is not null and a in ('x, y', ')')")));
    }

    @Test
    void namesThatItMakesUpAreNeverThoseOfAnother() {
        database.execute("create table t (a integer check (a > 0) check (a < 9), constraint ck_t_a_2 check (a <> 5))");
        assertThat(database.read("t").checks())
                .containsExactly(
                        new Check("ck_t_a", raw("a > 0")),
                        new Check("ck_t_a_2", raw("a <> 5")),
                        new Check("ck_t_a_3", raw("a < 9")));
    }

    @Test
    void readsAWordAsDefaultAsTheTextThatItIs() {
        database.execute("create table t (a text default abc, b text default \"x'y\", c boolean default TRUE)");
        assertThat(database.read("t").columns())
                .extracting(column -> ((RawSql) ((Default.Of) column.defaultValue()).expression()).text())
                .containsExactly("'abc'", "'x''y'", "TRUE");
        Schema read = database.read();
        database.execute("drop table t");
        database.run(database.dialect.ddl().createAll(read));
        assertThat(database.read()).isEqualTo(read);
    }

    @Test
    void leavesOutWhatIsNotATableOfOurs() {
        database.execute("create table t (id integer primary key autoincrement) strict");
        database.execute("create view v as select * from t");
        database.execute("create virtual table f using fts5(x)");
        database.execute("create temp table temporary (a integer)");
        Schema read = database.read();
        assertThat(read.tables()).extracting(table -> table.name().name()).containsExactly("t");
        assertThat(read.tables().get(0).options()).containsExactly("strict");
    }

    @Test
    void readsOnlyTheTablesThatAreWanted() {
        database.run(database.dialect.ddl().createAll(Pets.ALL));
        Scope scope = Scope.tables(TableName.of("pet"));
        assertThat(database.dialect.introspector().read(database, scope).tables())
                .extracting(table -> table.name().name())
                .containsExactly("pet");
    }

    @Test
    void knowsTheVersionOfTheLibrary() {
        assertThat(database.dialect.introspector().server(database).version().isAtLeast(3, 54))
                .isTrue();
    }

    /** The schema with its expressions as SQLite was told them. */
    private Schema inOwnWords(Schema schema) {
        return Schema.of(schema.tables().stream().map(this::inOwnWords).toList(), List.of());
    }

    private Table inOwnWords(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> {
                    Column same = column;
                    if (column.defaultValue() instanceof Default.Of value) {
                        same = same.withDefault(new Default.Of(raw(value.expression())));
                    }
                    if (column.generation() instanceof Generation.Computed computed) {
                        same = same.withGeneration(
                                new Generation.Computed(raw(computed.expression()), computed.stored()));
                    }
                    return same;
                })
                .toList();
        return table.withColumns(columns)
                .withChecks(table.checks().stream()
                        .map(check -> new Check(check.name(), raw(check.condition())))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> new Index(
                                        index.name(),
                                        index.parts().stream()
                                                .map(part -> new Index.Part(
                                                        part.expression() instanceof RawSql raw
                                                                ? raw(raw.text())
                                                                : part.expression(),
                                                        part.descending()))
                                                .toList(),
                                        index.unique())
                                .withPredicate(index.predicate() == null ? null : raw(index.predicate())))
                        .toList());
    }

    private RawSql raw(io.aludel.core.expr.Expression expression) {
        return raw(database.dialect.newRenderer().renderInline(expression));
    }

    private static RawSql raw(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
    }
}
