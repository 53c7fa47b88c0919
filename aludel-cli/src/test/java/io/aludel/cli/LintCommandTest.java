// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    private static final String FIRST = """
            package migrations;

            import static io.aludel.core.type.SqlType.*;

            import io.aludel.migrate.op.Operations;
            import io.aludel.migrate.script.*;

            /** First tables */
            @Revision(id = "aaaaaaaaaaa1")
            public final class Raaaaaaaaaaa1_First implements Migration {
                @Override
                public void up(Operations op) {
                    op.createTable("pet", t -> {
                        t.column("id", integer()).notNull();
                        t.column("legs", integer());
                        t.primaryKey("pk_pet", "id");
                    });
                    op.createTable("old", t -> t.column("id", integer()));
                }

                @Override
                public void down(Operations op) {
                    op.dropTable("old");
                    op.dropTable("pet");
                }
            }
            """;

    private static final String SECOND = """
            package migrations;

            import static io.aludel.core.type.SqlType.*;

            import io.aludel.migrate.op.Operations;
            import io.aludel.migrate.script.*;

            @Revision(id = "aaaaaaaaaaa2", parent = "aaaaaaaaaaa1")
            @Allow(code = "LINT-001", reason = "Nobody has ever used it.")
            @Allow(code = "LINT-004", reason = "There are few pets.")
            public final class Raaaaaaaaaaa2_Second implements Migration {
                @Override
                public void up(Operations op) {
                    op.alterColumn("pet", "legs", c -> {
                        c.from(integer());
                        c.to(bigint());
                    });
                    op.renameColumn("pet", "legs", "feet");
                    op.dropTable("old");
                }

                @Override
                public void down(Operations op) {
                    op.irreversible("Not needed.");
                }
            }
            """;

    @TempDir
    private Path folder;

    private Project project() {
        return new Project(folder)
                .set("ALUDEL_URL", "sqlite:" + folder.resolve("pets.db"))
                .set("ALUDEL_SCRIPTS", "migrations");
    }

    @Test
    void saysWhatHurtsWhyAndWhatIsSaferAndFailsWhereThatIsDanger() {
        Project project = project();
        project.write("migrations/Raaaaaaaaaaa1_First.java", FIRST);
        project.aludel("upgrade");
        project.aludel("lint");
        project.write("migrations/Raaaaaaaaaaa2_Second.java", SECOND);
        project.seen();

        project.aludel("lint");
        project.aludel("lint", "--strict");
        project.aludel("lint", "--lint.rows", "0");
        project.aludel("lint", "--from", "base", "aaaaaaaaaaa1");
        project.aludel("lint", "--lint.rows", "many");

        assertThat(project.seen()).isEqualTo("""
                $ aludel lint
                ~ LINT-018  Rid2_Second.java:18  rename column "legs" of table "pet" to "feet"
                    Programs that run while it is applied know column "legs" of table "pet" by its former name, and fail.
                    Safer: Leave the name in the database and say the new one in the model alone (@Column, @Table); or stop the programs.
                . LINT-026  Rid2_Second.java
                    It allows LINT-004, but there is nothing of that kind here.
                    Safer: Take the @Allow away; or keep it if it is for another database or more rows.
                - LINT-001  Rid2_Second.java:19  drop table "old"
                    Allowed: Nobody has ever used it.
                1 revision: 0 dangers, 1 warning, 1 allowed
                $ aludel lint --strict
                ~ LINT-018  Rid2_Second.java:18  rename column "legs" of table "pet" to "feet"
                    Programs that run while it is applied know column "legs" of table "pet" by its former name, and fail.
                    Safer: Leave the name in the database and say the new one in the model alone (@Column, @Table); or stop the programs.
                . LINT-026  Rid2_Second.java
                    It allows LINT-004, but there is nothing of that kind here.
                    Safer: Take the @Allow away; or keep it if it is for another database or more rows.
                - LINT-001  Rid2_Second.java:19  drop table "old"
                    Allowed: Nobody has ever used it.
                1 revision: 0 dangers, 1 warning, 1 allowed
                exit code 1
                $ aludel lint --lint.rows 0
                ! LINT-014  Rid2_Second.java:14  alter column "legs" of table "pet"
                    Table "pet" (any number of rows) is made anew and its rows are copied; whoever writes to the database waits.
                    Safer: Put all changes of the table into one revision, and apply it when nobody is there. It takes as much room again as the table has.
                ~ LINT-018  Rid2_Second.java:18  rename column "legs" of table "pet" to "feet"
                    Programs that run while it is applied know column "legs" of table "pet" by its former name, and fail.
                    Safer: Leave the name in the database and say the new one in the model alone (@Column, @Table); or stop the programs.
                . LINT-026  Rid2_Second.java
                    It allows LINT-004, but there is nothing of that kind here.
                    Safer: Take the @Allow away; or keep it if it is for another database or more rows.
                - LINT-001  Rid2_Second.java:19  drop table "old"
                    Allowed: Nobody has ever used it.
                1 revision: 1 danger, 1 warning, 1 allowed
                exit code 1
                $ aludel lint --from base id1
                1 revision: 0 dangers, 0 warnings, 0 allowed
                $ aludel lint --lint.rows many
                MIG-016: Setting "lint.rows" is "many"; it must be a whole number, 0 or more.
                exit code 1
                """);
    }

    @Test
    void safeIsForWhatIsCompared() {
        Project project = project();

        project.aludel("revision", "--safe", "-m", "next");

        assertThat(project.seen()).isEqualTo("""
                $ aludel revision --safe -m next
                CLI-045: --safe says how a difference is written, and without --autogenerate none is. Add --autogenerate, or leave it out.
                exit code 1
                """);
    }
}
