// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.lint.LintReport;
import io.aludel.migrate.lint.Severity;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The safe form of a revision comes to the same, on every database, without danger where the database has a way, and back. */
class SafeFormTest {
    private static final AutogenerateOptions SAFE =
            AutogenerateOptions.USUAL.allowingDestructive().safely();

    @TempDir
    private Path folder;

    private static Table owner() {
        return Table.of(TableName.of("owner"), List.of(Column.notNull("id", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_owner", List.of("id")));
    }

    private static Schema before() {
        Table pet = Table.of(
                        TableName.of("pet"),
                        List.of(
                                Column.notNull("id", SqlType.integer()),
                                Column.nullable("legs", SqlType.integer()),
                                Column.nullable("owner_id", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")));
        return Schema.of(owner(), pet);
    }

    private static Schema after() {
        Table pet = before().table(TableName.of("pet")).orElseThrow();
        return Schema.of(
                owner(),
                pet.withColumn(Column.notNull("legs", SqlType.integer()))
                        .withForeignKeys(List.of(ForeignKey.of(
                                "fk_pet_owner_id", List.of("owner_id"), TableName.of("owner"), List.of("id"))))
                        .withChecks(List.of(new Check(
                                "ck_pet_legs",
                                new Comparison(
                                        Comparison.Operator.GT,
                                        new ColumnRef("", "legs", ValueType.INTEGER),
                                        new Value(0, ValueType.INTEGER)))))
                        .withIndexes(List.of(Index.of("ix_pet_owner_id", "owner_id"))));
    }

    private static void fill(FreshDatabase database) throws Exception {
        database.execute("insert into owner values (1)", "insert into pet (id, legs, owner_id) values (1, 4, 1)");
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void postgresDoesItWithoutDangerAndOthersInTheirWay(FreshDatabase database) throws Exception {
        String text;
        try (Engine engine = Engine.create(database.dsn())) {
            ScriptedDatabase scripted = new ScriptedDatabase(engine, folder);
            scripted.wants(before()).becomes(AutogenerateOptions.USUAL);
            fill(database);
            Schema live = Databases.live(engine);
            text = ScriptedDatabase.text(scripted.wants(after()).writes(SAFE));

            LintReport report = scripted.migrations().lint("heads", 0);
            assertThat(report.has(Severity.DANGER)).as("%s", report.findings()).isFalse();

            scripted.migrations().upgrade("head");
            assertThat(scripted.migrations().check().isEmpty())
                    .as("%s", scripted.migrations().check())
                    .isTrue();
            scripted.migrations().downgrade("-1");
            assertThat(Databases.live(engine)).isEqualTo(live);
            scripted.migrations().upgrade("head");
            assertThat(scripted.migrations().check().isEmpty()).isTrue();
            assertThat(database.rows("select id, legs, owner_id from pet").toString())
                    .isEqualTo("[[1, 4, 1]]");
        }
        assertThat(text.substring(text.indexOf("    @Override"))).isEqualTo("""
                    @Override
                    public void up(Operations op) {
                        op.on("postgresql")
                                .addCheck("ck_pet_legs_not_null", "pet", column("legs").isNotNull())
                                .notValid();
                        op.on("postgresql").addCheck("ck_pet_legs", "pet", column("legs").gt(0)).notValid();
                        op.on("h2", "mariadb", "sqlite")
                                .addCheck("ck_pet_legs", "pet", column("legs").gt(0));
                        op.on("postgresql")
                                .addForeignKey("fk_pet_owner_id", "pet", "owner_id")
                                .references("owner", "id")
                                .notValid();
                        op.on("h2", "mariadb", "sqlite")
                                .addForeignKey("fk_pet_owner_id", "pet", "owner_id")
                                .references("owner", "id");
                        op.on("postgresql").validateConstraint("ck_pet_legs_not_null", "pet").outsideTransaction();
                        // takes NULL away from column "legs" of table "pet", and stops where a row has it
                        op.alterColumn("pet", "legs", c -> {
                            c.from(integer());
                            c.to(integer()).notNull();
                        });
                        op.on("postgresql").dropCheck("ck_pet_legs_not_null", "pet");
                        op.createIndex("ix_pet_owner_id", "pet", "owner_id").concurrently();
                        op.validateConstraint("ck_pet_legs", "pet").outsideTransaction();
                        op.validateConstraint("fk_pet_owner_id", "pet").outsideTransaction();
                    }

                    @Override
                    public void down(Operations op) {
                        op.dropForeignKey("fk_pet_owner_id", "pet");
                        op.dropCheck("ck_pet_legs", "pet");
                        op.dropIndex("ix_pet_owner_id", "pet").concurrently();
                        op.alterColumn("pet", "legs", c -> {
                            c.from(integer()).notNull();
                            c.to(integer());
                        });
                    }
                }
                """);
        for (TestDatabase other : List.of(TestDatabase.SQLITE, TestDatabase.H2, TestDatabase.MARIADB)) {
            try (FreshDatabase fresh = other.fresh();
                    Engine engine = Engine.create(fresh.dsn())) {
                ScriptedDatabase scripted = new ScriptedDatabase(engine, folder).wants(after());
                scripted.migrations().upgrade("+1");
                fill(fresh);
                scripted.migrations().upgrade("head");
                assertThat(scripted.migrations().check().isEmpty())
                        .as("%s: %s", other, scripted.migrations().check())
                        .isTrue();
                scripted.migrations().downgrade("base");
            }
        }
    }
}
