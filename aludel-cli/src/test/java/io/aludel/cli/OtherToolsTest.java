// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

/** {@code baseline} and {@code export}, as they are typed and answer. */
class OtherToolsTest {
    @TempDir
    private Path folder;

    private static void execute(FreshDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @OnEveryDatabase(SQLITE)
    void aDatabaseOfFlywaysIsTakenOverAndTheNextRevisionWrittenForIt(FreshDatabase database)
            throws SQLException, IOException {
        execute(
                database,
                "create table pet (id integer primary key, name text not null)",
                "create table flyway_schema_history (installed_rank int not null primary key, version varchar(50), description varchar(200),"
                        + " type varchar(20), success boolean)",
                "insert into flyway_schema_history values (1, '1', 'pets', 'SQL', 1)",
                "insert into flyway_schema_history values (2, '2', 'owners', 'SQL', 0)");
        Project project = Project.on(database, folder);

        project.aludel("baseline", "-m", "as it was", "--from", "flyway");
        execute(database, "delete from flyway_schema_history where version = '2'");
        project.aludel("baseline", "-m", "as it was", "--from", "flyway");
        project.aludel("current");
        project.aludel("baseline");
        project.aludel("export", "--as", "flyway", "-o", "db");
        assertThat(project.seen()).isEqualTo("""
                $ aludel baseline -m 'as it was' --from flyway
                MIG-077: The history of Flyway in DATABASE does not end well, so nothing was done. Migration 2 owners has failed. Undo by hand what it has done, then say: flyway repair
                exit code 1
                $ aludel baseline -m 'as it was' --from flyway
                Flyway has applied 1, the last one: 1 pets. Its table stays as it is; what it has not applied yet is no part of the baseline.
                Wrote FOLDER/src/main/java/migrations/Rid1_AsItWas.java
                The database is said to have it; an empty one is made so by: aludel upgrade
                Next: aludel check
                $ aludel current
                id1  as it was
                $ aludel baseline
                MIG-075: A baseline comes before all revisions, but DATABASE has revisions already: [id1]. If the scripts make what is there, say: aludel stamp head
                exit code 1
                $ aludel export --as flyway -o db
                Nothing was written.
                """);
        project.write("src/main/java/migrations/Rbbbbbbbbbbbb.java", """
                package migrations;

                import io.aludel.migrate.op.*;
                import io.aludel.migrate.script.*;

                /** Names may be missing. */
                @Revision(id = "bbbbbbbbbbbb", parent = "%s")
                public final class Rbbbbbbbbbbbb implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.createIndex("ix_pet_name", "pet", "name");
                    }

                    @Override
                    public void down(Operations op) {
                        op.dropIndex("ix_pet_name", "pet");
                    }
                }
                """.formatted(project.id(1)));
        project.aludel("export", "--as", "flyway", "-o", "db", "--versions", "counter");
        project.aludel("export", "--as", "flyway", "-o", "db", "--versions", "counter");
        project.aludel("export", "--as", "liquibase", "-o", "lb", "--author", "ada");
        project.aludel("export", "--as", "liquibase", "-o", "lb", "--author", "a b");
        project.aludel("export", "--as", "liquibase", "-o", "lb", "--versions", "counter");
        project.aludel("export", "--as", "rails", "-o", "lb");
        project.aludel("baseline", "--history-table", "mine");

        assertThat(project.seen()).isEqualTo("""
                $ aludel export --as flyway -o db --versions counter
                Wrote FOLDER/db/V1__names_may_be_missing.sql
                Wrote FOLDER/db/U1__names_may_be_missing.sql
                $ aludel export --as flyway -o db --versions counter
                  id2 is in the folder already.
                Nothing was written.
                $ aludel export --as liquibase -o lb --author ada
                Wrote FOLDER/lb/bbbbbbbbbbbb_names_may_be_missing.sql
                Wrote FOLDER/lb/db.changelog-aludel.yaml
                $ aludel export --as liquibase -o lb --author 'a b'
                CLI-049: --author is "a b"; it needs a letter, and no space or colon.
                exit code 1
                $ aludel export --as liquibase -o lb --versions counter
                CLI-050: --versions is for --as flyway, and --author for --as liquibase; leave the other out.
                exit code 1
                $ aludel export --as rails -o lb
                CLI-048: --as is "rails"; it can be flyway or liquibase.
                exit code 1
                $ aludel baseline --history-table mine
                CLI-050: --history-table is the table of a tool. Say which: --from flyway, or --from liquibase.
                exit code 1
                """);
        assertThat(Files.readString(project.script(1)))
                .contains("op.createTable(\"pet\"", "op.irreversible(")
                .doesNotContain("flyway");
        assertThat(Files.readString(folder.resolve("db/V1__names_may_be_missing.sql")))
                .endsWith("\ncreate index ix_pet_name on pet (name);\n");
        assertThat(Files.readString(folder.resolve("lb/bbbbbbbbbbbb_names_may_be_missing.sql")))
                .contains("--changeset ada:bbbbbbbbbbbb ", "\n--rollback drop index ix_pet_name;\n");
    }
}
