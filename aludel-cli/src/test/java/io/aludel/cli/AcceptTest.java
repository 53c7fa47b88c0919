// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What is spelled in another way and means the same is said so once; SQLite is one that keeps these two spellings apart. */
class AcceptTest {
    @TempDir
    private Path folder;

    @OnEveryDatabase(TestDatabase.SQLITE)
    @Tag("M-37")
    void acceptsASpellingOnce(FreshDatabase database) {
        Project project = Pets.later(Pets.atFirst(Project.on(database, folder)));
        project.aludel("init", "--model.sources", "src/main/java");
        project.aludel("revision", "--autogenerate", "-m", "pets");
        project.aludel("upgrade");
        Pets.respelled(project);
        project.seen();

        project.aludel("check");
        project.aludel("check", "--accept", "pet.legs");
        project.aludel("check", "--accept", "pet.ck_pet_legs");
        project.aludel("check");

        assertThat(project.seen()).isEqualTo("""
                $ aludel check
                To bring the database to the model:
                  drop check "ck_pet_legs" of table "pet": legs between 0 and 8
                  add check "ck_pet_legs" to table "pet": legs >= 0 and legs <= 8
                Should both spellings mean the same: aludel check --accept TABLE.NAME, where it may be pet.ck_pet_legs
                exit code 2
                $ aludel check --accept pet.legs
                MIG-060: Nothing called "pet.legs" is spelled in two ways. What is: pet.ck_pet_legs.
                exit code 1
                $ aludel check --accept pet.ck_pet_legs
                Accepted pet.ck_pet_legs: legs between 0 and 8 is legs >= 0 and legs <= 8
                The model and the database do not differ.
                $ aludel check
                The model and the database do not differ.
                """);
    }
}
