// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteDdlTest {
    private final SqliteDialect dialect = new SqliteDialect();
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
    void writesATableWithEverythingInIt() {
        assertThat(sql(dialect.ddl().createTable(Pets.PET, Set.of("fk_pet_owner_id"))))
                .isEqualTo("""
                        create table pet (
                            id integer not null constraint pk_pet primary key autoincrement,
                            owner_id bigint not null,
                            name text not null,
                            "value" integer default -1 not null,
                            price decimal(10, 2),
                            tame boolean default 1 not null,
                            born date,
                            label text generated always as (name || '''s "') stored,
                            twice integer generated always as (value * 2) virtual,
                            constraint uq_pet_owner_id_name unique (owner_id, name),
                            constraint fk_pet_owner_id foreign key (owner_id) references person (id) on delete cascade,
                            constraint ck_pet_name check (length(name) > 0),
                            constraint ck_pet_value check ("value" between -1 and 12)
                        );
                        create index ix_pet_born on pet (born desc, name) where born is not null;
                        create unique index ux_pet_label on pet ((substr(name, 1, 3)));
                        """);
    }

    @Test
    void createsAndDropsASchemaWithACircleOfKeysAndRowsOnIt() {
        database.run(dialect.ddl().createAll(Pets.ALL));
        database.execute("begin");
        database.execute("insert into person (id, name, best_pet_id) values (1, 'Ann', 1)");
        database.execute("insert into pet (id, owner_id, name) values (1, 1, 'Rex')");
        database.execute("commit");
        database.execute("begin");
        database.run(dialect.ddl().dropAll(Pets.ALL));
        database.execute("commit");
        assertThat(database.read()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void dropsACircleWhoseKeysCannotWait() {
        Table one = linked("one", "two");
        Table two = linked("two", "one");
        database.run(dialect.ddl().createAll(Schema.of(one, two)));
        database.execute("pragma foreign_keys = off");
        database.execute("insert into one values (1, 1)");
        database.execute("insert into two values (1, 1)");
        database.execute("pragma foreign_keys = on");
        database.execute("begin");
        database.run(dialect.ddl().dropAll(Schema.of(one, two)));
        database.execute("commit");
        assertThat(database.read()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void deletesTheRowsOfACircleWhoseKeysWaitForTheCommit() {
        Table one = linked("one", "two");
        Table two = linked("two", "one");
        database.run(dialect.ddl().createAll(Schema.of(one, two)));
        database.execute("pragma foreign_keys = off");
        database.execute("insert into one values (1, 1)");
        database.execute("insert into two values (1, 1)");
        database.execute("pragma foreign_keys = on");
        database.execute("begin");
        database.run(dialect.ddl().deleteAllRows(Schema.of(one, two)));
        database.execute("commit");
        assertThat(sql(dialect.ddl().deleteAllRows(Schema.of(one, two)))).isEqualTo("""
                pragma defer_foreign_keys = on;
                delete from two;
                delete from one;
                """);
    }

    private static Table linked(String name, String other) {
        return Table.of(
                        TableName.of(name),
                        List.of(Column.notNull("id", SqlType.integer()), Column.notNull("link", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_" + name, List.of("link"), TableName.of(other), List.of("id"))));
    }

    @Test
    void changesInPlaceWhatSqliteCan() {
        Table pet = Pets.PET;
        assertThat(sql(dialect.ddl().addColumn(pet, nickname()))).isEqualTo("""
                alter table pet add column nickname varchar(20) default 'x' not null;
                """);
        assertThat(sql(dialect.ddl().renameColumn(pet, "value", "worth"))).isEqualTo("""
                alter table pet rename column "value" to worth;
                """);
        assertThat(sql(dialect.ddl().renameTable(pet, TableName.of("animal")))).isEqualTo("""
                alter table pet rename to animal;
                """);
        assertThat(sql(dialect.ddl().addCheck(pet, positive()))).isEqualTo("""
                alter table pet add constraint ck_pet_price check (price > 0);
                """);
        assertThat(sql(dialect.ddl().dropCheck(pet, pet.checks().get(1)))).isEqualTo("""
                alter table pet drop constraint ck_pet_value;
                """);
        Column born = pet.requireColumn("born");
        assertThat(sql(dialect.ddl().alterColumn(pet, born, born.withNullable(false))))
                .isEqualTo("""
                alter table pet alter column born set not null;
                """);
        assertThat(sql(dialect.ddl().dropIndex(pet, pet.indexes().get(0)))).isEqualTo("""
                drop index ix_pet_born;
                """);
        assertThat(dialect.ddl().alterColumn(pet, born, born.withComment("birthday")))
                .isEmpty();
    }

    @Test
    void whatIsChangedInPlaceReadsBackAsTheModelSays() {
        Table table = Table.of(TableName.of("t"), List.of(Column.nullable("a", SqlType.integer())));
        database.run(dialect.ddl().createTable(table, Set.of()));
        database.execute("insert into t values (1)");
        Column b = nickname();
        Check check = new Check(
                "ck \"t\"",
                new Comparison(
                        Comparison.Operator.GT,
                        new ColumnRef("", "a", ValueType.INTEGER),
                        new Value(0, ValueType.INTEGER)));
        database.run(dialect.ddl().addColumn(table, b));
        database.run(dialect.ddl().addCheck(table, check));
        Column a = table.requireColumn("a");
        database.run(dialect.ddl().alterColumn(table, a, a.withNullable(false)));
        assertThat(database.read("t"))
                .isEqualTo(
                        table.withColumns(List.of(a.withNullable(false), b.withDefault(new Default.Of(rawText("'x'")))))
                                .withChecks(List.of(new Check("ck \"t\"", rawText("a > 0")))));
        assertThatThrownBy(() -> database.execute("insert into t (a) values (0)"))
                .hasMessageContaining("ck \"t\"");
        database.run(dialect.ddl().dropCheck(table, check));
        database.run(dialect.ddl().alterColumn(table, a.withNullable(false), a));
        database.run(dialect.ddl().dropColumn(table.withColumn(b), b));
        assertThat(database.read("t")).isEqualTo(table);
    }

    @Test
    void dropsACheckThatHasNoNameInTheDatabase() {
        database.execute("create table t (a integer check (a > 0), b text unique)");
        Table table = database.read("t");
        database.run(dialect.ddl().dropCheck(table, table.checks().get(0)));
        assertThat(database.read("t")).isEqualTo(table.withChecks(List.of()));
    }

    @Test
    void doesNotAddInPlaceACheckThatARowBreaks() {
        Table table = Table.of(TableName.of("t"), List.of(Column.nullable("a", SqlType.integer())));
        database.run(dialect.ddl().createTable(table, Set.of()));
        database.execute("insert into t values (-1), (null)");
        assertThatThrownBy(() -> database.run(dialect.ddl().addCheck(table, new Check("ck_t", raw("a > 0")))))
                .hasMessageContaining("constraint");
        Column a = table.requireColumn("a");
        assertThatThrownBy(() -> database.run(dialect.ddl().alterColumn(table, a, a.withNullable(false))))
                .hasMessageContaining("constraint");
    }

    @Test
    void rebuildsWhatSqliteCannotChangeInPlace() {
        Table pet = Pets.PET;
        Column price = pet.requireColumn("price");
        Table retyped = pet.withColumn(price.withType(SqlType.bigint()));
        assertThat(dialect.ddl().alterColumn(pet, price, price.withType(SqlType.bigint())))
                .containsExactly(new DdlStep.Rebuild(pet, retyped, java.util.Map.of()));
        assertThat(dialect.ddl().addUniqueKey(pet, new UniqueKey("uq", List.of("born"))))
                .hasOnlyElementsOfType(DdlStep.Rebuild.class);
        assertThat(dialect.ddl().dropForeignKey(pet, pet.foreignKeys().get(0)))
                .hasOnlyElementsOfType(DdlStep.Rebuild.class);
        assertThat(dialect.ddl().addForeignKey(pet, pet.foreignKeys().get(0))).isEmpty();
        assertThat(dialect.forVersion(new ServerVersion(3, 40)).ddl().addCheck(pet, positive()))
                .hasOnlyElementsOfType(DdlStep.Rebuild.class);
    }

    @Test
    void refusesWhatSqliteHasNoFormFor() {
        Table table = Table.of(
                        TableName.of("t"),
                        List.of(Column.identity("id", SqlType.bigint()), Column.notNull("b", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_t", List.of("id", "b")));
        assertThatThrownBy(() -> dialect.ddl().createTable(table, Set.of()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("sqlite has no identity column that is not the whole primary key (t.id). Make it the only"
                        + " column of the primary key, or assign its values.");
        assertThatThrownBy(() -> dialect.ddl().createTable(Pets.PET.withName(TableName.of("app", "pet")), Set.of()))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() ->
                        dialect.ddl().createAll(Schema.of(List.of(), List.of(new Sequence(TableName.of("s"), 1, 1)))))
                .hasMessage("sqlite has no sequences (sequence \"s\"). Use an identity column.");
    }

    @Test
    void createsAndDropsViewsAndTriggers() {
        TableName hostile = TableName.of("v \"x\"; drop table pet; --");
        View view = View.of(hostile, new Definition("sqlite", "select id, name from pet -- those"))
                .withColumns(List.of("select", "a \"b\""))
                .withComment("sqlite keeps no comments");
        Trigger trigger = new Trigger(
                TableName.of("tr ' x"),
                hostile,
                new Definition(
                        "sqlite",
                        "create trigger [tr ' x] instead of insert on " + dialect.quote(hostile.name())
                                + " begin insert into person (name) values (new.\"select\"); end"));
        Schema schema = Schema.of(Pets.PERSON, Pets.PET)
                .withViews(List.of(
                        View.of(
                                TableName.of("a"),
                                new Definition("sqlite", "select * from \"V \"\"x\"\"; drop" + " table pet; --\"")),
                        view))
                .withTriggers(List.of(trigger));
        assertThat(sql(dialect.ddl().createView(view))).isEqualTo("""
                create view "v ""x""; drop table pet; --" ("select", "a ""b""\") as
                select id, name from pet -- those;
                """);
        assertThat(sql(dialect.ddl().dropView(view))).isEqualTo("""
                drop view "v ""x""; drop table pet; --";
                """);
        assertThat(sql(dialect.ddl().dropTrigger(trigger))).isEqualTo("""
                drop trigger "tr ' x";
                """);
        database.run(dialect.ddl().createAll(schema));
        database.execute("insert into " + dialect.quote(hostile.name()) + " values ('Ann', 1)");
        assertThat(database.values("select name from person")).containsExactly("Ann");
        Schema read = database.everything();
        assertThat(read.views()).hasSize(2).contains(view.withComment(null));
        assertThat(read.triggers())
                .extracting(one -> one.name() + " on " + one.table())
                .containsExactly("tr ' x on v \"x\"; drop table pet; --");
        database.run(dialect.ddl().dropAll(schema));
        assertThat(database.everything()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void givesOutNoNumberTwice() {
        database.run(dialect.ddl().createAll(Pets.ALL));
        database.execute("insert into person (name) values ('Ann')");
        database.execute("delete from person");
        database.execute("insert into person (name) values ('Bob')");
        assertThat(database.values("select id from person")).containsExactly(2);
    }

    @Test
    void quotesEveryWordThatSqliteReserves() {
        String keywords = """
                abort action add after all alter always analyze and as asc attach autoincrement before begin between by
                cascade case cast check collate column commit conflict constraint create cross current current_date
                current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop each
                else end escape except exclude exclusive exists explain fail filter first following for foreign from full
                generated glob group groups having if ignore immediate in index indexed initially inner insert instead
                intersect into is isnull join key last left like limit match materialized natural no not nothing notnull
                null nulls of offset on or order others outer over partition plan pragma preceding primary query raise range
                recursive references regexp reindex release rename replace restrict returning right rollback row rows
                savepoint select set table temp temporary then ties to transaction trigger unbounded union unique update
                using vacuum values view virtual when where window with within without true false rowid oid stored strict
                """;
        for (String word : keywords.strip().split("\\s+")) {
            Table table = Table.of(TableName.of(word), List.of(Column.notNull(word, SqlType.integer())))
                    .withPrimaryKey(new PrimaryKey(word, List.of(word)))
                    .withIndexes(List.of(Index.of("ix_" + word, word)));
            database.run(dialect.ddl().createTable(table, Set.of()));
            String quoted = dialect.quote(word);
            database.execute("insert into " + quoted + " (" + quoted + ") values (7)");
            database.execute("update " + quoted + " set " + quoted + " = " + quoted + " + 1 where " + quoted + " = 7");
            assertThat(database.values("select " + quoted + " from " + quoted + " order by " + quoted))
                    .as(word)
                    .containsExactly(8);
            assertThat(database.read(word)).isEqualTo(table);
            database.run(dialect.ddl().dropTable(table));
        }
    }

    private static Column nickname() {
        return Column.notNull("nickname", SqlType.varchar(20))
                .withDefault(new Default.Of(new Value("x", ValueType.STRING)));
    }

    private static Check positive() {
        return new Check("ck_pet_price", raw("price > 0"));
    }

    private static RawSql raw(String text) {
        return new RawSql("sqlite", text, ValueType.BOOLEAN);
    }

    private static RawSql rawText(String text) {
        return new RawSql("sqlite", text, ValueType.STRING);
    }

    private static String sql(List<DdlStep> steps) {
        StringBuilder sql = new StringBuilder();
        steps.forEach(step -> sql.append(((DdlStep.Sql) step).sql()).append(";\n"));
        return sql.toString();
    }
}
