// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.run.RevisionSql;
import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files of other tools, as text. That these tools do what they say is tested in testing/interop. */
class FilesTest {
    /** A column, and an index while others write. */
    @Revision(id = "aaaa00000001")
    static final class Mixed implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create table pet (id integer primary key)").on("postgresql");
            op.on("postgresql")
                    .createTable("toy", t -> t.column("name", SqlType.text()).defaultTo("a;b ${c}"));
            op.on("postgresql").createIndex("ix_toy", "toy", "name").concurrently();
        }

        @Override
        public void down(Operations op) {
            op.on("postgresql").dropIndex("ix_toy", "toy");
            op.on("postgresql").dropTable("toy");
        }
    }

    @Revision(id = "bbbb00000001")
    static final class Gone implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("select 1\n--changeset nobody:1").schemaNeutral();
        }

        @Override
        public void down(Operations op) {
            op.irreversible("It is\ngone.");
        }
    }

    private static RevisionSql only(String dsn, Migration migration) {
        Dialect dialect;
        try (Engine engine = Engine.create(dsn)) {
            dialect = engine.dialect();
        }
        Revisions revisions = Revisions.of(ScriptSource.of(migration).scripts());
        return RevisionSql.of(revisions, dialect, Set.of(), revisions.graph().ids())
                .get(0);
    }

    private static String texts(List<MigrationFile> files) {
        return files.stream()
                .map(file -> "== " + file.name() + "\n" + file.text())
                .collect(Collectors.joining());
    }

    @Test
    void flywayGetsAFileForEachPartThatStandsAlone() {
        RevisionSql mixed = only("postgresql://nobody@nowhere/nothing", new Mixed());

        assertThat(texts(FlywayFiles.of(mixed, 7))).isEqualTo("""
                == V7.1__mixed.sql
                -- revision aaaa00000001: Mixed
                -- Written by aludel export; what is changed here, the revision does not know.
                create table pet (id integer primary key);
                create table toy (
                    name text default 'a;b ${c}'
                );
                == V7.1__mixed.sql.conf
                placeholderReplacement=false
                == U7.1__mixed.sql
                -- revision aaaa00000001: Mixed
                -- Written by aludel export; what is changed here, the revision does not know.
                -- The script of part 2 has undone this, too.
                == V7.2__mixed.sql
                -- revision aaaa00000001: Mixed
                -- Written by aludel export; what is changed here, the revision does not know.
                -- The database refuses this within a transaction (see the .conf). If it fails half-way, look at what is there before flyway repair.
                -- On PostgreSQL Flyway waits for its own lock here, unless flyway.postgresql.transactional.lock=false.
                create index concurrently ix_toy on toy (name);
                == V7.2__mixed.sql.conf
                executeInTransaction=false
                == U7.2__mixed.sql
                -- revision aaaa00000001: Mixed
                -- Written by aludel export; what is changed here, the revision does not know.
                drop index ix_toy;
                drop table toy;
                """);
    }

    @Test
    void liquibaseGetsAChangesetForEachPartThatStandsAlone() {
        RevisionSql mixed = only("postgresql://nobody@nowhere/nothing", new Mixed());

        MigrationFile file = LiquibaseFiles.of(mixed, "ada").orElseThrow();

        assertThat(file.name()).isEqualTo("aaaa00000001_mixed.sql");
        assertThat(file.text()).isEqualTo("""
                --liquibase formatted sql

                --changeset ada:aaaa00000001-1 stripComments:false endDelimiter://
                --comment: Mixed
                create table pet (id integer primary key)
                //
                create table toy (
                    name text default 'a;b ${c}'
                )
                //
                --rollback empty

                --changeset ada:aaaa00000001-2 stripComments:false endDelimiter:; rollbackEndDelimiter:; runInTransaction:false
                --comment: Mixed
                -- The database refuses this within a transaction. If it fails half-way, look at what is there before you run it again.
                create index concurrently ix_toy on toy (name);
                --rollback drop index ix_toy;
                --rollback drop table toy;
                """);
        assertThat(MigrationFile.revisions(file.text())).containsExactly("aaaa00000001");
    }

    @Test
    void whatDoesNothingOnTheDatabaseHasNoFile() {
        RevisionSql nothing = only("sqlite::memory:", new Mixed());

        assertThat(FlywayFiles.of(nothing, 7)).isEmpty();
        assertThat(LiquibaseFiles.of(nothing, "ada")).isEmpty();
    }

    @Test
    void aStatementThatLiquibaseWouldMisreadIsRefusedAndFlywayGetsNoUndo() {
        RevisionSql gone = only("sqlite::memory:", new Gone());

        assertThatThrownBy(() -> LiquibaseFiles.of(gone, "ada"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("MIG-079: Revision bbbb00000001 (Gone) cannot be written as formatted SQL: ");
        assertThat(FlywayFiles.of(gone, 20261129190000L))
                .extracting(MigrationFile::name)
                .containsExactly("V20261129190000__gone.sql");
    }

    @Test
    void theChangelogKeepsWhatItIncludes() {
        String first = LiquibaseFiles.master("", List.of("a.sql")).text();

        assertThat(LiquibaseFiles.master(first + "  # mine\n", List.of("a.sql", "b.sql"))
                        .text())
                .isEqualTo("""
                databaseChangeLog:
                  - include:
                      file: a.sql
                      relativeToChangelogFile: true
                  # mine
                  - include:
                      file: b.sql
                      relativeToChangelogFile: true
                """);
    }

    @Test
    void versionsAreReadFromNamesOfVersionedMigrationsOnly() {
        assertThat(FlywayFiles.version("V12_1__a.sql")).hasValue(12);
        assertThat(FlywayFiles.version("V20261129190000__a.sql")).hasValue(20261129190000L);
        assertThat(FlywayFiles.version("U13__a.sql")).isEmpty();
        assertThat(FlywayFiles.version("R__a.sql")).isEmpty();
        assertThat(FlywayFiles.version("V12__a.sql.conf")).isEmpty();
    }
}
