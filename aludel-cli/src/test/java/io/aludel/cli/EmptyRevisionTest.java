// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that its author writes, and what it would do as SQL. */
class EmptyRevisionTest {
    @TempDir
    private Path folder;

    @OnEveryDatabase
    void isFilledInAndShownAsSql(FreshDatabase database) throws IOException {
        Project project = Project.on(database, folder);

        project.aludel("init");
        project.aludel("revision", "-m", "Seed the colours");
        assertThat(project.seen()).isEqualTo("""
                $ aludel init
                Made FOLDER/aludel.properties
                Made FOLDER/src/main/java/migrations
                Next: aludel revision --autogenerate -m "first tables"
                $ aludel revision -m 'Seed the colours'
                Wrote FOLDER/src/main/java/migrations/Rid1_SeedTheColours.java
                It is empty: say in up() what it does, and in down() how that is undone.
                Next: aludel upgrade head
                """);
        Path script = project.script(1);
        String text = Files.readString(script);
        Files.writeString(
                script,
                text.replaceFirst(
                                "// Empty: [^\n]*",
                                "op.createTable(\"colour\", t -> t.column(\"name\", io.aludel.core.type.SqlType.text()));\n"
                                        + "op.sql(\"insert into colour (name) values ('Ökru')\").schemaNeutral();")
                        .replaceFirst("(?s)(void down.*?\\{)", "$1\nop.dropTable(\"colour\");"));

        project.aludel("sql");
        assertThat(project.seen())
                .isEqualTo(
                        switch (database.database()) {
                            case SQLITE -> """
                $ aludel sql
                -- id1 Seed the colours
                begin;
                create table aludel_history (
                    revision varchar(12) not null,
                    ordinal integer not null,
                    message text not null,
                    checksum varchar(80) not null,
                    applied_at timestamp with time zone not null,
                    duration_ms bigint not null,
                    applied_by text not null,
                    constraint pk_aludel_history primary key (revision)
                );
                create table aludel_ledger (
                    format integer not null,
                    constraint pk_aludel_ledger primary key (format)
                );
                create table aludel_repeatable (
                    name varchar(100) not null,
                    checksum varchar(80) not null,
                    applied_at timestamp with time zone not null,
                    duration_ms bigint not null,
                    applied_by text not null,
                    constraint pk_aludel_repeatable primary key (name)
                );
                create table aludel_steps (
                    revision varchar(12) not null,
                    way varchar(4) not null,
                    operation integer not null,
                    statement integer not null,
                    checksum varchar(80) not null,
                    sql_text text not null,
                    state varchar(7) not null,
                    fingerprint varchar(80),
                    started_at timestamp with time zone,
                    constraint pk_aludel_steps primary key (revision, operation, statement)
                );
                insert into aludel_ledger (format) values (3);
                create table colour (
                    name text
                );
                insert into colour (name) values ('Ökru');
                insert into aludel_history (revision, ordinal, message, checksum, applied_at, duration_ms, applied_by) values ('id1', 1, 'Seed the colours', 'CHECKSUM', strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'), 0, 'sql');
                commit;
                """;
                            case H2 -> """
                $ aludel sql
                -- id1 Seed the colours
                create table "aludel_history" (
                    "revision" varchar(12) not null,
                    "ordinal" integer not null,
                    "message" varchar not null,
                    "checksum" varchar(80) not null,
                    "applied_at" timestamp with time zone not null,
                    "duration_ms" bigint not null,
                    "applied_by" varchar not null,
                    constraint "pk_aludel_history" primary key ("revision")
                );
                create table "aludel_ledger" (
                    "format" integer not null,
                    constraint "pk_aludel_ledger" primary key ("format")
                );
                create table "aludel_repeatable" (
                    "name" varchar(100) not null,
                    "checksum" varchar(80) not null,
                    "applied_at" timestamp with time zone not null,
                    "duration_ms" bigint not null,
                    "applied_by" varchar not null,
                    constraint "pk_aludel_repeatable" primary key ("name")
                );
                create table "aludel_steps" (
                    "revision" varchar(12) not null,
                    "way" varchar(4) not null,
                    "operation" integer not null,
                    "statement" integer not null,
                    "checksum" varchar(80) not null,
                    "sql_text" varchar not null,
                    "state" varchar(7) not null,
                    "fingerprint" varchar(80),
                    "started_at" timestamp with time zone,
                    constraint "pk_aludel_steps" primary key ("revision", "operation", "statement")
                );
                insert into "aludel_ledger" ("format") values (3);
                create table "colour" (
                    "name" varchar
                );
                insert into colour (name) values ('Ökru');
                insert into "aludel_history" ("revision", "ordinal", "message", "checksum", "applied_at", "duration_ms", "applied_by") values ('id1', 1, 'Seed the colours', 'CHECKSUM', current_timestamp, 0, 'sql');
                """;
                            case MARIADB -> """
                $ aludel sql
                -- id1 Seed the colours
                create table aludel_history (
                    revision varchar(12) not null,
                    ordinal integer not null,
                    message longtext not null,
                    checksum varchar(80) not null,
                    applied_at datetime(6) not null,
                    duration_ms bigint not null,
                    applied_by longtext not null,
                    constraint pk_aludel_history primary key (revision)
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                create table aludel_ledger (
                    format integer not null,
                    constraint pk_aludel_ledger primary key (format)
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                create table aludel_repeatable (
                    name varchar(100) not null,
                    checksum varchar(80) not null,
                    applied_at datetime(6) not null,
                    duration_ms bigint not null,
                    applied_by longtext not null,
                    constraint pk_aludel_repeatable primary key (name)
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                create table aludel_steps (
                    revision varchar(12) not null,
                    way varchar(4) not null,
                    operation integer not null,
                    statement integer not null,
                    checksum varchar(80) not null,
                    sql_text longtext not null,
                    state varchar(7) not null,
                    fingerprint varchar(80),
                    started_at datetime(6),
                    constraint pk_aludel_steps primary key (revision, operation, statement)
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                insert into aludel_ledger (format) values (3);
                create table colour (
                    name longtext
                ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_nopad_bin;
                insert into colour (name) values ('Ökru');
                insert into aludel_history (revision, ordinal, message, checksum, applied_at, duration_ms, applied_by) values ('id1', 1, 'Seed the colours', 'CHECKSUM', current_timestamp(6), 0, 'sql');
                """;
                            case POSTGRESQL -> """
                $ aludel sql
                -- id1 Seed the colours
                begin;
                create table aludel_history (
                    revision varchar(12) not null,
                    ordinal integer not null,
                    message text not null,
                    checksum varchar(80) not null,
                    applied_at timestamp with time zone not null,
                    duration_ms bigint not null,
                    applied_by text not null,
                    constraint pk_aludel_history primary key (revision)
                );
                create table aludel_ledger (
                    format integer not null,
                    constraint pk_aludel_ledger primary key (format)
                );
                create table aludel_repeatable (
                    name varchar(100) not null,
                    checksum varchar(80) not null,
                    applied_at timestamp with time zone not null,
                    duration_ms bigint not null,
                    applied_by text not null,
                    constraint pk_aludel_repeatable primary key (name)
                );
                create table aludel_steps (
                    revision varchar(12) not null,
                    way varchar(4) not null,
                    operation integer not null,
                    statement integer not null,
                    checksum varchar(80) not null,
                    sql_text text not null,
                    state varchar(7) not null,
                    fingerprint varchar(80),
                    started_at timestamp with time zone,
                    constraint pk_aludel_steps primary key (revision, operation, statement)
                );
                insert into aludel_ledger (format) values (3);
                create table colour (
                    name text
                );
                insert into colour (name) values ('Ökru');
                insert into aludel_history (revision, ordinal, message, checksum, applied_at, duration_ms, applied_by) values ('id1', 1, 'Seed the colours', 'CHECKSUM', current_timestamp, 0, 'sql');
                commit;
                """;
                        });

        project.aludel("upgrade");
        project.aludel("sql");
        project.aludel("sql", "--from", project.id(1));
        project.aludel("downgrade", "base");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade
                Applied id1  Seed the colours (N ms)
                $ aludel sql
                Nothing to apply.
                $ aludel sql --from id1
                Nothing to apply.
                $ aludel downgrade base
                Undid id1  Seed the colours (N ms)
                """);
    }

    @Test
    void isRefusedWhereItsMessageDidNotArrive() {
        Project project = new Project(folder).set("ALUDEL_URL", "sqlite:" + folder.resolve("x.db"));

        project.aludel("revision", "-m", "\uFFFD\uFFFD\uFFFD");
        assertThat(project.seen()).isEqualTo("""
                $ aludel revision -m \uFFFD\uFFFD\uFFFD
                CLI-005: The message did not arrive as it was typed, as the locale (LC_ALL, LC_CTYPE or LANG) has no such letters. Set one that is UTF-8: LC_ALL=C.UTF-8
                exit code 1
                """);
    }
}
