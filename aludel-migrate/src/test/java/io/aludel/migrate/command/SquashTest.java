// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.command.TestHistory.applied;
import static io.aludel.migrate.command.TestHistory.id;
import static io.aludel.migrate.command.TestHistory.script;
import static io.aludel.migrate.op.Term.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.ThrowawayDatabase;
import io.aludel.migrate.Databases;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.run.ReplacedRevisionException;
import io.aludel.migrate.script.Script;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One revision in place of several: what databases at every point of the way make of it. */
@OnEveryDatabase
class SquashTest {
    /** People and their pets; a table that comes and goes; rows, and what is done to their table after them. */
    private static final Script A = script("a", "", SquashTest::first, SquashTest::firstUndone);

    private static final Script B = script("b", "a", SquashTest::second, SquashTest::secondUndone);
    private static final Script C = script("c", "b", SquashTest::third, SquashTest::thirdUndone);
    private static final Script D =
            script("d", "c", op -> op.addColumn("pet", "legs", integer()), op -> op.dropColumn("pet", "legs"));

    private final FreshDatabase database;
    private final Engine engine;

    @TempDir
    private Path folder;

    private @Nullable ScriptFolder written;

    SquashTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void first(Operations op) {
        op.createTable("person", t -> {
            t.column("id", integer()).notNull();
            t.column("nam", varchar(20));
        });
        op.createTable("draft", t -> t.column("id", integer()));
        op.createTable("mood", t -> {
            t.column("id", integer()).notNull();
            t.primaryKey("pk_mood", "id");
        });
    }

    private static void firstUndone(Operations op) {
        op.dropTable("mood");
        op.dropTable("draft");
        op.dropTable("person");
    }

    private static void second(Operations op) {
        op.addPrimaryKey("pk_person", "person", "id");
        op.renameColumn("person", "nam", "name");
        op.createTable("animal", t -> {
            t.column("id", integer()).notNull();
            t.column("person_id", integer());
            t.primaryKey("pk_animal", "id");
        });
        op.addForeignKey("fk_pet_person", "animal", "person_id").references("person", "id");
        op.insertRows("mood", "id").row(1).row(2).keyedBy("id");
        op.dropTable("draft");
    }

    private static void secondUndone(Operations op) {
        op.createTable("draft", t -> t.column("id", integer()));
        op.delete("mood");
        op.dropTable("animal");
        op.renameColumn("person", "name", "nam");
        op.dropPrimaryKey("pk_person", "person");
    }

    private static void third(Operations op) {
        op.renameTable("animal", "pet");
        op.createIndex("ix_person_name", "person", "name");
        op.addColumn("mood", "words", varchar(10));
        op.alterColumn("mood", "words", c -> {
            c.from(varchar(10));
            c.to(varchar(30));
        });
        op.addColumn("mood", "scratch", integer());
        op.createIndex("ix_mood_scratch", "mood", "scratch");
        op.dropIndex("ix_mood_scratch", "mood");
        op.dropColumn("mood", "scratch");
        op.addCheck("ck_person_id", "person", column("id").gt(0));
    }

    private static void thirdUndone(Operations op) {
        op.dropCheck("ck_person_id", "person");
        op.dropColumn("mood", "words");
        op.dropIndex("ix_person_name", "person");
        op.renameTable("pet", "animal");
    }

    private Migrations with(Script... scripts) {
        return with(engine, scripts);
    }

    /** These, and what the folder has. */
    private Migrations with(Engine place, Script... scripts) {
        if (written == null) {
            written = new ScriptFolder(folder, List.of());
        }
        ScriptFolder compiled = written;
        return Migrations.of(place, () -> Schema.EMPTY, () -> {
            List<Script> all = new ArrayList<>(compiled.scripts());
            all.addAll(List.of(scripts));
            return all;
        });
    }

    private String squash(String range, Script... scripts) throws IOException {
        Squash squash = with(scripts).squash(range, "First tables", new ScriptPlace(folder, "", ""), false);
        return Files.readString(squash.file());
    }

    private List<String> rows() throws SQLException {
        return database.rows("select revision from aludel_history order by ordinal").stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    @Test
    void doesWhatTheOthersDidAndADatabaseThatHasThemHasIt() throws IOException, SQLException {
        with(A, B, C, D).upgrade(id("c"));
        Schema byOld = Databases.everything(engine);
        String text = squash(id("a") + ":" + id("c"), A, B, C, D);

        assertThat(text.substring(text.indexOf("public void up"), text.indexOf("    @Override\n    public void down")))
                .isEqualTo("""
                        public void up(Operations op) {
                                op.createTable("mood", t -> {
                                    t.column("id", integer()).notNull();
                                    t.primaryKey("pk_mood", "id");
                                });
                                op.insertRows("mood", "id").row(1).row(2).keyedBy("id");
                                op.addColumn("mood", "words", varchar(30));
                                op.createTable("person", t -> {
                                    t.column("id", integer()).notNull();
                                    t.column("name", varchar(20));
                                    t.primaryKey("pk_person", "id");
                                    t.check("ck_person_id", column("id").gt(0));
                                    t.index("ix_person_name", "name");
                                });
                                op.createTable("pet", t -> {
                                    t.column("id", integer()).notNull();
                                    t.column("person_id", integer());
                                    t.primaryKey("pk_animal", "id");
                                    t.foreignKey("fk_pet_person", "person_id").references("person", "id");
                                });
                            }

                        """);
        assertThat(text).contains("replaces = {\"" + id("a") + "\", \"" + id("b") + "\", \"" + id("c") + "\"}");

        // those that are replaced may still be there, or be gone
        for (Migrations migrations : List.of(with(A, B, C, D), with(D))) {
            assertThat(migrations.current().pending()).containsExactly(id("d"));
            assertThat(migrations.current().current()).hasSize(1);
            assertThat(migrations.status().unknown()).isEmpty();
            assertThat(rows()).as("nothing is written by asking").containsExactly(id("a"), id("b"), id("c"));
        }
        String squashed = with(D).current().current().get(0).revision();
        assertThat(applied(with(D).upgrade("head"))).isEqualTo("d");
        assertThat(rows()).containsExactly(squashed, id("d"));
        assertThat(with(A, B, C, D).upgrade("head")).isEmpty();
        assertThat(with(D).downgrade("-1")).hasSize(1);

        try (ThrowawayDatabase other = engine.throwaway()) {
            Migrations migrations = with(other.engine(), A, B, C, D);
            assertThat(migrations.upgrade(squashed)).hasSize(1);
            assertThat(Databases.everything(other.engine())).isEqualTo(byOld);
            migrations.upgrade("head");
            migrations.downgrade("base");
            assertThat(Databases.everything(other.engine()).tables())
                    .allMatch(table -> table.name().name().startsWith("aludel_"));
        }
    }

    @Test
    void aDatabaseOnTheWayGoesOnWithTheOldScripts() throws IOException, SQLException {
        with(A, B, C, D).upgrade(id("a"));
        squash(id("c"), A, B, C, D);
        String squashed = new ScriptFolder(folder, List.of()).scripts().get(0).id();

        assertThatThrownBy(() -> with(D).upgrade("head"))
                .isInstanceOf(ReplacedRevisionException.class)
                .hasMessage("MIG-086: " + engine.description() + " has some of the revisions that " + squashed + " (R"
                        + squashed + "_FirstTables.java) replaces, but not " + id("b") + ", " + id("c")
                        + ". Bring back the scripts of " + id("a") + ", " + id("b") + ", " + id("c")
                        + " and upgrade this database with them; they may go when every database is past them. Nothing"
                        + " was done.");
        assertThat(with(D).status().unknown()).hasSize(1);
        assertThat(rows()).containsExactly(id("a"));

        assertThat(applied(with(A, B, C, D).upgrade("head"))).isEqualTo("b c d");
        assertThat(rows()).containsExactly(id("a"), id("b"), id("c"), id("d"));
        assertThat(with(A, B, C, D).upgrade("head")).isEmpty();
        assertThat(rows()).containsExactly(squashed, id("d"));
        assertThat(with(D).current().isAtHeads()).isTrue();
    }
}
