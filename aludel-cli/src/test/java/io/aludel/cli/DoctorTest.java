// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a database from being migrated, and what to do about it. */
class DoctorTest {
    @TempDir
    private Path folder;

    private static final String SCRIPT = """
            package migrations;

            import static io.aludel.core.type.SqlType.integer;
            import io.aludel.migrate.op.Operations;
            import io.aludel.migrate.script.Migration;
            import io.aludel.migrate.script.Revision;

            /** Makes pets */
            @Revision(id = "aaaaaaaaaaaa")
            public final class Raaaaaaaaaaaa implements Migration {
                @Override
                public void up(Operations op) {
                    op.createTable("pet", t -> t.column("id", integer()));
                }

                @Override
                public void down(Operations op) {
                    op.dropTable("pet");
                }
            }
            """;

    @OnEveryDatabase
    void saysOfEachThingWhetherItIsWellAndLeavesNothing(FreshDatabase database) {
        Project project = Project.on(database, folder).write("src/main/java/migrations/Raaaaaaaaaaaa.java", SCRIPT);
        Pets.atFirst(project);
        project.aludel("upgrade");
        project.seen();

        assertThat(project.aludel("doctor", "--model.sources", "src/main/java")).isZero();
        assertThat(project.seen()
                        .replaceAll("DATABASE, .*", "DATABASE, SERVER")
                        .replaceAll("the model has .*", "MODEL"))
                .isEqualTo("""
                $ aludel doctor --model.sources src/main/java
                fine     MODEL
                fine     the scripts compile
                fine     connected to DATABASE, SERVER
                fine     the catalogue can be read: 5 tables
                fine     tables can be created and dropped
                fine     spellings can be tried in a scratch place
                fine     the history is sound: 1 applied, 0 pending
                """);
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            assertThat(connection.catalog().query("select revision from aludel_history"))
                    .hasSize(1);
            connection.execute("update aludel_history set checksum = 'another'");
        }
        assertThat(project.aludel("doctor")).isEqualTo(1);
        assertThat(project.seen()).contains("""
                FAULT    edited since they were applied: id1
                         Undo the edit, or aludel repair --edited
                """);
    }

    @Test
    void goesOnAfterAFaultWhereThatMakesSense() {
        Project project = new Project(folder).set("ALUDEL_URL", "sqlite:" + folder.resolve("no/such/x.db"));
        project.write("src/main/java/migrations/R1.java", "package migrations; class R1 {");
        assertThat(project.aludel("doctor")).isEqualTo(1);
        assertThat(project.seen()).isEqualTo("""
                $ aludel doctor
                warning  CLI-001: The entities' classes are not at FOLDER/target/classes. Build the project first, or say where they are: --model.classpath for folders and jars, --model.sources for sources without a build.
                FAULT    the scripts cannot be used: MIG-003: The scripts do not compile:
                  R1.java:1:31: reached end of file while parsing
                         Mend the script that is named.
                FAULT    no connection: ENG-004: Cannot connect to FOLDER/no/such/x.db: There is no folder FOLDER/no/such. Check that its folder is there, that it is a file, and that this program may read and write both.
                exit code 1
                """);
    }
}
