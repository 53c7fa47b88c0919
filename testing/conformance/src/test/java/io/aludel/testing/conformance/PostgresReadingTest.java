// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.SchemaAssert;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read of PostgreSQL's catalogue, by how many queries, and what is told of the rest. */
@OnEveryDatabase(POSTGRESQL)
@Tag("server-version")
class PostgresReadingTest {
    private static final Scope PUBLIC = Scope.everything(Set.of());

    private final FreshDatabase database;
    private final Engine engine;

    PostgresReadingTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Schema read(Scope scope) {
        return read(engine, scope);
    }

    private static Schema read(Engine engine, Scope scope) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), scope));
    }

    @Test
    void readsOnlyTheNamesAndKindsThatAreAskedFor() throws SQLException {
        database.execute(
                "create schema other",
                "create table a (id serial)",
                "create table b (id int)",
                "create table other.a (id int)",
                "create view v as select id from a",
                "create function f() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger g before insert on a for each row execute function f()",
                "create trigger g before insert on b for each row execute function f()",
                "create trigger g instead of insert on v for each row execute function f()");
        Set<ObjectKind> all = PUBLIC.kinds();

        assertThat(described(new Scope(Set.of(), Set.of(TableName.of("a"), TableName.of("v")), all)))
                .containsExactlyInAnyOrder(
                        "table \"a\"", "view \"v\"", "trigger \"g\" of \"a\"", "trigger \"g\" of \"v\"");
        assertThat(described(new Scope(Set.of("other"), Set.of(TableName.of("other", "a")), all)))
                .containsExactly("table \"other.a\"");
        assertThat(described(new Scope(Set.of(), null, Set.of(ObjectKind.TRIGGER))))
                .containsExactlyInAnyOrder(
                        "trigger \"g\" of \"a\"", "trigger \"g\" of \"b\"", "trigger \"g\" of \"v\"");
        assertThat(described(new Scope(Set.of(), null, Set.of(ObjectKind.VIEW))))
                .containsExactly("view \"v\"");
        assertThat(described(new Scope(Set.of(), null, Set.of(ObjectKind.ROUTINE))))
                .containsExactly("function \"f()\"");
        assertThat(described(Scope.of(Set.of())))
                .containsExactlyInAnyOrder("table \"a\"", "table \"b\"", "sequence \"a_id_seq\"");
    }

    private Set<String> described(Scope scope) {
        return read(scope).objects().map(SchemaObject::describe).collect(toSet());
    }

    @Test
    void readsWhatTheModelSaysOfIt() throws IOException, SQLException {
        PostgresRoundTripTest.loadEverything(database);
        Schema schema = read(PUBLIC);

        assertThat(schema.sequence(TableName.of("plain"))).hasValue(new Sequence(TableName.of("plain"), 1, 1));
        assertThat(schema.sequence(TableName.of("down"))).hasValue(new Sequence(TableName.of("down"), -1, -2));
        assertThat(schema.sequence(TableName.of("small")))
                .hasValue(new Sequence(
                        TableName.of("small"),
                        SqlType.smallint(),
                        new Numbering(5, 3, 2L, 300L, 7, true),
                        null,
                        "Counts 'little'"));
        assertThat(schema.sequence(TableName.of("groups_serial_number_seq")))
                .hasValue(new Sequence(
                        TableName.of("groups_serial_number_seq"),
                        SqlType.integer(),
                        Numbering.STANDARD.withCache(4),
                        new Sequence.Owner(TableName.of("groups"), "serial_number"),
                        "serial"));
        Table groups = schema.requireTable(TableName.of("groups"));
        assertThat(groups.requireColumn("id").generation())
                .isEqualTo(new Generation.Identity(new Numbering(100, 5, 50L, 10000L, 3, true), true));
        assertThat(groups.requireColumn("back").generation())
                .isEqualTo(new Generation.Identity(Numbering.of(-1, -1), false));
        assertThat(groups.options())
                .containsExactly("with (fillfactor=70, autovacuum_enabled=false, toast.autovacuum_enabled=off)");
        assertThat(groups.indexes().stream().filter(index -> index.name().equals("ix_plain")))
                .containsExactly(Index.of("ix_plain", "name"));
        assertThat(schema.requireTable(TableName.of("scribbles")).options()).containsExactly("unlogged");
        assertThat(schema.requireTable(TableName.of("heirs")).options()).containsExactly("inherits (public.hens)");
        Table part = schema.requireTable(TableName.of("a_measures_2026"));
        assertThat(part.columns().stream().map(column -> column.name() + " " + column.comment()))
                .containsExactly("value null", "note its own");
        assertThat(part.primaryKey()).isNull();
        assertThat(part.checks()).isEmpty();
        assertThat(part.indexes()).containsExactly(Index.of("ix_2026", "note"));
        assertThat(schema.view(TableName.of("the_view")).map(View::options)).hasValue(List.of("security_barrier=true"));
        assertThat(schema.routines().stream().map(Routine::describe))
                .contains(
                        "function \"twice(bigint)\"", "aggregate \"counted(*)\"", "procedure \"do_it(integer, text)\"");
        assertThat(schema.triggers().stream()
                        .filter(trigger -> trigger.name().name().equals("on_parts")))
                .as("not those of the partitions")
                .hasSize(1);
        assertThat(schema.objects().map(object -> object.name().name()))
                .as("nothing of an extension")
                .noneMatch(name -> name.contains("similarity"));
    }

    @Test
    void readsNothingOfExtensions() throws SQLException {
        database.execute("create extension citext", "create extension hstore", "create extension dblink");

        assertThat(read(PUBLIC)).isEqualTo(Schema.EMPTY);
    }

    @Test
    void namesTheSchemasThatAreNotTheSystems() throws SQLException {
        database.execute("create schema \"b B\"", "create schema a", "create temporary table t (id int)");
        try (EngineConnection connection = engine.connect()) {
            assertThat(engine.dialect().introspector().schemaNames(connection.catalog()))
                    .containsExactly("a", "b B", "public");
        }
        assertThat(read(Scope.everything(Set.of("a", "b B", "gone"))).schemaNames())
                .containsExactly("a", "b B");
    }

    @Test
    void tellsOfAllThatASchemaHasNoWordsFor() throws SQLException {
        database.execute(
                "create type pair as (a int, b int)",
                "create type span as range (subtype = int)",
                "create collation own (locale = 'C')",
                "create schema other",
                "create collation other.own (locale = 'C')",
                "create operator === (leftarg = int, rightarg = int, function = int4eq)",
                "create text search configuration words (copy = simple)",
                "create foreign data wrapper nowhere",
                "create server nowhere foreign data wrapper nowhere",
                "create foreign table far (id int) server nowhere",
                "create table typed of pair",
                "create table t (a int, b int, c text collate other.own, d text, constraint ck check (a > 0) no inherit,"
                        + " constraint pk primary key (a) with (fillfactor = 50),"
                        + " constraint ex exclude (b with =) include (a))",
                "create index ix on t (d collate other.own)",
                "create table p (a int) partition by list (a)",
                "create table p1 partition of p default",
                "create index ix_p on only p (a)",
                "create rule r as on delete to t do instead nothing",
                "create policy pol on t using (a > 1)",
                "alter table t enable row level security",
                "create statistics stats on a, b from t",
                "create function f() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger g before insert on t for each row execute function f()",
                "alter table t disable trigger g",
                "create view v as select a from t",
                "alter view v alter column a set default 7",
                "create rule r as on insert to v do instead nothing");
        List<String> newer = List.of();
        if (isAtLeast(15)) {
            database.execute(
                    "create table set_some (a int, b int, constraint fk foreign key (a) references t on delete set null (a))",
                    "create unlogged sequence lost");
            newer = List.of(
                    "foreign key \"fk\" of table \"set_some\": When its target goes, only some of its columns are set"
                            + " (on delete set … of named columns).",
                    "sequence \"lost\": It is unlogged: after a crash it counts from the beginning.");
        }
        List<String> newest = List.of();
        if (isAtLeast(18)) {
            database.execute(
                    "create table n (a int, b int4range, at int4range, constraint ck check (a > 0) not enforced,"
                            + " constraint pk_n primary key (b, at without overlaps),"
                            + " constraint fk foreign key (a) references t not enforced)",
                    "alter table n add constraint nn not null a not valid");
            newest = List.of(
                    "check \"ck\" of table \"n\": It is not enforced.",
                    "foreign key \"fk\" of table \"n\": It is not enforced.",
                    "not null constraint \"nn\" of table \"n\": Rows that were there before it were not looked at (not valid).",
                    "primary key \"pk_n\" of table \"n\": It is about spans of time.");
        }
        String byHand = " Make and change it by SQL of your own.";
        String noPlace = ": It has no place in a schema here.";
        List<String> expected = new ArrayList<>(List.of(
                "composite type \"pair\" of schema \"public\"" + noPlace,
                "range type \"span\" of schema \"public\"" + noPlace,
                "collation \"own\" of schema \"public\"" + noPlace,
                "operator \"===\" of schema \"public\"" + noPlace,
                "text search configuration \"words\" of schema \"public\"" + noPlace,
                "table \"far\": It is a foreign table, whose rows are elsewhere.",
                "table \"typed\": It has its columns from the type public.pair.",
                "column \"c\" of table \"t\": It has the collation \"own\" of the schema \"other\","
                        + " which can be named from there only.",
                "index \"ix\" of table \"t\": It has the collation \"own\" of the schema \"other\","
                        + " which can be named from there only.",
                "check \"ck\" of table \"t\": It is not inherited (no inherit).",
                "primary key \"pk\" of table \"t\": Its index has options (fillfactor=50), which only an index has here.",
                "exclusion constraint \"ex\" of table \"t\": Its index has further columns or options.",
                "rule \"r\" of table \"t\"" + noPlace,
                "policy \"pol\" of table \"t\"" + noPlace,
                "row-level security of table \"t\": It decides which rows a role sees.",
                "statistics \"stats\" of table \"t\"" + noPlace,
                "rule \"r\" of view \"v\"" + noPlace,
                "default of view column \"a\" of view \"v\"" + noPlace,
                "whether it is enabled on \"t\" of trigger \"g\": It is disabled, or acts when rows are replicated."));
        expected.addAll(newer);
        expected.addAll(newest);
        expected.replaceAll(text -> text + byHand);
        expected.add(
                "index \"ix_p\" of table \"p\": It is invalid, so queries do not use it: it was not built to its end,"
                        + " or not on all partitions. Drop it or build it anew (reindex).");

        Schema schema = read(PUBLIC);

        assertThat(schema.unreadable().stream().map(Unreadable::toString))
                .containsExactlyInAnyOrderElementsOf(expected);
        Table t = schema.requireTable(TableName.of("t"));
        assertThat(t.checks()).isEmpty();
        assertThat(t.exclusions()).isEmpty();
        assertThat(t.primaryKey()).isNotNull();
        assertThat(schema.table(TableName.of("far"))).isEmpty();
        assertThat(schema.requireTable(TableName.of("p")).indexes()).isEmpty();
    }

    private boolean isAtLeast(int version) {
        try (EngineConnection connection = engine.connect()) {
            return connection.dialect().version().isAtLeast(version, 0);
        }
    }

    @Test
    void showsARoleWithoutRightsAllThatThereIs() throws IOException, SQLException {
        PostgresRoundTripTest.loadEverything(database);
        Scope all = Scope.everything(Set.of("O'x \"Y", "empty"));
        Schema schema = read(all);
        database.execute(
                "create role nobody login",
                "revoke all on schema \"O'x \"\"Y\" from public",
                "revoke execute on all functions in schema public from public");
        try (Engine nobody = Engine.create(database.dsn().replace("postgres@", "nobody@"))) {
            Schema seen = read(nobody, all);

            SchemaAssert.assertSame(seen, schema);
        } finally {
            database.execute("drop role nobody");
        }
    }

    @Test
    void readsTheSameWhateverTheSessionPrints() throws IOException, SQLException {
        PostgresRoundTripTest.loadEverything(database);
        Schema schema = read(PUBLIC);
        try (EngineConnection connection = engine.connect()) {
            for (String setting : List.of(
                    "quote_all_identifiers = on",
                    "intervalstyle = iso_8601",
                    "datestyle = 'ISO, DMY'",
                    "timezone = 'Asia/Kolkata'",
                    "bytea_output = escape",
                    "extra_float_digits = -3")) {
                connection.execute("set " + setting);
            }

            SchemaAssert.assertSame(engine.dialect().introspector().read(connection.catalog(), PUBLIC), schema);

            assertThat(connection
                            .catalog()
                            .query(
                                    "select current_setting('quote_all_identifiers') as a, current_setting('intervalstyle') as b,"
                                            + " current_setting('datestyle') as c, current_setting('timezone') as d,"
                                            + " current_setting('bytea_output') as e, current_setting('extra_float_digits') as f")
                            .get(0)
                            .values()
                            .values())
                    .containsExactly("on", "iso_8601", "ISO, DMY", "Asia/Kolkata", "escape", "-3");
        }
    }
}
