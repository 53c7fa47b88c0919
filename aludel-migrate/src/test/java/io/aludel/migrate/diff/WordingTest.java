// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.op.AddEnumValue;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.DropCheck;
import io.aludel.migrate.op.EveryOperation;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.op.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static String said(Stream<? extends Operation> operations) {
        try (Engine engine = Engine.create("postgresql://localhost/pets")) { // never connected to
            Wording wording = new Wording(engine.dialect());
            return operations.map(operation -> wording.of(operation) + "\n").collect(Collectors.joining());
        }
    }

    @Test
    void saysWhatIsAddedAndWhatGoes() {
        assertThat(said(EveryOperation.portable())).isEqualTo("""
                create table "shop": (id, owner_id, opened_on)
                drop table "toy": (id, pet_id, price)
                rename table "toy" to "plaything"
                rename table "person" to "human"
                comment table "toy": none -> "It's what "pets" play with"
                add column "born_on" to table "person": date
                add column "points" to table "person": integer not null default 0
                drop column "price" of table "toy": numeric(8, 2) not null
                alter column "price" of table "toy": type numeric(8, 2) -> numeric(10, 2)
                alter column "price" of table "toy": not null -> null
                alter column "price" of table "toy": default none -> 9.99
                rename column "id" of table "person" to "number"
                rename column "legs" of table "pet" to "feet"
                drop foreign key "fk_toy_pet_id" of table "toy": (pet_id) references pet (id) on delete cascade
                add foreign key "fk_toy_giver" to table "toy": (id) references person (id) on update cascade
                drop primary key "pk_tag" of table "tag": (code)
                drop unique constraint "uq_person_email" of table "person": (email)
                add unique constraint "uq_toy_pet_price" to table "toy": (pet_id, price)
                drop check "ck_pet_legs" of table "pet": legs between 0 and 8
                add check "ck_person_name" to table "person": name <> ''
                drop index "ix_pet_person_id" of table "pet": (person_id)
                create index "ix_person_name" on table "person": (name)
                rename index "ix_pet_person_id" of table "pet" to "ix_pet_owner"
                rename constraint "uq_person_email" of table "person" to "uq_person_address"
                rename constraint "fk_pet_person_id" of table "pet" to "fk_pet_owner"
                rename constraint "fk_toy_pet_id" of table "toy" to "fk_toy_owner"
                rename constraint "ck_pet_legs" of table "pet" to "ck_pet_feet"
                rename constraint "pk_person" of table "person" to "pk_human"
                rename constraint "pk_tag" of table "tag" to "pk_label"
                add column "born_in" to table "person": varchar(40) not null filled with 'by ' || name
                add column "score" to table "person": integer not null default 0 filled with 7
                drop column "name" of table "person": varchar(40) not null filled with 'nobody'
                alter column "email" of table "person": null -> not null filled with 'none'
                """);
    }

    @Test
    void saysTheSameOnTheWayBack() {
        assertThat(said(Stream.concat(EveryOperation.portable(), EveryOperation.ofSequences())
                        .map(operation -> ((Reversal.By) operation.reverse()).operation())))
                .isEqualTo("""
                drop table "shop": (id, owner_id, opened_on)
                create table "toy": (id, pet_id, price)
                rename table "plaything" to "toy"
                rename table "human" to "person"
                comment table "toy": "It's what "pets" play with" -> none
                drop column "born_on" of table "person": date
                drop column "points" of table "person": integer not null default 0
                add column "price" to table "toy": numeric(8, 2) not null
                alter column "price" of table "toy": type numeric(10, 2) -> numeric(8, 2)
                alter column "price" of table "toy": null -> not null
                alter column "price" of table "toy": default 9.99 -> none
                rename column "number" of table "person" to "id"
                rename column "feet" of table "pet" to "legs"
                add foreign key "fk_toy_pet_id" to table "toy": (pet_id) references pet (id) on delete cascade
                drop foreign key "fk_toy_giver" of table "toy": (id) references person (id) on update cascade
                add primary key "pk_tag" to table "tag": (code)
                add unique constraint "uq_person_email" to table "person": (email)
                drop unique constraint "uq_toy_pet_price" of table "toy": (pet_id, price)
                add check "ck_pet_legs" to table "pet": legs between 0 and 8
                drop check "ck_person_name" of table "person": name <> ''
                create index "ix_pet_person_id" on table "pet": (person_id)
                drop index "ix_person_name" of table "person": (name)
                rename index "ix_pet_owner" of table "pet" to "ix_pet_person_id"
                rename constraint "uq_person_address" of table "person" to "uq_person_email"
                rename constraint "fk_pet_owner" of table "pet" to "fk_pet_person_id"
                rename constraint "fk_toy_owner" of table "toy" to "fk_toy_pet_id"
                rename constraint "ck_pet_feet" of table "pet" to "ck_pet_legs"
                rename constraint "pk_human" of table "person" to "pk_person"
                rename constraint "pk_label" of table "tag" to "pk_tag"
                drop column "born_in" of table "person": varchar(40) not null filled with 'by ' || name
                drop column "score" of table "person": integer not null default 0 filled with 7
                add column "name" to table "person": varchar(40) not null filled with 'nobody'
                alter column "email" of table "person": not null -> null
                drop sequence "numbers": from 10 by 5
                """);
    }

    @Test
    void saysEachChangeOfAColumnInBothSpellings() {
        Column from = Column.nullable("note", SqlType.varchar(40)).withCollation("C");
        Column to = Column.notNull("note", SqlType.text())
                .withDefault(new Default.Of(Term.value("it's new").expression()))
                .withComment("short");
        Column numbered = Column.notNull("number", SqlType.bigint());

        assertThat(said(Stream.of(
                        new AlterColumn(PERSON, from, to),
                        new AlterColumn(
                                PERSON, numbered, numbered.withGeneration(new Generation.Identity(10, 5, true))),
                        new AlterColumn(
                                PERSON,
                                numbered.withGeneration(Generation.Identity.STANDARD),
                                numbered.withGeneration(new Generation.Computed(
                                        Term.column("id").plus(1).expression(), true))))))
                .isEqualTo("""
                alter column "note" of table "person": type varchar(40) -> text, null -> not null, default none -> 'it''s new', collation "C" -> none, comment none -> "short"
                alter column "number" of table "person": generated none -> always as identity from 10 by 5
                alter column "number" of table "person": generated as identity -> as (id + 1) stored
                """);
    }

    @Test
    void namesWhatIsUnusual() {
        Index index = new Index(
                        "ix",
                        List.of(
                                new Index.Part(Term.column("name").lower().expression(), false),
                                new Index.Part(Term.column("order").expression(), true)),
                        true)
                .withPredicate(Term.column("name").isNotNull().expression());
        ForeignKey key = new ForeignKey(
                "fk",
                List.of("pet_id"),
                new TableName("zoo", "pet"),
                List.of("id"),
                ForeignKey.Action.CASCADE,
                ForeignKey.Action.SET_NULL,
                ForeignKey.Match.SIMPLE,
                Deferral.DEFERRED,
                true);

        assertThat(said(Stream.of(
                        new CreateIndex(TOY, index),
                        new AddForeignKey(TOY, key),
                        new DropCheck(
                                TOY,
                                "ck",
                                new Check("ck", Term.rawSql("odd(price)").expression())),
                        new DropCheck(TOY, "ck", null))))
                .isEqualTo("""
                create index "ix" on table "toy": unique (lower(name collate "pg_c_utf8"), "order" desc) where name is not null
                add foreign key "fk" to table "toy": (pet_id) references zoo.pet (id) on delete cascade on update set null deferrable initially deferred
                drop check "ck" of table "toy": odd(price)
                drop check "ck" of table "toy"
                """);
    }

    @Test
    void saysAllPropertiesOfWhatOnlySomeDatabasesHave() {
        assertThat(said(Stream.concat(
                        EveryOperation.rare(),
                        Stream.of(
                                new AddEnumValue(TableName.of("mood"), "so-so", "glad"),
                                new AddEnumValue(TableName.of("mood"), "great", null)))))
                .isEqualTo("""
                add primary key "pk_loose" to table "loose": (id) include (note) deferrable
                add unique constraint "uq_person_name" to table "person": (name) include (email) nulls not distinct deferrable initially deferred
                add foreign key "fk_toy_giver" to table "toy": (id) references person (id) match full deferrable not valid
                add check "ck_person_name" to table "person": name <> '' not valid
                create index "ix_person_name" on table "person": unique using btree (name collate "C" nulls last, name text_pattern_ops, name(10) desc nulls first) include (email) nulls not distinct with (fillfactor=70, deduplicate_items=off) where email is not null
                add exclusion constraint "ex_pet_name" to table "pet": using btree (name with =, legs + 1 with =) where legs > 3 deferrable initially deferred
                add exclusion constraint "ex_plain" to table "pet": (name with =)
                add column "number" to table "tag": bigint not null generated always as identity from 5 by 2 minimum 1 maximum 5000000000 cache 20 cycle
                create sequence "numbers": bigint from -5000000000 by -5 minimum -6000000000 maximum -1 cache 3 cycle of toy.id comment "It's for toys"
                alter sequence "tickets": type usual -> integer, from 1 by 1 -> from 1 by 10 maximum 999, comment none -> "by tens"
                create enum type "size": ("small", "it's "big"")
                drop enum type "mood": ("sad", "glad")
                rename enum type "mood" to "feeling"
                rename value "glad" of enum type "mood" to "it's "fine""
                add value "so-so" to enum type "mood": before "glad"
                drop value "sad" of enum type "mood"
                rename sequence "tickets" to "coupons"
                invalidate constraint "ck_pet_legs" of table "pet"
                invalidate constraint "fk_toy_pet_id" of table "toy"
                create domain "email": varchar(200) collate "C" not null default 'a@b' check (value like '%@%') comment "An address"
                create domain "plain": text
                create view "tame": as select id, name from pet where legs > 0
                create view "tame" on postgresql: materialized (number, called) with (fillfactor=70) as select id, name from pet where legs > 0, index ix_tame unique (number) comment "Those that have legs"
                create view "named" on postgresql and sqlite: as select name from pet
                create function "twice(integer, text)": create function twice …
                create procedure "tidy(integer, text)": create procedure tidy …
                create aggregate "most(integer, text)": create aggregate most …
                create trigger "touch" of "pet": create trigger touch after update on pet begin select 1; end
                create schema "zoo"
                create index "ix_pet_legs" on table "pet" on sqlite: (legs)
                add value "so-so" to enum type "mood": before "glad"
                add value "great" to enum type "mood"
                """);
    }

    @Test
    void saysTheSameOfThemOnTheWayBack() {
        assertThat(said(EveryOperation.rare().map(operation -> ((Reversal.By) operation.reverse()).operation())))
                .isEqualTo("""
                drop primary key "pk_loose" of table "loose": (id) include (note) deferrable
                drop unique constraint "uq_person_name" of table "person": (name) include (email) nulls not distinct deferrable initially deferred
                drop foreign key "fk_toy_giver" of table "toy": (id) references person (id) match full deferrable not valid
                drop check "ck_person_name" of table "person": name <> '' not valid
                drop index "ix_person_name" of table "person": unique using btree (name collate "C" nulls last, name text_pattern_ops, name(10) desc nulls first) include (email) nulls not distinct with (fillfactor=70, deduplicate_items=off) where email is not null
                drop exclusion constraint "ex_pet_name" of table "pet": using btree (name with =, legs + 1 with =) where legs > 3 deferrable initially deferred
                drop exclusion constraint "ex_plain" of table "pet": (name with =)
                drop column "number" of table "tag": bigint not null generated always as identity from 5 by 2 minimum 1 maximum 5000000000 cache 20 cycle
                drop sequence "numbers": bigint from -5000000000 by -5 minimum -6000000000 maximum -1 cache 3 cycle of toy.id comment "It's for toys"
                alter sequence "tickets": type integer -> usual, from 1 by 10 maximum 999 -> from 1 by 1, comment "by tens" -> none
                drop enum type "size": ("small", "it's "big"")
                create enum type "mood": ("sad", "glad")
                rename enum type "feeling" to "mood"
                rename value "it's "fine"" of enum type "mood" to "glad"
                drop value "so-so" of enum type "mood"
                add value "sad" to enum type "mood": before "glad"
                rename sequence "coupons" to "tickets"
                validate constraint "ck_pet_legs" of table "pet"
                validate constraint "fk_toy_pet_id" of table "toy"
                drop domain "email": varchar(200) collate "C" not null default 'a@b' check (value like '%@%') comment "An address"
                drop domain "plain": text
                drop view "tame": as select id, name from pet where legs > 0
                drop view "tame" on postgresql: materialized (number, called) with (fillfactor=70) as select id, name from pet where legs > 0, index ix_tame unique (number) comment "Those that have legs"
                drop view "named" on postgresql and sqlite: as select name from pet
                drop function "twice(integer, text)": create function twice …
                drop procedure "tidy(integer, text)": create procedure tidy …
                drop aggregate "most(integer, text)": create aggregate most …
                drop trigger "touch" of "pet": create trigger touch after update on pet begin select 1; end
                drop schema "zoo"
                drop index "ix_pet_legs" of table "pet" on sqlite: (legs)
                """);
    }
}
