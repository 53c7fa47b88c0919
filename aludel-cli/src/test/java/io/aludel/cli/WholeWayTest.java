// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** From classes to tables, to changed classes, to changed tables, and all the way back. */
class WholeWayTest {
    @TempDir
    private Path folder;

    @OnEveryDatabase
    void leadsFromClassesToTablesAndBack(FreshDatabase database) throws SQLException {
        Project project = Pets.atFirst(Project.on(database, folder));

        project.aludel("init", "--model.sources", "src/main/java");
        project.aludel("history");
        project.aludel("current");
        project.aludel("upgrade");
        project.aludel("revision", "--autogenerate", "-m", "People and pets");
        project.aludel("history");
        project.aludel("current");
        project.aludel("revision", "--autogenerate", "-m", "too early");
        project.aludel("upgrade");
        project.aludel("upgrade", "head");
        project.aludel("check");
        project.aludel("revision", "--autogenerate", "-m", "nothing");
        project.aludel("current");
        assertThat(project.seen()).isEqualTo("""
                $ aludel init --model.sources src/main/java
                Made FOLDER/aludel.properties
                Made FOLDER/src/main/java/migrations
                Next: aludel revision --autogenerate -m "first tables"
                $ aludel history
                There are no revisions yet. Next: aludel revision --autogenerate -m "first tables"
                $ aludel current
                No revision has been applied to DATABASE.
                $ aludel upgrade
                There are no revisions yet. Next: aludel revision --autogenerate -m "first tables"
                $ aludel revision --autogenerate -m 'People and pets'
                  create table "person": (id, name)
                  create table "pet": (id, legs, owner_id)
                Wrote FOLDER/src/main/java/migrations/Rid1_PeopleAndPets.java
                Next: aludel upgrade head
                $ aludel history
                id1  People and pets  (head)  pending
                $ aludel current
                No revision has been applied to DATABASE.
                1 to apply: id1. Next: aludel upgrade head
                $ aludel revision --autogenerate -m 'too early'
                MIG-017: DATABASE is not at the newest revision: id1 is to be applied yet, so what differs from the model is partly theirs. Upgrade first, then ask again.
                exit code 1
                $ aludel upgrade
                Applied id1  People and pets (N ms)
                $ aludel upgrade head
                Nothing to apply: the database is there already.
                $ aludel check
                The model and the database do not differ.
                $ aludel revision --autogenerate -m nothing
                The model and the database do not differ; no script was written.
                $ aludel current
                id1  People and pets
                """);

        String name;
        String legs;
        try (Engine engine = Engine.create(database.dsn())) {
            name = engine.dialect().quote("name");
            legs = engine.dialect().quote("legs");
        }
        Pets.later(project);
        project.aludel("check");
        project.aludel("revision", "--autogenerate", "-m", "Names, legs and owners");
        project.aludel("upgrade", "+1");
        project.aludel("check");
        project.aludel("history");
        assertThat(project.seen())
                .isEqualTo("""
                $ aludel check
                To bring the database to the model:
                  drop foreign key "fk_pet_owner_id" of table "pet": (owner_id) references person (id)
                  add column "name" to table "pet": varchar(30)
                  alter column "legs" of table "pet": default none -> 4
                  create index "ix_pet_name" on table "pet": (name)
                  add check "ck_pet_legs" to table "pet": legs between 0 and 8
                  add foreign key "fk_pet_owner_id" to table "pet": (owner_id) references person (id) on delete cascade
                exit code 2
                $ aludel revision --autogenerate -m 'Names, legs and owners'
                  drop foreign key "fk_pet_owner_id" of table "pet": (owner_id) references person (id)
                  add column "name" to table "pet": varchar(30)
                  alter column "legs" of table "pet": default none -> 4
                  create index "ix_pet_name" on table "pet": (name)
                  add check "ck_pet_legs" to table "pet": legs between 0 and 8
                  add foreign key "fk_pet_owner_id" to table "pet": (owner_id) references person (id) on delete cascade
                Wrote FOLDER/src/main/java/migrations/Rid2_NamesLegsAndOwners.java
                Next: aludel upgrade head
                $ aludel upgrade +1
                Applied id2  Names, legs and owners (N ms)
                $ aludel check
                The model and the database do not differ.
                $ aludel history
                id2  Names, legs and owners  (head)  applied TIME by USER
                id1  People and pets  applied TIME by USER
                """.replace("(name)", "(" + name + ")").replace(": legs between", ": " + legs + " between"));

        project.aludel("downgrade", "-1");
        project.aludel("check");
        project.aludel("upgrade", "+1");
        project.aludel("downgrade", "base");
        project.aludel("downgrade", "base");
        String part = project.id(1).substring(0, 5);
        project.aludel("upgrade", part);
        project.aludel("upgrade", project.id(2));
        project.aludel("downgrade", project.id(1));
        project.aludel("current");
        project.aludel("upgrade");
        project.aludel("check");
        project.aludel("downgrade", "base");
        project.aludel("current");
        assertThat(project.seen().replace("upgrade " + part, "upgrade PART"))
                .isEqualTo("""
                $ aludel downgrade -1
                Undid id2  Names, legs and owners (N ms)
                $ aludel check
                To bring the database to the model:
                  drop foreign key "fk_pet_owner_id" of table "pet": (owner_id) references person (id)
                  add column "name" to table "pet": varchar(30)
                  alter column "legs" of table "pet": default none -> 4
                  create index "ix_pet_name" on table "pet": (name)
                  add check "ck_pet_legs" to table "pet": legs between 0 and 8
                  add foreign key "fk_pet_owner_id" to table "pet": (owner_id) references person (id) on delete cascade
                exit code 2
                $ aludel upgrade +1
                Applied id2  Names, legs and owners (N ms)
                $ aludel downgrade base
                Undid id2  Names, legs and owners (N ms)
                Undid id1  People and pets (N ms)
                $ aludel downgrade base
                Nothing to undo: the database is there already.
                $ aludel upgrade PART
                Applied id1  People and pets (N ms)
                $ aludel upgrade id2
                Applied id2  Names, legs and owners (N ms)
                $ aludel downgrade id1
                Undid id2  Names, legs and owners (N ms)
                $ aludel current
                id1  People and pets
                1 to apply: id2. Next: aludel upgrade head
                $ aludel upgrade
                Applied id2  Names, legs and owners (N ms)
                $ aludel check
                The model and the database do not differ.
                $ aludel downgrade base
                Undid id2  Names, legs and owners (N ms)
                Undid id1  People and pets (N ms)
                $ aludel current
                No revision has been applied to DATABASE.
                2 to apply: id1, id2. Next: aludel upgrade head
                """.replace("(name)", "(" + name + ")").replace(": legs between", ": " + legs + " between"));
        assertThat(Tables.of(database))
                .containsExactly("aludel_history", "aludel_ledger", "aludel_repeatable", "aludel_steps");
    }
}
