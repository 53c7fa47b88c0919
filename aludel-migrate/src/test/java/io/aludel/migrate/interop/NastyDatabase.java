// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.util.List;
import java.util.Map;

/** Databases as somebody made them by hand, with what each of them has. */
final class NastyDatabase {
    private static final Map<TestDatabase, List<String>> STATEMENTS = Map.of(
            TestDatabase.SQLITE,
            List.of(
                    "create table owner (id integer primary key autoincrement, \"full name\" text not null default 'it''s; so', age int check (age > 0 or age is null))",
                    "create table \"Pet \"\"x\" (a integer not null, b text collate nocase not null, owner_id integer references owner (id) on delete cascade,"
                            + " twice integer generated always as (a * 2) stored, primary key (a, b)) without rowid",
                    "create table egg (id integer primary key, hen_id integer references hen (id))",
                    "create table hen (id integer primary key, egg_id integer references egg (id) deferrable initially deferred)",
                    "create unique index ix_lower on owner (lower(\"full name\") desc) where age is not null",
                    "create view grown as select id, \"full name\" from owner where age > 17",
                    "create view grown_names as select \"full name\" as n from grown",
                    "create trigger tr_owner after update on owner begin update owner set age = 1 where id = new.id; select 1; end"),
            TestDatabase.H2,
            List.of(
                    "create domain positive as int constraint is_positive check (value > 0)",
                    "create sequence seq_of_mine start with 7 increment by 3",
                    "create table owner (id bigint generated always as identity primary key, \"full name\" varchar(40) default 'it''s; so' not null, age positive)",
                    "create table \"Pet \"\"x\" (a int not null, b varchar(20) not null, owner_id bigint references owner (id) on delete cascade,"
                            + " twice int generated always as (a * 2), mood enum ('sad', 'glad'), constraint pk_pet primary key (a, b))",
                    "create table egg (id bigint primary key, hen_id bigint)",
                    "create table hen (id bigint primary key, egg_id bigint references egg (id))",
                    "alter table egg add constraint fk_hen foreign key (hen_id) references hen (id)",
                    "create unique index ix_owner on owner (age desc, \"full name\")",
                    "create view grown as select id, \"full name\" from owner where age > 17",
                    "create view grown_names as select \"full name\" as n from grown"),
            TestDatabase.POSTGRESQL,
            List.of(
                    "create type mood as enum ('sad', 'gl;ad', 'it''s')",
                    "create domain positive as int constraint is_positive check (value > 0)",
                    "create sequence seq_of_mine start with 7 increment by 3",
                    "create table owner (id serial primary key, \"full name\" text default 'it''s; so' not null, age positive, moods mood[], at timestamptz default now())",
                    "create table \"Pet \"\"x\" (a int not null, b varchar(20) collate \"C\" not null, owner_id int references owner (id) on delete cascade,"
                            + " twice int generated always as (a * 2) stored, mood mood default 'sad', constraint pk_pet primary key (a, b))",
                    "create table egg (id bigint generated always as identity (start with 5) primary key, hen_id bigint)",
                    "create table hen (id bigint primary key, egg_id bigint references egg (id) deferrable initially deferred)",
                    "alter table egg add constraint fk_hen foreign key (hen_id) references hen (id)",
                    "create table payment (id int not null, day date not null, primary key (id, day)) partition by range (day)",
                    "create table payment_1 partition of payment for values from ('2026-01-01') to ('2026-07-01')",
                    "create table payment_2 partition of payment default",
                    "create unique index ix_lower on owner (lower(\"full name\") desc nulls last) include (age) where age is not null",
                    "create index ix_payment on payment (day)",
                    "comment on table owner is 'who; \"has\" pets'",
                    "create function ages() returns bigint language sql as $body$ select count(*) from \"Pet \"\"x\"; $body$",
                    "create function older() returns trigger language plpgsql as $$ begin new.age := new.age + 1; return new; end; $$",
                    "create trigger tr_owner before update on owner for each row execute function older()",
                    "create view grown as select id, \"full name\" from owner where age > 17",
                    "create materialized view grown_names as select \"full name\" as n, count(*) as c from grown group by 1",
                    "create index ix_names on grown_names (n)"),
            TestDatabase.MARIADB,
            List.of(
                    "create sequence seq_of_mine start with 7 increment by 3",
                    "create table owner (id bigint auto_increment primary key, `full name` varchar(40) default 'it''s; so' not null, age int,"
                            + " mood enum('sad', 'gl;ad'), check (age > 0)) comment 'who; has pets'",
                    "create table `Pet ``x` (a int not null, b varchar(20) collate utf8mb4_bin not null, owner_id bigint, twice int as (a * 2) stored,"
                            + " primary key (a, b), constraint fk_owner foreign key (owner_id) references owner (id) on delete cascade)",
                    "create table egg (id bigint primary key, hen_id bigint)",
                    "create table hen (id bigint primary key, egg_id bigint, constraint fk_egg foreign key (egg_id) references egg (id))",
                    "alter table egg add constraint fk_hen foreign key (hen_id) references hen (id)",
                    "create unique index ix_owner on owner (`full name`(10), age)",
                    "create function ages() returns bigint reads sql data begin declare n bigint; select count(*) into n from owner; return n; end",
                    "create trigger tr_owner before update on owner for each row begin set new.age = new.age + 1; end",
                    "create view grown as select id, `full name` from owner where age > 17",
                    "create view grown_names as select `full name` as n from grown"));

    private NastyDatabase() {}

    static void make(Engine engine, FreshDatabase database) {
        execute(engine, STATEMENTS.get(database.database()));
    }

    static void execute(Engine engine, List<String> statements) {
        try (EngineConnection connection = engine.connect()) {
            statements.forEach(connection::execute);
        }
    }
}
