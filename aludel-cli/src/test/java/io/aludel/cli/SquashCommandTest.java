// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aludel squash} and {@code aludel drift}, as somebody types them. */
class SquashCommandTest {
    @TempDir
    private Path folder;

    private static String script(String id, String parent, String body) {
        return """
                package migrations;

                import static io.aludel.core.type.SqlType.integer;
                import io.aludel.migrate.op.Operations;
                import io.aludel.migrate.script.Migration;
                import io.aludel.migrate.script.Revision;

                /** Step %1$s */
                @Revision(id = "%1$s"%2$s)
                public final class R%1$s implements Migration {
                    @Override
                    public void up(Operations op) {
                        %3$s
                    }

                    @Override
                    public void down(Operations op) {
                        op.irreversible("nothing to say");
                    }
                }
                """.formatted(id, parent.isEmpty() ? "" : ", parent = \"" + parent + "\"", body);
    }

    @Test
    void writesOneScriptAndDeletesTheOthersOnlyWhenAsked() throws IOException {
        Project project = new Project(folder).set("ALUDEL_URL", "sqlite:" + folder.resolve("x.db"));
        project.write(
                "src/main/java/migrations/Raaaaaaaaaaaa.java",
                script("aaaaaaaaaaaa", "", "op.createTable(\"pet\", t -> t.column(\"id\", integer()));"));
        project.write(
                "src/main/java/migrations/Rbbbbbbbbbbbb.java",
                script("bbbbbbbbbbbb", "aaaaaaaaaaaa", "op.addColumn(\"pet\", \"legs\", integer());"));
        project.aludel("upgrade");
        project.seen();

        project.aludel("squash", "head", "-m", "All");
        assertThat(project.scripts()).hasSize(3);
        Files.delete(project.scripts().stream()
                .filter(script -> script.toString().endsWith("_All.java"))
                .findFirst()
                .orElseThrow());
        project.aludel("squash", "head", "-m", "All", "--delete");
        assertThat(project.scripts()).hasSize(1);
        project.aludel("status");
        project.aludel("drift");
        try (Engine engine = Engine.create("sqlite:" + folder.resolve("x.db"));
                EngineConnection connection = engine.connect()) {
            connection.execute("alter table pet add column tail int");
        }
        project.aludel("drift");
        assertThat(project.seen()).isEqualTo("""
                $ aludel squash head -m All
                Wrote FOLDER/src/main/java/migrations/Rid3_All.java
                It does the work of 2 revisions:
                  id1  Step id1
                  id2  Step id2
                Delete these scripts when every database has all of them, or none: Rid1.java, Rid2.java
                Next: read it, then aludel verify
                $ aludel squash head -m All --delete
                Wrote FOLDER/src/main/java/migrations/Rid4_All.java
                It does the work of 2 revisions:
                  id1  Step id1
                  id2  Step id2
                Next: read it, then aludel verify
                $ aludel status
                FOLDER/x.db: 1 applied, 0 pending, 0 unknown, 0 edited
                  id4  All  applied TIME by USER
                $ aludel drift
                The database is as its revisions made it.
                $ aludel drift
                To bring the database back to its revisions:
                ! drop column "tail" of table "pet": integer
                exit code 2
                """);
    }
}
