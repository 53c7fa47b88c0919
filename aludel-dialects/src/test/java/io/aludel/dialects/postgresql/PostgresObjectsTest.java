// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static io.aludel.core.type.ValueType.STRING;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PostgresObjectsTest {
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Ddl DDL = POSTGRES.ddl();
    private static final Table PET = Table.of(
            TableName.of("pet"),
            List.of(
                    Column.notNull("id", SqlType.integer()),
                    Column.nullable("name", SqlType.text()),
                    Column.nullable("at", SqlType.date())));

    @Test
    void makesEnumTypes() {
        EnumType mood =
                EnumType.of(TableName.of("zoo", "Mood"), "sad", "it's \\").withComment("How it's");

        assertThat(text(DDL.createEnumType(mood), DDL.dropEnumType(mood))).isEqualTo("""
                create type zoo."Mood" as enum ('sad', E'it''s \\\\');
                comment on type zoo."Mood" is 'How it''s';
                drop type zoo."Mood";
                """);
    }

    @Test
    void makesDomains() {
        Domain size = Domain.of(TableName.of("size"), SqlType.varchar(8))
                .withNullable(false)
                .withDefault(new Default.Of(raw("'s'")))
                .withCollation("de-DE")
                .withChecks(List.of(
                        new Check("ck_new", raw("value <> 'x'"), false), new Check("ck_size", raw("value <> ''"))))
                .withComment("S to XL");

        assertThat(text(DDL.createDomain(size), DDL.dropDomain(size)))
                .isEqualTo("""
                create domain "size" as varchar(8) collate "de-DE" default 's' not null constraint ck_size check (value <> '');
                comment on domain "size" is 'S to XL';
                alter domain "size" add constraint ck_new check (value <> 'x') not valid;
                drop domain "size";
                """.replace("\"size\"", POSTGRES.quote("size")));
    }

    @Test
    void makesSequencesAndGivesThemToTheirColumns() {
        Sequence numbers = new Sequence(
                TableName.of("numbers"),
                SqlType.smallint(),
                new Numbering(5, -2, -100L, 10L, 7, true),
                new Sequence.Owner(TableName.of("pet"), "Order"),
                "counts");

        assertThat(text(DDL.createSequence(numbers), DDL.giveSequence(numbers), DDL.dropSequence(numbers)))
                .isEqualTo("""
                create sequence numbers as smallint start with 5 increment by -2 minvalue -100 maxvalue 10 cache 7 cycle;
                comment on sequence numbers is 'counts';
                alter sequence numbers owned by pet."Order";
                drop sequence numbers;
                """);
    }

    @Test
    void makesTablesOfEveryKind() {
        assertThat(create(PET.withOptions(List.of("unlogged", "inherits (public.animal)", "with (fillfactor=70)"))))
                .isEqualTo("""
                create unlogged table pet (
                    id integer not null,
                    name text,
                    at date
                ) inherits (public.animal) with (fillfactor=70);
                """);
        assertThat(create(PET.withOptions(List.of("partition by RANGE (at)"))))
                .endsWith("\n) partition by RANGE (at);\n");
        assertThat(create(Table.of(TableName.of("pet_2026"), List.of())
                        .withPartition(new Partition(TableName.of("zoo", "pet"), "FOR VALUES IN ('a')"))))
                .isEqualTo("create table pet_2026 partition of zoo.pet FOR VALUES IN ('a');\n");
        assertThat(create(Table.of(
                                TableName.of("pet_2026"),
                                List.of(
                                        Column.nullable("name", SqlType.text()),
                                        Column.notNull("at", SqlType.date())
                                                .withDefault(new Default.Of(raw("now()")))
                                                .withComment("own")))
                        .withPartition(new Partition(TableName.of("pet"), "default"))
                        .withChecks(List.of(new Check("ck", raw("id > 0"))))
                        .withForeignKeys(
                                List.of(ForeignKey.of("fk", List.of("id"), TableName.of("owner"), List.of("id"))))
                        .withIndexes(List.of(Index.of("ix", "name")))
                        .withOptions(List.of("unlogged", "partition by LIST (name)", "with (fillfactor=70)"))))
                .isEqualTo("""
                create unlogged table pet_2026 partition of pet (
                    name default null,
                    at default now() not null,
                    constraint fk foreign key (id) references owner (id),
                    constraint ck check (id > 0)
                ) default partition by LIST (name) with (fillfactor=70);
                create index ix on pet_2026 (name);
                comment on column pet_2026.at is 'own';
                """.replace("owner", POSTGRES.quote("owner")));
    }

    @Test
    void makesKeysAndConstraintsWithAllThatTheySay() {
        Table table = PET.withPrimaryKey(new PrimaryKey("pk", List.of("id"), List.of("name"), Deferral.DEFERRABLE))
                .withUniqueKeys(
                        List.of(new UniqueKey("uq", List.of("name"), List.of("at", "id"), false, Deferral.DEFERRED)))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk", List.of("id"), TableName.of("pet"), List.of("id"))
                                .withMatch(ForeignKey.Match.FULL)
                                .onDelete(ForeignKey.Action.SET_DEFAULT)
                                .withDeferral(Deferral.DEFERRED),
                        ForeignKey.of("fk_new", List.of("id"), TableName.of("pet"), List.of("id"))
                                .withValidated(false)))
                .withChecks(List.of(new Check("ck_new", raw("id > 0"), false)))
                .withExclusions(List.of(new Exclusion(
                        "ex",
                        "gist",
                        List.of(
                                new Exclusion.Element(
                                        Index.Part.column("name").withOperatorClass("public.gist_text_ops"), "="),
                                new Exclusion.Element(new Index.Part(raw("f(at)"), false), "operator(zoo.&&)")),
                        raw("id > 1"),
                        Deferral.DEFERRABLE)));

        assertThat(create(table)).isEqualTo("""
                create table pet (
                    id integer not null,
                    name text,
                    at date,
                    constraint pk primary key (id) include (name) deferrable,
                    constraint uq unique nulls not distinct (name) include (at, id) deferrable initially deferred,
                    constraint fk foreign key (id) references pet (id) match full on delete set default \
                deferrable initially deferred,
                    constraint ex exclude using gist (name public.gist_text_ops with =, (f(at)) with operator(zoo.&&)) \
                where (id > 1) deferrable
                );
                alter table pet add constraint fk_new foreign key (id) references pet (id) not valid;
                alter table pet add constraint ck_new check (id > 0) not valid;
                """);
        assertThat(text(DDL.dropExclusion(table, table.exclusions().get(0))))
                .isEqualTo("alter table pet drop constraint ex;\n");
        assertThatThrownBy(() ->
                        POSTGRES.forVersion(new ServerVersion(14, 0)).ddl().createTable(table, Set.of()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "postgresql has no unique key to which NULLs are equal (\"uq\"). Make its columns not null.");
    }

    @Test
    void makesIndexesOfEveryKind() {
        Index.Part at = new Index.Part(new ColumnRef("", "at", STRING), true).withNulls(Index.Nulls.LAST);
        Index.Part lower = new Index.Part(raw("lower(name)"), false)
                .withCollation("POSIX")
                .withOperatorClass("text_pattern_ops")
                .withNulls(Index.Nulls.FIRST);
        Index ordered = new Index("ix", List.of(at, lower), true)
                .withInclude(List.of("id"))
                .withNullsDistinct(false)
                .withOptions(List.of("fillfactor=70"))
                .withPredicate(raw("id > 1"));
        Index gin = Index.of("ix_gin", "name").withMethod("gin");

        assertThat(text(DDL.createIndex(PET, ordered), DDL.createIndex(PET, gin), DDL.dropIndex(PET, gin)))
                .isEqualTo("""
                create unique index ix on pet (at desc nulls last, \
                (lower(name)) collate "POSIX" text_pattern_ops nulls first) include (id) nulls not distinct \
                with (fillfactor=70) where id > 1;
                create index ix_gin on pet using gin (name);
                drop index ix_gin;
                """);
    }

    @Test
    void makesViews() {
        View names = View.of(TableName.of("names"), sql("select name from pet"))
                .withColumns(List.of("Name"))
                .withOptions(List.of("security_barrier=true", "check_option=local"))
                .withComment("all of them");
        View totals = View.of(TableName.of("zoo", "totals"), sql("select count(*) as n from pet"))
                .withMaterialized(true)
                .withIndexes(List.of(Index.unique("ix_n", "n")))
                .withComment("kept");

        assertThat(text(DDL.createView(names), DDL.createView(totals), DDL.dropView(names), DDL.dropView(totals)))
                .isEqualTo("""
                create view names ("Name") with (security_barrier=true, check_option=local) as
                select name from pet;
                comment on view names is 'all of them';
                create materialized view zoo.totals as
                select count(*) as n from pet;
                create unique index ix_n on zoo.totals (n);
                comment on materialized view zoo.totals is 'kept';
                drop view names;
                drop materialized view zoo.totals;
                """);
    }

    @Test
    void makesRoutinesAndTriggers() {
        Routine function = new Routine(
                Routine.Kind.FUNCTION, TableName.of("f"), "integer, text", sql("create function f(…) …"), "does it");
        Routine procedure =
                new Routine(Routine.Kind.PROCEDURE, TableName.of("zoo", "P"), "", sql("create procedure …"), null);
        Routine aggregate =
                new Routine(Routine.Kind.AGGREGATE, TableName.of("counted"), "*", sql("create aggregate …"), null);
        Trigger trigger = new Trigger(
                TableName.of("zoo", "On Pets"), TableName.of("zoo", "pet"), sql("create trigger \"On Pets\" …"));

        assertThat(text(
                        DDL.createRoutine(function),
                        DDL.createTrigger(trigger),
                        DDL.dropTrigger(trigger),
                        DDL.dropRoutine(function),
                        DDL.dropRoutine(procedure),
                        DDL.dropRoutine(aggregate)))
                .isEqualTo("""
                create function f(…) …;
                comment on function f(integer, text) is 'does it';
                create trigger "On Pets" …;
                drop trigger "On Pets" on zoo.pet;
                drop function f(integer, text);
                drop procedure zoo."P"();
                drop aggregate counted(*);
                """);
    }

    @Test
    void looksAtNoBodiesWhileAllIsCreated() {
        Schema schema = Schema.of(PET)
                .withRoutines(List.of(
                        new Routine(Routine.Kind.FUNCTION, TableName.of("f"), "", sql("create function f() …"), null)));

        assertThat(text(DDL.createAll(schema))).isEqualTo("""
                set local check_function_bodies = off;
                create function f() …;
                create table pet (
                    id integer not null,
                    name text,
                    at date
                );
                set local check_function_bodies to default;
                """);
        assertThat(text(DDL.createAll(Schema.of(PET)))).startsWith("create table pet");
    }

    @Test
    void refusesNamesThatWouldBeCut() {
        String kept = "ж".repeat(31) + "x";
        String cut = kept + "y";
        assertThat(text(DDL.createSequence(new Sequence(TableName.of(kept), 1, 1))))
                .contains(kept);

        Definition any = sql("…");
        TableName name = TableName.of(cut);
        Stream.<ThrowingCallable>of(
                        () -> DDL.createSchema(cut),
                        () -> DDL.createEnumType(EnumType.of(name, "a")),
                        () -> DDL.createDomain(Domain.of(name, SqlType.text())),
                        () -> DDL.createSequence(new Sequence(name, 1, 1)),
                        () -> DDL.createTable(PET.withName(name), Set.of()),
                        () -> DDL.createTable(PET.withColumn(Column.nullable(cut, SqlType.text())), Set.of()),
                        () -> DDL.createTable(
                                Table.of(TableName.of("p"), List.of(Column.nullable(cut, SqlType.text())))
                                        .withPartition(new Partition(TableName.of("pet"), "default")),
                                Set.of()),
                        () -> DDL.createView(View.of(name, any)),
                        () -> DDL.createRoutine(new Routine(Routine.Kind.FUNCTION, name, "", any, null)),
                        () -> DDL.createTrigger(new Trigger(name, TableName.of("pet"), any)))
                .forEach(creation -> assertThatThrownBy(creation)
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageStartingWith("postgresql has no names of 64 bytes (")
                        .hasMessageEndingWith(" \"" + cut + "\"); it keeps 63. Choose a shorter one."));
    }

    private static String create(Table table) {
        return text(DDL.createTable(table, Set.of()));
    }

    private static RawSql raw(String sql) {
        return new RawSql("postgresql", sql, STRING);
    }

    private static Definition sql(String text) {
        return new Definition("postgresql", text);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String text(List<DdlStep>... steps) {
        return Stream.of(steps)
                .flatMap(List::stream)
                .map(step -> ((DdlStep.Sql) step).sql() + ";\n")
                .collect(joining());
    }
}
