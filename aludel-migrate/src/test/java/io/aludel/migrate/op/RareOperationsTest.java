// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations that only some databases know: their SQL, and what is in their way. */
class RareOperationsTest {
    private static final TableName MOOD = TableName.of("mood");
    private static final TableName PET = PetWorld.PET;

    @Test
    void saysEverythingInSql() {
        assertThat(sql(EveryOperation.rare()
                        .filter(RareOperationsTest::isOneStatement)
                        .filter(one -> !(one instanceof CreateTrigger))))
                .isEqualTo("""
                alter table loose add constraint pk_loose primary key (id) include (note) deferrable
                alter table person add constraint uq_person_name unique nulls not distinct (name) include (email) deferrable initially deferred
                alter table toy add constraint fk_toy_giver foreign key (id) references person (id) match full deferrable not valid
                alter table person add constraint ck_person_name check (name <> '') not valid
                -- postgresql has no indexes over the first characters ("ix_person_name"). Leave out the length.
                alter table pet add constraint ex_pet_name exclude using btree (name with =, (legs + 1) with =) where (legs > 3) deferrable initially deferred
                alter table pet add constraint ex_plain exclude (name with =)
                alter table tag add column number bigint generated always as identity (start with 5 increment by 2 minvalue 1 maxvalue 5000000000 cache 20 cycle) not null
                create sequence numbers as bigint start with -5000000000 increment by -5 minvalue -6000000000 maxvalue -1 cache 3 cycle
                comment on sequence numbers is 'It''s for toys'
                alter sequence numbers owned by toy.id
                alter sequence tickets as integer increment by 10 maxvalue 999
                comment on sequence tickets is 'by tens'
                create type size as enum ('small', 'it''s "big"')
                drop type mood
                alter type mood rename to feeling
                alter type mood rename value 'glad' to 'it''s "fine"'
                alter sequence tickets rename to coupons
                alter table pet drop constraint ck_pet_legs
                alter table pet add constraint ck_pet_legs check (legs between 0 and 8) not valid
                alter table toy drop constraint fk_toy_pet_id
                alter table toy add constraint fk_toy_pet_id foreign key (pet_id) references pet (id) on delete cascade not valid
                create domain email as varchar(200) collate "C" default 'a@b' not null constraint ck_email check (value like '%@%')
                comment on domain email is 'An address'
                create domain plain as text
                create view tame as
                select id, name
                from pet
                where legs > 0
                create materialized view tame (number, called) with (fillfactor=70) as
                select id, name
                from pet
                where legs > 0
                create unique index ix_tame on tame (number)
                comment on materialized view tame is 'Those that have legs'
                create view named as
                select name from pet
                create function twice …
                comment on function twice(integer, text) is 'doubles'
                create procedure tidy …
                create aggregate most …
                create schema if not exists zoo
                """);
    }

    @Test
    void saysTheWayBackInSql() {
        assertThat(sqlBack(EveryOperation.rare()
                        .filter(RareOperationsTest::isOneStatement)
                        .filter(one -> !(one instanceof CreateTrigger))))
                .isEqualTo("""
                alter table loose drop constraint pk_loose
                alter table person drop constraint uq_person_name
                alter table toy drop constraint fk_toy_giver
                alter table person drop constraint ck_person_name
                drop index ix_person_name
                alter table pet drop constraint ex_pet_name
                alter table pet drop constraint ex_plain
                alter table tag drop column number
                drop sequence numbers
                alter sequence tickets as bigint increment by 1 no maxvalue
                comment on sequence tickets is null
                drop type size
                create type mood as enum ('sad', 'glad')
                alter type feeling rename to mood
                alter type mood rename value 'it''s "fine"' to 'glad'
                alter sequence coupons rename to tickets
                alter table pet validate constraint ck_pet_legs
                alter table toy validate constraint fk_toy_pet_id
                drop domain email
                drop domain plain
                drop view tame
                drop materialized view tame
                drop view named
                drop function twice(integer, text)
                drop procedure tidy(integer, text)
                drop aggregate most(integer, text)
                drop schema zoo
                """);
    }

    @Test
    void addsAValueToATypeAndToTheColumnsOfIt() {
        Table table = Table.of(
                TableName.of("day"),
                List.of(
                        Column.nullable("mood", SqlType.namedEnum("mood", "sad", "glad")),
                        Column.nullable("moods", SqlType.array(SqlType.namedEnum("mood", "sad", "glad"))),
                        Column.nullable("other", SqlType.namedEnum("other", "sad", "glad"))));
        Schema before = EveryOperation.schema().with(table);

        Schema after = new AddEnumValue(MOOD, "so-so", "glad").applyTo(before);
        after = new AddEnumValue(MOOD, "great", null).applyTo(after);

        assertThat(after.enumType(MOOD)).contains(EnumType.of(MOOD, "sad", "so-so", "glad", "great"));
        assertThat(after.requireTable(table.name()).columns())
                .extracting(Column::type)
                .containsExactly(
                        SqlType.namedEnum("mood", "sad", "so-so", "glad", "great"),
                        SqlType.array(SqlType.namedEnum("mood", "sad", "so-so", "glad", "great")),
                        SqlType.namedEnum("other", "sad", "glad"));
        assertThat(sql(Stream.of(new AddEnumValue(MOOD, "it's", "glad"), new AddEnumValue(MOOD, "great", null))))
                .isEqualTo("""
                        alter type mood add value 'it''s' before 'glad'
                        alter type mood add value 'great'
                        """);
        assertThat(new AddEnumValue(MOOD, "great", null).reverse())
                .isEqualTo(
                        new Reversal.By(new DropEnumValue(MOOD, "great", null, new AddEnumValue(MOOD, "great", null))));
    }

    /** What takes a value from an enum type is a block, which is tried where it is executed. */
    private static boolean isOneStatement(Operation operation) {
        return !(operation instanceof AddEnumValue) && !(operation instanceof DropEnumValue);
    }

    static Stream<Arguments> misfits() {
        Exclusion.Element wings = new Exclusion.Element(Index.Part.column("wings"), "=");
        return Stream.of(
                Arguments.of(
                        new AddExclusion(PET, new Exclusion("ex", null, List.of(wings), null, Deferral.DEFERRED)),
                        "add exclusion constraint \"ex\" to table \"pet\": table \"pet\" has no column \"wings\";"
                                + " it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new AddUniqueKey(PET, new UniqueKey("uq", List.of("name")).withInclude(List.of("wings"))),
                        "add unique constraint \"uq\" to table \"pet\": table \"pet\" has no column \"wings\";"
                                + " it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new CreateIndex(PET, Index.of("ix", "name").withInclude(List.of("wings"))),
                        "create index \"ix\" on table \"pet\": table \"pet\" has no column \"wings\";"
                                + " it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new AddPrimaryKey(
                                TableName.of("loose"),
                                new PrimaryKey("pk", List.of("id")).withInclude(List.of("wings"))),
                        "add primary key \"pk\" to table \"loose\": table \"loose\" has no column \"wings\";"
                                + " it has \"id\", \"note\"."),
                Arguments.of(
                        new CreateSequence(
                                new Sequence(TableName.of("s"), 1, 1).withOwner(new Sequence.Owner(PET, "wings"))),
                        "create sequence \"s\": table \"pet\" has no column \"wings\"; it has \"id\", \"person_id\", \"name\", \"legs\"."),
                Arguments.of(
                        new AddEnumValue(MOOD, "sad", null),
                        "add value \"sad\" to enum type \"mood\": it has that value already."),
                Arguments.of(
                        new AddEnumValue(MOOD, "great", "best"),
                        "add value \"great\" to enum type \"mood\": it has no value \"best\" before which that one could stand;"
                                + " it has \"sad\", \"glad\"."),
                Arguments.of(
                        new AddEnumValue(TableName.of("x"), "great", "best"),
                        "add value \"great\" to enum type \"x\": there is no such enum type; there are \"mood\"."),
                Arguments.of(
                        new CreateEnumType(EnumType.of(MOOD, "x")), "create enum type \"mood\": it is there already."),
                Arguments.of(
                        new CreateView(View.of(PET, new Definition(null, "select 1"))),
                        "create view \"pet\": Two tables are called \"pet\"; rename one of them."),
                Arguments.of(
                        new DropView(TableName.of("v"), null),
                        "drop view \"v\": there is no such view; there are none."),
                Arguments.of(
                        new DropTrigger(TableName.of("tr"), PET, null),
                        "drop trigger \"tr\" of \"pet\": there is no such trigger; there are none."),
                Arguments.of(new DropSchema("zoo"), "drop schema \"zoo\": there is no such schema; there are none."));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void saysWhatIsInItsWay(Operation operation, String message) {
        assertThatThrownBy(() -> operation.applyTo(EveryOperation.schema())).hasMessage("MIG-001: Cannot " + message);
    }

    @Test
    void aSchemaThatIsNotEmptyIsNotDropped() {
        Schema schema = Schema.of(PetWorld.tag().withName(TableName.of("zoo", "tag")));

        assertThatThrownBy(() -> new DropSchema("zoo").applyTo(schema))
                .hasMessage("MIG-001: Cannot drop schema \"zoo\": table \"zoo.tag\" is in it. Drop that first.");
    }

    @Test
    void aTextForAnotherDatabaseIsRefusedUnlessItIsSaidToBeForThatOneOnly() {
        Dialect sqlite = dialect("sqlite::memory:");
        CreateView view = new CreateView(View.of(TableName.of("v"), new Definition("postgresql", "select now()")));

        assertThat(view.isFor(sqlite)).isTrue();
        assertThatThrownBy(() -> view.render(sqlite, Schema.EMPTY))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("view \"v\", which is written for postgresql");
        assertThat(new OnDialects(List.of("postgresql"), view).isFor(sqlite)).isFalse();
        assertThat(new OnDialects(List.of("h2", "sqlite"), view).isFor(sqlite)).isTrue();
    }

    @Test
    void anEnumTypeIsNothingToDoWhereThereAreNone() {
        Dialect sqlite = dialect("sqlite::memory:");

        assertThat(new CreateEnumType(EnumType.of(MOOD, "x")).isFor(sqlite)).isFalse();
        assertThat(new DropEnumType(MOOD, null).isFor(sqlite)).isFalse();
        assertThat(new AddEnumValue(MOOD, "x", null).isFor(sqlite)).isFalse();
        assertThat(new OnDialects(List.of("sqlite"), new DropEnumType(MOOD, null)).isFor(sqlite))
                .isFalse();
        assertThat(new CreateEnumType(EnumType.of(MOOD, "x")).isFor(postgresql()))
                .isTrue();
    }

    @Test
    void aMisspeltDatabaseIsAnError() {
        Operations op = new Operations();

        assertThatThrownBy(() -> op.on("sqlite", "postgres"))
                .hasMessage(
                        "There is no dialect \"postgres\"; there are \"h2\", \"mariadb\", \"postgresql\", \"sqlite\"."
                                + " Correct the name, or add the artifact that has it.");
        assertThatThrownBy(() -> op.sql("vacuum").on("postgres"))
                .hasMessageStartingWith("There is no dialect \"postgres\"");
    }

    @Test
    void anIdentityIsSaidBeforeHowItCounts() {
        assertThatThrownBy(() ->
                        new Operations().addColumn("pet", "n", SqlType.bigint()).cache(5))
                .hasMessage("Column \"n\" says how its identity counts before it has one; say identity(…) first.");
    }

    @Test
    void anAlteredSequenceKeepsItsNameAndSaysBothSides() {
        assertThatThrownBy(() ->
                        new AlterSequence(new Sequence(TableName.of("a"), 1, 1), new Sequence(TableName.of("b"), 1, 1)))
                .hasMessage("AlterSequence keeps the name, but got \"a\" and \"b\".");
        Operations op = new Operations();
        op.alterSequence("a", s -> s.to(1, 2));
        assertThatThrownBy(op::operations)
                .hasMessage("alterSequence of \"a\" says only half: give both from(…) and to(…).");
    }

    @Test
    void whatBelongsToATableGoesAndIsRenamedWithIt() {
        TableName touch = TableName.of("touch");
        Sequence numbers =
                new Sequence(TableName.of("numbers"), 1, 1).withOwner(new Sequence.Owner(PetWorld.TOY, "price"));
        Trigger trigger = new Trigger(touch, PetWorld.TOY, new Definition(null, "create trigger …"));
        Schema schema = EveryOperation.schema().withSequences(List.of(numbers)).withTriggers(List.of(trigger));

        Schema dropped = new DropTable(PetWorld.TOY, null).applyTo(schema);
        assertThat(dropped.sequences()).isEmpty();
        assertThat(dropped.triggers()).isEmpty();
        assertThat(new DropColumn(PetWorld.TOY, "price", null).applyTo(schema).sequences())
                .isEmpty();
        TableName thing = TableName.of("thing");
        Schema renamed = new RenameTable(PetWorld.TOY, thing).applyTo(schema);
        renamed = new RenameColumn(thing, "price", "cost").applyTo(renamed);
        assertThat(renamed.sequences()).containsExactly(numbers.withOwner(new Sequence.Owner(thing, "cost")));
        assertThat(renamed.triggers()).containsExactly(new Trigger(touch, thing, trigger.definition()));
        assertThat(new DropTable(PET, null).applyTo(renamed.without(thing)).triggers())
                .hasSize(1);
    }

    @Test
    void aColumnThatAnIncludeOrAnExclusionNeedsIsNotDropped() {
        Table pet = PetWorld.pet()
                .withChecks(List.of())
                .withForeignKeys(List.of())
                .withIndexes(List.of(Index.of("ix", "name").withInclude(List.of("legs"))));
        assertThatThrownBy(() -> new DropColumn(PET, "legs", null).applyTo(Schema.of(pet)))
                .hasMessageEndingWith("index \"ix\" uses it. Drop that first.");
        Table excluding = pet.withIndexes(List.of())
                .withExclusions(List.of(new Exclusion(
                        "ex",
                        null,
                        List.of(new Exclusion.Element(
                                Term.column("legs").plus(1).part(), "=")),
                        null,
                        Deferral.NOT_DEFERRABLE)));
        assertThatThrownBy(() -> new DropColumn(PET, "legs", null).applyTo(Schema.of(excluding)))
                .hasMessageEndingWith("exclusion constraint \"ex\" uses it. Drop that first.");
        Table unique = pet.withIndexes(List.of())
                .withUniqueKeys(List.of(new UniqueKey("uq", List.of("name")).withInclude(List.of("legs"))));
        assertThatThrownBy(() -> new DropColumn(PET, "legs", null).applyTo(Schema.of(unique)))
                .hasMessageEndingWith("unique constraint \"uq\" uses it. Drop that first.");
        Table primary = pet.withIndexes(List.of())
                .withPrimaryKey(new PrimaryKey("pk", List.of("id")).withInclude(List.of("legs")));
        assertThatThrownBy(() -> new DropColumn(PET, "legs", null).applyTo(Schema.of(primary)))
                .hasMessageEndingWith("primary key \"pk\" uses it. Drop that first.");
    }

    /** As PostgreSQL would be told, each on the schema that it fits. */
    private static String sql(Stream<? extends Operation> operations) {
        Dialect dialect = postgresql();
        return operations
                .filter(operation -> operation.isFor(dialect))
                .map(operation -> text(operation, dialect, EveryOperation.schema()))
                .collect(Collectors.joining());
    }

    private static String sqlBack(Stream<? extends Operation> operations) {
        Dialect dialect = postgresql();
        return operations
                .filter(operation -> operation.isFor(dialect))
                .map(operation -> text(
                        ((Reversal.By) operation.reverse()).operation(),
                        dialect,
                        operation.applyTo(EveryOperation.schema())))
                .collect(Collectors.joining());
    }

    private static String text(Operation operation, Dialect dialect, Schema schema) {
        try {
            return operation.render(dialect, schema).stream()
                    .map(step -> ((DdlStep.Sql) step).sql() + "\n")
                    .collect(Collectors.joining());
        } catch (UnsupportedFeatureException e) {
            return "-- " + e.getMessage() + "\n";
        }
    }

    private static Dialect postgresql() {
        return dialect("postgresql://nobody@nowhere/nothing");
    }

    private static Dialect dialect(String dsn) {
        try (Engine engine = Engine.create(dsn)) {
            return engine.dialect();
        }
    }
}
