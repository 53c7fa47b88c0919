// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.Undecided;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.migrate.script.ScriptFolder;
import io.aludel.migrate.script.ScriptSource;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons with what the scripts lead to. */
class OfflineTest {
    /** Pets have a nick, no more than six legs, and toys are gone. */
    private static final Schema LATER = Schema.of(PetWorld.person(), laterPet(), PetWorld.tag());

    private static Table laterPet() {
        List<Column> columns = new ArrayList<>(PetWorld.pet().columns());
        columns.add(Column.notNull("nick", SqlType.varchar(20))
                .withDefault(new Default.Of(Term.value("none").expression())));
        return PetWorld.pet().withColumns(columns).withChecks(List.of());
    }

    @TempDir
    private Path folder;

    private Migrations offline(Engine engine, Schema model) {
        return Migrations.of(engine, () -> model, new ScriptFolder(folder, List.of()))
                .offline();
    }

    private static Engine without(String dialect) {
        return Engine.withoutDatabase(Engine.dialect(dialect));
    }

    private NewRevision write(Engine engine, Schema model) {
        return offline(engine, model)
                .autogenerate("next", new ScriptPlace(folder, "", ""), AutogenerateOptions.USUAL.allowingDestructive());
    }

    @Test
    void writesWhatDiffersWithoutADatabase() {
        for (String dialect : List.of("postgresql", "sqlite")) {
            try (Engine engine = without(dialect)) {
                write(engine, PetWorld.schema());
                assertThat(offline(engine, PetWorld.schema()).check().isEmpty()).isTrue();
                assertThat(offline(engine, LATER).check().operations())
                        .extracting(Operation::describe)
                        .containsExactlyInAnyOrder(
                                "add column \"nick\" to table \"pet\"",
                                "drop check \"ck_pet_legs\" of table \"pet\"",
                                "drop table \"toy\"");
                write(engine, LATER);
                assertThat(offline(engine, LATER).check().isEmpty()).isTrue();
                assertThatThrownBy(() -> Migrations.of(engine, () -> LATER, new ScriptFolder(folder, List.of()))
                                .upgrade("head"))
                        .hasMessageContaining("Cannot connect to a " + dialect + " database that is not known");
                write(engine, PetWorld.schema());
            }
        }
    }

    @Test
    void saysWhereSqlMayHaveChangedTheSchema() {
        ScriptSource scripts = () -> List.of(
                TestHistory.script(
                        "a", "", op -> op.createTable("tag", t -> t.column("code", SqlType.text())), op -> {}),
                TestHistory.script(
                        "b",
                        "a",
                        op -> {
                            op.sql("alter table tag add title text")
                                    .does(o -> o.addColumn("tag", "title", SqlType.text()));
                            op.sql("update tag set title = code").schemaNeutral();
                            op.sql("vacuum").on("sqlite");
                        },
                        op -> {}));
        Schema model = Schema.of(Table.of(
                PetWorld.TAG,
                List.of(Column.nullable("code", SqlType.text()), Column.nullable("title", SqlType.text()))));
        try (Engine postgresql = without("postgresql");
                Engine sqlite = without("sqlite")) {
            assertThat(Migrations.of(postgresql, () -> model, scripts)
                            .offline()
                            .check()
                            .isEmpty())
                    .isTrue();
            assertThat(Migrations.of(sqlite, () -> model, scripts)
                            .offline()
                            .check()
                            .undecided())
                    .extracting(Undecided::toString)
                    .containsExactly(
                            "what revision bbbbbbbbbbbb (Rbbbbbbbbbbbb.java) does: cannot tell: nobody has said what"
                                    + " \"execute vacuum\" does to the schema; say it there: schemaNeutral() or does(…), in SQL"
                                    + " \"-- schema-neutral\"");
        }
    }

    @Test
    void saysWhichRevisionCannotBeReplayed() {
        ScriptSource scripts = () -> List.of(
                TestHistory.script("a", "", op -> op.sql("create table tag (code text)"), op -> {}),
                TestHistory.script("b", "a", op -> op.dropColumn("tag", "code"), op -> {}));
        try (Engine engine = without("h2")) {
            assertThatThrownBy(() -> Migrations.of(engine, () -> Schema.EMPTY, scripts)
                            .offline()
                            .check())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith(
                            "MIG-084: The scripts cannot be replayed without a database; revision bbbbbbbbbbbb (Rbbbbbbbbbbbb.java): ")
                    .hasMessageContaining("there is no such table")
                    .hasMessageContaining("nobody has said what \"execute create table tag (code text)\" does");
        }
    }

    @Test
    void takesItThatThereMayBeRows() {
        List<Column> columns = new ArrayList<>(PetWorld.tag().columns());
        columns.add(Column.notNull("rank", SqlType.integer()));
        Schema ranked = Schema.of(PetWorld.tag().withColumns(columns));
        try (Engine engine = without("sqlite")) {
            write(engine, Schema.of(PetWorld.tag()));

            assertThatThrownBy(() -> write(engine, ranked))
                    .hasMessageStartingWith("MIG-052: Rows of a sqlite database that has all revisions would have NULL")
                    .hasMessageContaining("--fill tag.rank=VALUE");
        }
    }

    @OnEveryDatabase
    static class Applied {
        private final FreshDatabase database;

        @TempDir
        private Path folder;

        Applied(FreshDatabase database) {
            this.database = database;
        }

        @Test
        void whatWasWrittenWithoutADatabaseLeadsOneToTheModel() {
            try (Engine engine = Engine.create(database.dsn())) {
                ScriptPlace place = new ScriptPlace(folder, "", "");
                for (Schema model : List.of(PetWorld.schema(), LATER)) {
                    Migrations migrations = Migrations.of(engine, () -> model, new ScriptFolder(folder, List.of()));
                    migrations.offline().autogenerate("next", place, AutogenerateOptions.USUAL.allowingDestructive());
                    migrations.upgrade("head");

                    assertThat(migrations.check().isEmpty())
                            .as("%s", migrations.check())
                            .isTrue();
                    assertThat(migrations.offline().check().isEmpty()).isTrue();
                }
            }
        }
    }
}
