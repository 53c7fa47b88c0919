// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;
import io.aludel.migrate.script.ScriptSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Revision(id = "aaaa00000001")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("tag", t -> {
                t.column("code", SqlType.varchar(10)).notNull();
                t.column("title", SqlType.text());
                t.primaryKey("pk_tag", "code");
            });
        }

        @Override
        public void down(Operations op) {
            op.dropTable("tag");
        }
    }

    @Revision(id = "bbbb00000002", parent = "aaaa00000001")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("update tag set title = 'it''s; so'").schemaNeutral();
            op.sql("vacuum").on("sqlite");
            op.createIndex("ix_tag_title", "tag", "title");
        }

        @Override
        public void down(Operations op) {
            op.dropIndex("ix_tag_title", "tag");
        }
    }

    private final Revisions revisions =
            Revisions.of(ScriptSource.of(new Second(), new First()).scripts());

    @Test
    void givesTheSchemaAtAnyRevisionWithoutADatabase() {
        Replay replay = new Replay(revisions, dialect("postgresql://nobody@nowhere/nothing"));

        assertThat(replay.schemaAt("aaaa00000001")).isEqualTo(Schema.of(PetWorld.tag()));
        assertThat(replay.schemaAt("bbbb00000002").requireTable(PetWorld.TAG).indexes())
                .hasSize(1);
    }

    /** Databases out there hold it: a release that computes another one would call every script edited. */
    @Test
    void theChecksumOfARevisionNeverChanges() {
        assertThat(revisions.script("bbbb00000002").checksum()).isEqualTo("1:07f0d7bb04d990f50486fe541b6bb9e4");
    }

    @Test
    void theTextOfARevisionHoldsItsHistory() {
        Dialect postgresql = dialect("postgresql://nobody@nowhere/nothing");

        String checksum = revisions.script("bbbb00000002").checksum();
        assertThat(new SqlText(postgresql, revisions, LedgerTables.DEFAULT)
                        .up(Set.of("aaaa00000001"), List.of("bbbb00000002")))
                .isEqualTo("""
                        -- bbbb00000002 Second
                        begin;
                        update tag set title = 'it''s; so';
                        create index ix_tag_title on tag (title);
                        insert into aludel_history (revision, ordinal, message, checksum, applied_at, duration_ms, applied_by) \
                        values ('bbbb00000002', 2, 'Second', '%s', current_timestamp, 0, 'sql');
                        commit;
                        """.formatted(checksum));
    }

    @Revision(id = "cccc00000003")
    static final class ForSome implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("tag", t -> t.column("code", SqlType.namedEnum("mood", "sad", "so-so")));
            op.on("postgresql").createIndex("ix_tag_code", "tag", "code").using("hash");
            op.on("sqlite", "h2").addColumn("tag", "title", SqlType.text());
            op.createEnumType("mood", "sad", "so-so");
            op.sql("vacuum").on("sqlite");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("tag");
        }
    }

    @Test
    void whatIsForOtherDatabasesIsLeftOut() {
        Revisions some = Revisions.of(ScriptSource.of(new ForSome()).scripts());
        Dialect postgresql = dialect("postgresql://nobody@nowhere/nothing");
        Dialect sqlite = dialect("sqlite::memory:");

        Schema onPostgres = new Replay(some, postgresql).schemaAt("cccc00000003");
        assertThat(onPostgres.requireTable(PetWorld.TAG).indexes()).hasSize(1);
        assertThat(onPostgres.requireTable(PetWorld.TAG).columns()).hasSize(1);
        assertThat(onPostgres.enumTypes()).hasSize(1);
        Schema onSqlite = new Replay(some, sqlite).schemaAt("cccc00000003");
        assertThat(onSqlite.requireTable(PetWorld.TAG).indexes()).isEmpty();
        assertThat(onSqlite.requireTable(PetWorld.TAG).columns()).hasSize(2);
        assertThat(onSqlite.enumTypes()).isEmpty();
        assertThat(new SqlText(postgresql, some, LedgerTables.DEFAULT).up(Set.of("x"), List.of("cccc00000003")))
                .contains("create index ix_tag_code on tag using hash (code);", "create type mood as enum")
                .doesNotContain("title", "vacuum");
        assertThat(new SqlText(sqlite, some, LedgerTables.DEFAULT).up(Set.of("x"), List.of("cccc00000003")))
                .contains("vacuum;", "title text")
                .doesNotContain("ix_tag_code", "create type");
    }

    @Revision(id = "dddd00000004")
    static final class Declared implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("tag", t -> t.column("code", SqlType.varchar(10)));
            op.sql("call widen()")
                    .does(o -> o.addColumn("tag", "title", SqlType.text()).notNull());
        }

        @Override
        public void down(Operations op) {
            op.dropTable("tag");
        }
    }

    @Test
    void whatAStatementIsSaidToDoCountsAndIsNotExecuted() {
        Revisions one = Revisions.of(ScriptSource.of(new Declared()).scripts());
        Dialect sqlite = dialect("sqlite::memory:");

        assertThat(new Replay(one, sqlite)
                        .schemaAt("dddd00000004")
                        .requireTable(PetWorld.TAG)
                        .columns())
                .hasSize(2);
        assertThat(new SqlText(sqlite, one, LedgerTables.DEFAULT).up(Set.of("x"), List.of("dddd00000004")))
                .contains("call widen();")
                .doesNotContain("title");
    }

    private static Dialect dialect(String dsn) {
        try (Engine engine = Engine.create(dsn)) {
            return engine.dialect();
        }
    }
}
