// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing and writing where there is no database. */
class OfflineCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void writesAndChecksWithoutAUrl() {
        Project project = Pets.atFirst(new Project(folder)).set("ALUDEL_MODEL_SOURCES", "src/main/java");

        project.aludel("revision", "--autogenerate", "--offline", "--dialect", "postgresql", "-m", "First tables");
        project.aludel("check", "--offline", "--dialect", "postgresql");
        String first = project.seen();
        Pets.later(project);
        project.aludel("check", "--offline", "--dialect", "postgresql");
        project.write("src/main/java/migrations/aaaa00000009_more.up.sql", "-- parent: " + project.id(1) + "\nvacuum;");
        project.aludel("check", "--offline", "--dialect", "postgresql");

        assertThat(first + project.seen()).isEqualTo("""
                $ aludel revision --autogenerate --offline --dialect postgresql -m 'First tables'
                  create table "person": (id, name)
                  create table "pet": (id, legs, owner_id)
                Wrote FOLDER/src/main/java/migrations/Rid1_FirstTables.java
                Next: aludel upgrade head
                $ aludel check --offline --dialect postgresql
                The model and what the scripts make do not differ.
                $ aludel check --offline --dialect postgresql
                To bring what the scripts make to the model:
                  drop foreign key "fk_pet_owner_id" of table "pet": (owner_id) references person (id)
                  add column "name" to table "pet": varchar(30)
                  alter column "legs" of table "pet": default none -> 4
                  create index "ix_pet_name" on table "pet": (name)
                  add check "ck_pet_legs" to table "pet": legs between 0 and 8
                  add foreign key "fk_pet_owner_id" to table "pet": (owner_id) references person (id) on delete cascade
                exit code 2
                $ aludel check --offline --dialect postgresql
                To bring what the scripts make to the model:
                  drop foreign key "fk_pet_owner_id" of table "pet": (owner_id) references person (id)
                  add column "name" to table "pet": varchar(30)
                  alter column "legs" of table "pet": default none -> 4
                  create index "ix_pet_name" on table "pet": (name)
                  add check "ck_pet_legs" to table "pet": legs between 0 and 8
                  add foreign key "fk_pet_owner_id" to table "pet": (owner_id) references person (id) on delete cascade
                ? what revision id2 (aaaa00000009_more.up.sql) does: cannot tell: \
                nobody has said what "execute vacuum" does to the schema; \
                say it there: schemaNeutral() or does(…), in SQL "-- schema-neutral"
                exit code 2
                """);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        Project project = new Project(folder);

        project.aludel("check", "--dialect", "postgresql");
        project.aludel("check", "--offline", "--dialect", "postgresql", "--accept", "a.b");
        project.aludel("revision", "--offline", "--dialect", "postgresql", "-m", "x");
        project.aludel("check", "--offline", "--dialect", "orakel");
        project.aludel("check", "--offline");

        assertThat(project.seen()).isEqualTo("""
                $ aludel check --dialect postgresql
                CLI-040: --dialect says what kind of database is taken for granted with --offline. Add that, or leave it out.
                exit code 1
                $ aludel check --offline --dialect postgresql --accept a.b
                CLI-040: --accept asks the database what it makes of both spellings. Leave --offline out.
                exit code 1
                $ aludel revision --offline --dialect postgresql -m x
                CLI-040: --offline says how a difference is found, and without --autogenerate none is. Add that, or leave it out.
                exit code 1
                $ aludel check --offline --dialect orakel
                ENG-002: There is no dialect "orakel"; there are h2, mariadb, postgresql, sqlite. Correct the name, or add the artifact that has it.
                exit code 1
                $ aludel check --offline
                MIG-016: Setting "url" is missing. The database: sqlite:school.db, postgresql://user@host/school, or a JDBC URL. \
                Give --url, set ALUDEL_URL, or write it into FOLDER/aludel.properties.
                exit code 1
                """);
    }
}
