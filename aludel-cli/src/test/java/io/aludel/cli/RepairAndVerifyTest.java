// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static io.aludel.testing.databases.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The words of both commands, where a revision can be half-way. */
class RepairAndVerifyTest {
    private static void write(Project project, String up, String down) {
        project.write("src/main/java/migrations/Raaaaaaaaaaaa.java", """
                package migrations;

                import static io.aludel.core.type.SqlType.*;

                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;

                @Revision(id = "aaaaaaaaaaaa")
                public final class Raaaaaaaaaaaa implements Migration {
                    @Override
                    public void up(Operations op) {
                        %s
                    }

                    @Override
                    public void down(Operations op) {
                        %s
                    }
                }
                """.formatted(up, down));
    }

    @OnEveryDatabase(H2)
    void showHowFarARevisionHasComeAndTakeAPersonsWord(FreshDatabase database, @TempDir Path folder) throws Exception {
        Project project = Project.on(database, folder);
        write(
                project,
                "op.createTable(\"one\", t -> t.column(\"x\", text())); op.sql(\"nonsense\");",
                "op.dropTable(\"one\");");
        project.aludel("repair");
        project.aludel("upgrade");
        project.seen();

        project.aludel("status");
        project.aludel("repair");
        project.aludel("repair", "--done");
        database.execute("update aludel_steps set state = 'STARTED' where operation = 1");
        project.aludel("repair", "--not-done");
        project.aludel("repair", "--done", "--forget");
        database.execute("drop table one");
        project.aludel("repair", "--forget");
        project.aludel("repair");
        project.aludel("repair", "--edited");
        assertThat(project.seen()).isEqualTo("""
                $ aludel status
                Revision id1 is half-way up; aludel repair shows how far. Next: aludel upgrade
                DATABASE: 0 applied, 1 pending, 0 unknown, 0 edited
                + id1  Rid1  pending
                + to be applied: aludel upgrade head
                $ aludel repair
                Revision id1 is half-way up:
                  done    create table "one" ( "x" varchar )
                  not yet nonsense
                Next: aludel upgrade
                $ aludel repair --done
                MIG-024: Of revision id1, which is half-way in DATABASE, no statement is in question: of each it is known whether it took place. Go on by `aludel upgrade`, or undo it by hand and say --forget.
                exit code 1
                $ aludel repair --not-done
                Revision id1 is half-way up:
                  done    create table "one" ( "x" varchar )
                  not yet nonsense
                Next: aludel upgrade
                $ aludel repair --done --forget
                Error: --done, --forget are mutually exclusive (specify only one)
                Try "aludel repair --help".
                exit code 1
                $ aludel repair --forget
                Forgotten: no revision is half-way any more.
                $ aludel repair
                No revision is half-way.
                $ aludel repair --edited
                No applied script was edited.
                """);
    }

    @OnEveryDatabase(H2)
    void triesTheWayDownInAnotherPlace(FreshDatabase database, @TempDir Path folder) {
        Project project = Project.on(database, folder);
        write(project, "op.createTable(\"one\", t -> t.column(\"x\", text()));", "op.dropTable(\"one\");");
        project.aludel("verify");
        write(project, "op.createTable(\"one\", t -> t.column(\"x\", text()));", "");
        project.aludel("verify");
        write(
                project,
                "op.createTable(\"one\", t -> t.column(\"x\", text()));",
                "op.irreversible(\"It is for good.\");");
        project.aludel("verify", "--in", "h2:mem:another");
        assertThat(project.seen()).isEqualTo("""
                $ aludel verify
                id1  fine  Rid1
                $ aludel verify
                id1  NOT SOUND  Rid1
                  after its way down, to be done: drop table "one": (x)
                Mend the way down that does not undo what was done, or say op.irreversible("why") there.
                exit code 1
                $ aludel verify --in h2:mem:another
                id1  no way down  Rid1
                  It is for good.
                """);
        assertThat(Tables.of(database)).isEmpty();
    }
}
