// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Unreadable;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a database on MariaDB is read, by how many queries, and what is said of the rest. */
@OnEveryDatabase(MARIADB)
class MariaDbSchemaTest {
    private static final Scope ALL = Scope.everything(Set.of());

    private final FreshDatabase database;

    MariaDbSchemaTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void readsAThousandTablesByAsManyQueriesAsOne() throws SQLException {
        database.execute(
                "create sequence s", "create view v as select 1 as one", "create table t0 (id int primary key)");
        try (Engine engine = Engine.create(database.dsn())) {
            List<String> few = new ArrayList<>();
            read(engine, ALL, few);
            database.execute(IntStream.rangeClosed(1, 1_000)
                    .mapToObj(i -> "create table t" + i + " (id int primary key, a int, b text check (b <> ''),"
                            + " key (b(5)), foreign key (a) references t" + (i - 1) + " (id))")
                    .toArray(String[]::new));
            database.execute(IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> "create view v" + i + " as select id from t" + i)
                    .toArray(String[]::new));
            database.execute("create sequence s1", "create procedure p() select 1", "create procedure q() select 1");
            assertThat(few).hasSize(16 + 1); // each view is asked for what it shows
            List<String> many = new ArrayList<>();

            long start = System.nanoTime();
            Schema schema = read(engine, ALL, many);
            long millis = (System.nanoTime() - start) / 1_000_000;

            assertThat(schema.tables()).hasSize(1_001);
            assertThat(schema.views()).hasSize(21);
            assertThat(schema.requireTable(TableName.of("t1000")).foreignKeys()).hasSize(1);
            assertThat(many).hasSize(16 + 21).noneMatch(sql -> sql.contains(" join "));
            assertThat(millis).isLessThan(30_000);
        }
    }

    @Test
    void asksOnlyForTheKindsAndNamesThatAreWanted() throws SQLException {
        database.execute(
                "create table pets (id int primary key)",
                "create table toys (id int primary key)",
                "create view names as select id from pets",
                "create trigger t before insert on pets for each row set new.id = 1",
                "create trigger u before insert on toys for each row set new.id = 1",
                "create procedure p() select 1");
        try (Engine engine = Engine.create(database.dsn())) {
            List<String> queries = new ArrayList<>();
            assertThat(names(read(engine, Scope.tables(TableName.of("pets")).and(ObjectKind.TRIGGER), queries)))
                    .isEqualTo("table \"pets\", trigger \"t\" of \"pets\"");
            assertThat(queries.stream().filter(sql -> sql.contains("from information_schema")))
                    .hasSizeGreaterThan(5)
                    .allMatch(sql -> sql.contains("table_name in (?)") || sql.contains("event_object_table in (?)"));
            assertThat(names(read(engine, Scope.DEFAULT_SCHEMA, new ArrayList<>())))
                    .isEqualTo("table \"pets\", table \"toys\"");
            assertThat(names(read(engine, new Scope(Set.of(), null, Set.of(ObjectKind.VIEW)), new ArrayList<>())))
                    .isEqualTo("view \"names\"");
        }
    }

    @Test
    void readsOtherSchemasByTheirNames() throws SQLException {
        String other = "it's `b`";
        database.execute(
                "create database `it's ``b```",
                "create table `it's ``b```.people (id int primary key)",
                "create table pets (owner int, constraint fk foreign key (owner) references `it's ``b```.people (id))",
                "create view both_of_them as select owner from pets, `it's ``b```.people",
                "create database empty_one");
        try (Engine engine = Engine.create(database.dsn())) {
            Schema schema = read(engine, Scope.everything(Set.of(other, "empty_one", "none")), new ArrayList<>());

            assertThat(schema.schemaNames()).containsExactly("empty_one", other);
            assertThat(schema.requireTable(TableName.of("pets"))
                            .foreignKeys()
                            .get(0)
                            .target())
                    .isEqualTo(TableName.of(other, "people"));
            assertThat(schema.views().get(0).query().text())
                    .isEqualTo("select `pets`.`owner` AS `owner` from (`pets` join `it's ``b```.`people`)");
            List<String> names = engine.inTransaction(
                    connection -> engine.dialect().introspector().schemaNames(connection.catalog()));
            assertThat(names)
                    .contains("empty_one", other, database.name())
                    .doesNotContain("mysql", "information_schema");
        } finally {
            database.execute("drop table pets", "drop database `it's ``b```", "drop database empty_one");
        }
    }

    @Test
    void saysWhatItHasNoWordsFor() throws SQLException {
        database.execute(
                "create table parts (a int primary key) partition by hash (a) partitions 2",
                "create table known (a int, s timestamp(6) as row start, e timestamp(6) as row end,"
                        + " period for system_time (s, e)) with system versioning",
                "create table valid (a int, s date, e date, period for valid_time (s, e))",
                "create table odd (a int invisible, p point ref_system_id=4326, b enum('🙈'),"
                        + " t varchar(9), primary key (t(3)))",
                "create sequence by_setting increment 0",
                "create event ev on schedule every 1 day do delete from odd",
                "create view same as select " + database.name() + ".a from odd as " + database.name());
        try (Engine engine = Engine.create(database.dsn())) {
            assertThat(unreadable(read(engine, ALL, new ArrayList<>())))
                    .isEqualTo("""
                    sequence "by_setting": It counts by the setting auto_increment_increment. #
                    table "known": It has the period "SYSTEM_TIME". #
                    column "a" of table "odd": It is INVISIBLE. #
                    column "b" of table "odd": It may hold characters beyond U+FFFF, which the server shows as question marks. #
                    column "p" of table "odd": Its points are of the system 4326. #
                    primary key of table "odd": It has a length, a direction, a kind or a comment. #
                    table "parts": It is divided into partitions. #
                    view "same": A name in it is that of the database, which is before other names, too; choose another.
                    event "ev" of schema "%s": It has no place in a schema here. #
                    table "valid": It has the period "valid_time". #
                    """.replace("#", "Make and change it by SQL of your own.")
                            .formatted(database.name()));
        }
    }

    @Test
    void saysWhatItIsNotShown() throws SQLException {
        String db = database.name();
        database.execute(
                "create table pets (id int primary key, name text, check (name <> ''))",
                "create table toys (id int primary key, pet int, constraint fk foreign key (pet) references pets (id))",
                "create view names as select name from pets",
                "create trigger t before insert on pets for each row set new.name = 'x'",
                "create procedure p() select 1",
                "create sequence s",
                "create user reader",
                "create user runner",
                "create user looker",
                "create role editor",
                "grant select on " + db + ".* to reader",
                "grant select, insert, execute on " + db + ".* to editor",
                "grant editor to runner",
                "set default role editor for runner",
                "grant select (id) on " + db + ".pets to looker");
        try {
            assertThat(readAs("reader")).isEqualTo("""
                    sequence "s", table "pets", table "toys"
                    view "names": The right to see its query is missing; grant SHOW VIEW and SELECT.
                    events of schema "#": Those that there may be are not shown to reader@%; grant EVENT on the schema.
                    routines of schema "#": Those that there may be are not shown to reader@%; grant EXECUTE on the schema.
                    triggers of schema "#": Those that there may be are not shown to reader@%; grant TRIGGER on the schema.
                    foreign key "fk" of table "toys": What it does is shown only to those who may do more with the table than to select; grant REFERENCES.
                    """.replace("#", db));
            assertThat(readAs("runner")).isEqualTo("""
                    sequence "s", table "pets", table "toys"
                    view "names": The right to see its query is missing; grant SHOW VIEW and SELECT.
                    routine "p": The right to see its text is missing; grant SHOW CREATE ROUTINE on the schema, or SELECT on mysql.proc.
                    events of schema "#": Those that there may be are not shown to runner@%; grant EVENT on the schema.
                    triggers of schema "#": Those that there may be are not shown to runner@%; grant TRIGGER on the schema.
                    """.replace("#", db));
            assertThat(readAs("looker")).isEqualTo("""
                    table "pets"
                    table "pets": Only those columns are shown on which there is a right; grant one on the table.
                    events of schema "#": Those that there may be are not shown to looker@%; grant EVENT on the schema.
                    other tables, views and sequences of schema "#": Those that there may be are not shown to looker@%; grant SELECT on the schema.
                    routines of schema "#": Those that there may be are not shown to looker@%; grant EXECUTE on the schema.
                    triggers of schema "#": Those that there may be are not shown to looker@%; grant TRIGGER on the schema.
                    """.replace("#", db));
        } finally {
            database.execute("drop user reader, runner, looker", "drop role editor");
        }
    }

    private String readAs(String user) {
        try (Engine engine = Engine.create(database.dsn().replace("//root@", "//" + user + "@"))) {
            Schema schema = read(engine, ALL, new ArrayList<>());
            return names(schema) + "\n" + unreadable(schema);
        }
    }

    private static Schema read(Engine engine, Scope scope, List<String> queries) {
        return engine.inTransaction(connection -> {
            CatalogReader catalog = (sql, parameters) -> {
                queries.add(sql);
                return connection.catalog().query(sql, parameters);
            };
            return engine.dialect().introspector().read(catalog, scope);
        });
    }

    private static String names(Schema schema) {
        return schema.objects().map(SchemaObject::describe).sorted().collect(joining(", "));
    }

    private static String unreadable(Schema schema) {
        return schema.unreadable().stream().map(Unreadable::toString).collect(joining("\n", "", "\n"));
    }
}
