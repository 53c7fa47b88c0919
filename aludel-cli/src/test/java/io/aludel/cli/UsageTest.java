// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, and what is said to those who need it. */
class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void explainsACommand() {
        Project project = new Project(folder);

        project.aludel("check", "--help");
        assertThat(project.seen()).isEqualTo("""
                $ aludel check --help
                Usage: aludel check [OPTIONS]
                Say what differs between the model and the live database.
                  -h, --help                Show this help.
                      --write-merge         Where there are several heads whose branches commute, write the
                                              revision that joins them.
                      --accept=TABLE.NAME   Say that both spellings of this check, index or column mean the same;
                                              it is written beside the scripts. May be given more than once.
                      --offline             Compare with what the scripts lead to; no database is asked.
                      --dialect=NAME        With --offline, the kind of database: postgresql. That of the URL where
                                              it is not given.
                      --verbose             Show the SQL, and the stack trace of an error.

                Settings, each also in aludel.properties or as an environment variable (ALUDEL_URL):
                      --url=DSN              The database: sqlite:school.db, postgresql://user@host/school, or a
                                               JDBC URL.
                      --scripts=FOLDER       The folder of the migration scripts. Default: src/main/java/migrations
                      --scripts.package=TEXT The package of the scripts; empty for none. Default: migrations
                      --scripts.header=TEXT  What each script begins with, such as a licence line.
                      --model.packages=NAME[,NAME...]
                                             Packages of the entities, separated by commas; empty for all.
                      --model.classpath=PATH[,PATH...]
                                             Folders and jars with the entities' classes. Default: target/classes
                      --model.sources=PATH[,PATH...]
                                             Folders of the entities' sources, where there is no build.
                      --ledger.schema=TEXT   The schema of our own tables; empty for the default one.
                      --ledger.prefix=TEXT   What the names of our own tables begin with. Default: aludel
                      --schemas=NAME[,NAME...]
                                             Schemas that are compared; empty for those that the model names.
                      --include.tables=NAME[,NAME...]
                                             Only tables that match are compared: app_*, audit.*
                      --exclude.tables=NAME[,NAME...]
                                             Tables that match are left alone: tmp_*, legacy.*
                      --lint.rows=NUMBER     From how many rows on a table is big, to aludel lint. Default: 100000
                      --lock.timeout=SECONDS Seconds to wait for another migration of the same database. Default: 60
                      --lock.wait=SECONDS    Seconds to wait for others who use a table; 0 for as long as it takes.
                                               Default: 10

                Exit codes:
                  0   nothing differs
                  1   an error, or more than one head
                  2   something differs, or cannot be told
                """);
        project.aludel("help", "check");
        assertThat(project.seen()).startsWith("$ aludel help check\nUsage: aludel check [OPTIONS]\n");
    }

    @Test
    void saysWhichCommandsThereAre() {
        Project project = new Project(folder);

        project.aludel("--help");
        String help = project.seen();
        assertThat(help).startsWith("""
                $ aludel --help
                Usage: aludel [OPTIONS] COMMAND
                """);
        project.aludel();
        assertThat(project.seen()).isEqualTo(help.replace("$ aludel --help", "$ aludel") + "exit code 1\n");
    }

    @Test
    void answersWrongUsageByAHintAndByOne() {
        Project project = new Project(folder);

        project.aludel("upgrad");
        project.aludel("nonsense");
        project.aludel("upgrade", "--ur", "sqlite:x.db");
        project.aludel("upgrade", "--url");
        project.aludel("downgrade", "head", "base");
        project.aludel("downgrade");
        project.aludel("revision", "--autogenerate");
        project.aludel("revision", "-m");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrad
                Unmatched argument at index 0: 'upgrad'
                Did you mean: aludel upgrade or aludel downgrade or aludel diagram?
                Try "aludel --help".
                exit code 1
                $ aludel nonsense
                Unmatched argument at index 0: 'nonsense'
                Did you mean: aludel baseline or aludel current or aludel revision?
                Try "aludel --help".
                exit code 1
                $ aludel upgrade --ur sqlite:x.db
                Unknown option: '--ur'
                Possible solutions: --url
                Try "aludel upgrade --help".
                exit code 1
                $ aludel upgrade --url
                Missing required parameter for option '--url' (DSN)
                Try "aludel upgrade --help".
                exit code 1
                $ aludel downgrade head base
                Unmatched argument at index 2: 'base'
                Try "aludel downgrade --help".
                exit code 1
                $ aludel downgrade
                Missing required parameter: 'TARGET'
                Try "aludel downgrade --help".
                exit code 1
                $ aludel revision --autogenerate
                Missing required option: '--message=TEXT'
                Try "aludel revision --help".
                exit code 1
                $ aludel revision -m
                Missing required parameter for option '--message' (TEXT)
                Try "aludel revision --help".
                exit code 1
                """);
    }

    @Test
    void refusesTargetsThatThereAreNot() {
        Project project = new Project(folder).set("ALUDEL_URL", "sqlite:" + folder.resolve("x.db"));
        project.aludel("init");
        project.aludel("revision", "-m", "an empty one");
        project.seen();

        project.aludel("upgrade", "abcd");
        project.aludel("upgrade", "+2");
        project.aludel("upgrade", "-1");
        project.aludel("upgrade", "ab");
        project.aludel("upgrade", "next");
        project.aludel("upgrade", "head", "base");
        project.aludel("upgrade", "pets@head");
        project.aludel("downgrade", "-1");
        project.aludel("downgrade", "+1");
        project.aludel("downgrade", "abcd");
        project.aludel("sql", "--from", "abcd");
        assertThat(project.seen()).isEqualTo("""
                $ aludel upgrade abcd
                MIG-010: There is no revision or label "abcd" among the scripts.
                exit code 1
                $ aludel upgrade +2
                MIG-034: "+2" asks for 2 revisions, but only 1 is pending.
                exit code 1
                $ aludel upgrade -1
                MIG-034: "-1" is no target here: it leads down. Did you mean downgrade?
                exit code 1
                $ aludel upgrade ab
                MIG-010: "ab" is no revision; give head, base, +1, -1, a label, or at least 4 digits of an id.
                exit code 1
                $ aludel upgrade next
                MIG-010: There is no revision or label "next" among the scripts.
                exit code 1
                $ aludel upgrade head base
                MIG-034: "base" is no target here: no way up to it. Did you mean downgrade?
                exit code 1
                $ aludel upgrade pets@head
                MIG-010: There is no branch "pets": no script has that label or an id that begins so; there are no labels at all.
                exit code 1
                $ aludel downgrade -1
                MIG-034: "-1" asks for 1 revision, but none is applied.
                exit code 1
                $ aludel downgrade +1
                MIG-034: "+1" is no target here: it leads up. Did you mean upgrade?
                exit code 1
                $ aludel downgrade abcd
                MIG-010: There is no revision or label "abcd" among the scripts.
                exit code 1
                $ aludel sql --from abcd
                MIG-010: There is no revision or label "abcd" among the scripts.
                exit code 1
                """);
    }
}
