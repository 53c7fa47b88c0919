// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, who wins, and what is said of wrong ones. */
class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheFile() {
        Project project = new Project(folder).set("PLACE", folder.toString());
        project.write("aludel.properties", "url=sqlite:${PLACE}/from-file.db\n");
        project.write("secret.txt", "sqlite:" + folder + "/from-secret.db\n");

        for (String place : List.of("file", "secret", "environment", "flag")) {
            project.write("from-" + place + ".db", "");
        }

        project.aludel("current");
        project.set("ALUDEL_URL_FILE", folder.resolve("secret.txt").toString());
        project.aludel("current");
        project.set("ALUDEL_URL", "sqlite:" + folder + "/from-environment.db");
        project.aludel("current");
        project.aludel("current", "--url", "sqlite:" + folder + "/from-flag.db");
        project.aludel("--url", "sqlite:" + folder + "/from-flag.db", "current");
        project.aludel("--url=sqlite:" + folder + "/from-flag.db", "current");
        assertThat(project.seen()).isEqualTo("""
                $ aludel current
                No revision has been applied to FOLDER/from-file.db.
                $ aludel current
                No revision has been applied to FOLDER/from-secret.db.
                $ aludel current
                No revision has been applied to FOLDER/from-environment.db.
                $ aludel current --url sqlite:FOLDER/from-flag.db
                No revision has been applied to FOLDER/from-flag.db.
                $ aludel --url sqlite:FOLDER/from-flag.db current
                No revision has been applied to FOLDER/from-flag.db.
                $ aludel --url=sqlite:FOLDER/from-flag.db current
                No revision has been applied to FOLDER/from-flag.db.
                """);
    }

    @Test
    void wrongSettingsAreNamed() {
        Project project = new Project(folder);

        project.aludel("current");
        project.write("aludel.properties", "url=${DATABASE}\n");
        project.aludel("current");
        project.write("aludel.properties", "url=sqlite:x.db\nlock.timeuot=3\n");
        project.aludel("current");
        project.write("aludel.properties", "url=sqlite:" + folder + "/x.db\nlock.timeout=soon\n");
        project.aludel("current");
        project.aludel("current", "--lock.timeout", "-1");
        project.write("aludel.properties", "url=nonsense\n");
        project.aludel("current");
        project.set("ALUDEL_URL", "oracle://ada@db/school");
        project.aludel("current");
        assertThat(project.seen()).isEqualTo("""
                $ aludel current
                MIG-016: Setting "url" is missing. The database: sqlite:school.db, postgresql://user@host/school, or a JDBC URL. Give --url, set ALUDEL_URL, or write it into FOLDER/aludel.properties.
                exit code 1
                $ aludel current
                MIG-016: Setting "url" in FOLDER/aludel.properties needs the environment variable DATABASE, which is not set; nor is DATABASE_FILE.
                exit code 1
                $ aludel current
                MIG-016: There is no setting "lock.timeuot" (FOLDER/aludel.properties); there are: url, scripts, scripts.package, scripts.header, model.packages, model.classpath, model.sources, ledger.schema, ledger.prefix, schemas, include.tables, exclude.tables, lint.rows, lock.timeout, lock.wait.
                exit code 1
                $ aludel current
                MIG-016: Setting "lock.timeout" is "soon"; it must be a number of seconds, 0 or more.
                exit code 1
                $ aludel current --lock.timeout -1
                MIG-016: Setting "lock.timeout" is "-1"; it must be a number of seconds, 0 or more.
                exit code 1
                $ aludel current
                ENG-001: The DSN cannot be read: it has no scheme; begin with one and a colon: postgresql://…, sqlite:….
                exit code 1
                $ aludel current
                ENG-002: There is no dialect for DSNs that begin with "oracle:"; there are: cockroachdb:, h2:, mariadb:, mysql:, postgres:, postgresql:, sqlite:, yugabytedb:. Correct it, or add an artifact with such a dialect, as io.aludel:aludel-dialects is one.
                exit code 1
                """);
    }

    @Test
    void aSecretsFileThatIsNotThereIsNamed() {
        Project project = new Project(folder).set("ALUDEL_URL_FILE", folder + "/nowhere.txt");

        project.aludel("current");
        assertThat(project.seen()).isEqualTo("""
                $ aludel current
                MIG-016: Cannot read the file that ALUDEL_URL_FILE names: FOLDER/nowhere.txt.
                exit code 1
                """);
    }

    @Test
    void initFindsTheClassesAndKeepsWhatIsThere() {
        Project project = new Project(folder);
        project.write("build/classes/java/main/Any.class", "");

        project.aludel("init", "--scripts", "migrations");
        project.aludel("init", "--url", "sqlite:x.db", "--scripts", "elsewhere");
        project.aludel("init");
        assertThat(project.seen()).isEqualTo("""
                $ aludel init --scripts migrations
                Found the entities' classes in build/classes/java/main
                Made FOLDER/aludel.properties
                Made FOLDER/migrations
                Next: write the database's url into FOLDER/aludel.properties, then: aludel revision --autogenerate -m "first tables"
                $ aludel init --url sqlite:x.db --scripts elsewhere
                Made FOLDER/elsewhere
                Next: aludel revision --autogenerate -m "first tables"
                $ aludel init
                Nothing to do: FOLDER/aludel.properties and the folder of the scripts are there.
                Next: write the database's url into FOLDER/aludel.properties, then: aludel revision --autogenerate -m "first tables"
                """);
        assertThat(folder.resolve("aludel.properties")).content().isEqualTo("""
                # Settings of Aludel. Each is also a flag and an environment variable.

                # The database: sqlite:school.db, postgresql://user@host/school, or a JDBC URL.
                #url=

                # The folder of the migration scripts.
                scripts=migrations

                # The package of the scripts; empty for none.
                #scripts.package=migrations

                # What each script begins with, such as a licence line.
                #scripts.header=

                # Packages of the entities, separated by commas; empty for all.
                #model.packages=

                # Folders and jars with the entities' classes.
                model.classpath=build/classes/java/main

                # Folders of the entities' sources, where there is no build.
                #model.sources=

                # The schema of our own tables; empty for the default one.
                #ledger.schema=

                # What the names of our own tables begin with.
                #ledger.prefix=aludel

                # Schemas that are compared; empty for those that the model names.
                #schemas=

                # Only tables that match are compared: app_*, audit.*
                #include.tables=

                # Tables that match are left alone: tmp_*, legacy.*
                #exclude.tables=

                # From how many rows on a table is big, to aludel lint.
                #lint.rows=100000

                # Seconds to wait for another migration of the same database.
                #lock.timeout=60

                # Seconds to wait for others who use a table; 0 for as long as it takes.
                #lock.wait=10
                """);
    }
}
