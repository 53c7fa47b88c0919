// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.json;
import static io.aludel.core.type.SqlType.namedEnum;
import static io.aludel.core.type.SqlType.nativeType;
import static io.aludel.core.type.SqlType.smallint;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.uuid;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.rawSql;
import static io.aludel.migrate.op.Term.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.migrate.command.TestHistory;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Script;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each rule, where it speaks up and where it does not, by operations alone: every table that is there before is taken to be big. */
class RulesTest {
    private static final Dialect POSTGRES = newest("postgresql");
    private static final Dialect MARIADB = newest("mariadb");
    private static final Dialect SQLITE = newest("sqlite");
    private static final Dialect H2 = newest("h2");

    private static Dialect newest(String name) {
        RulesTest.class.getModule().addUses(Dialect.class); // the tests are in the module, which uses none by itself
        return ServiceLoader.load(Dialect.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void before(Operations op) {
        op.createEnumType("mood", "sad", "glad");
        op.createTable("owner", t -> {
            t.column("id", integer()).notNull();
            t.column("name", varchar(40));
            t.primaryKey("pk_owner", "id");
        });
        op.createTable("pet", t -> {
            t.column("id", integer()).notNull();
            t.column("name", varchar(40));
            t.column("legs", integer());
            t.column("owner_id", integer());
            t.column("mood", namedEnum("mood", "sad", "glad"));
            t.primaryKey("pk_pet", "id");
            t.index("ix_pet_owner_id", "owner_id");
            t.foreignKey("fk_pet_owner_id", "owner_id").references("owner", "id");
        });
    }

    private static LintReport report(Dialect dialect, Consumer<Operations> up) {
        Script before = TestHistory.script("a", "", RulesTest::before, op -> {});
        Script script = TestHistory.script("b", "a", up, op -> {});
        Schema schema = Schema.EMPTY;
        for (var recorded : before.up()) {
            schema = recorded.operation().applyTo(schema);
        }
        return Linter.offline(dialect, schema).look(List.of(script));
    }

    private static List<Code> codes(Dialect dialect, Consumer<Operations> up) {
        return report(dialect, up).findings().stream().map(Finding::code).toList();
    }

    @Test
    void whatIsLostIsDanger() {
        for (Dialect dialect : List.of(POSTGRES, MARIADB, H2)) {
            assertThat(codes(dialect, op -> op.dropTable("pet")))
                    .as("%s", dialect.name())
                    .containsExactly(Code.TABLE_DROPPED);
            assertThat(codes(dialect, op -> op.dropColumn("pet", "legs"))).contains(Code.COLUMN_DROPPED);
            assertThat(codes(
                            dialect,
                            op -> op.alterColumn("pet", "legs", c -> {
                                c.from(integer());
                                c.to(smallint());
                            })))
                    .contains(Code.VALUES_NARROWED, Code.TYPE_BLOCKS);
        }
        assertThat(codes(POSTGRES, op -> {
                    op.createTable("new", t -> t.column("id", integer()));
                    op.addColumn("new", "more", uuid()).defaultTo(rawSql("postgresql", "gen_random_uuid()"));
                    op.renameColumn("new", "more", "less");
                    op.dropTable("new");
                }))
                .as("what came in the same run has no rows")
                .isEmpty();
        assertThat(codes(POSTGRES, op -> op.ifExists().dropTable("nothing"))).isEmpty();
    }

    @Test
    void namesThatProgramsKnowAreAWarning() {
        assertThat(codes(POSTGRES, op -> {
                    op.renameTable("owner", "keeper");
                    op.renameColumn("pet", "name", "title");
                }))
                .containsExactly(Code.RENAMED, Code.RENAMED);
        assertThat(codes(POSTGRES, op -> {
                    op.renameTable("owner", "keeper");
                    op.createIndex("ix_keeper_name", "keeper", "name");
                }))
                .as("it is still big by another name")
                .containsExactly(Code.RENAMED, Code.INDEX_BLOCKS);
    }

    @Test
    void postgresLetsOthersGoOnIfItIsAskedTo() {
        assertThat(codes(POSTGRES, op -> op.createIndex("ix", "pet", "legs"))).containsExactly(Code.INDEX_BLOCKS);
        assertThat(codes(POSTGRES, op -> op.createIndex("ix", "pet", "legs").concurrently()))
                .isEmpty();
        assertThat(codes(
                        POSTGRES,
                        op -> op.addForeignKey("fk", "pet", "owner_id").references("owner", "id")))
                .containsExactly(Code.FOREIGN_KEY_BLOCKS);
        assertThat(codes(POSTGRES, op -> {
                    op.addForeignKey("fk", "pet", "owner_id")
                            .references("owner", "id")
                            .notValid();
                    op.validateConstraint("fk", "pet").outsideTransaction();
                }))
                .isEmpty();
        assertThat(codes(POSTGRES, op -> op.addCheck("ck", "pet", column("legs").gt(0))))
                .containsExactly(Code.CHECK_BLOCKS);
        assertThat(codes(
                        POSTGRES,
                        op -> op.addCheck("ck", "pet", column("legs").gt(0)).notValid()))
                .isEmpty();
        assertThat(codes(POSTGRES, op -> op.addUnique("uq", "pet", "id"))).containsExactly(Code.UNIQUE_BLOCKS);
        assertThat(codes(POSTGRES, op -> {
                    op.dropPrimaryKey("pk_pet", "pet");
                    op.addPrimaryKey("pk", "pet", "id");
                }))
                .containsExactly(Code.PRIMARY_KEY_BLOCKS);
        assertThat(codes(
                        POSTGRES,
                        op -> op.addExclusion("ex", "pet", column("legs").with("="))))
                .containsExactly(Code.EXCLUSION_BLOCKS);
    }

    @Test
    void postgresReadsAllRowsForNotNullUnlessACheckHasDone() {
        Consumer<Operations> strict = op -> op.alterColumn("pet", "legs", c -> {
            c.from(integer());
            c.to(integer()).notNull();
        });
        assertThat(codes(POSTGRES, strict)).containsExactly(Code.NOT_NULL_BLOCKS);
        assertThat(codes(POSTGRES, op -> {
                    op.addCheck("ck", "pet", column("legs").isNotNull()).notValid();
                    op.validateConstraint("ck", "pet").outsideTransaction();
                    strict.accept(op);
                    op.dropCheck("ck", "pet");
                }))
                .isEmpty();
    }

    @Test
    void typesAndNewColumnsAreDangerWhereRowsAreWrittenAgain() {
        Consumer<Operations> longer = op -> op.alterColumn("pet", "name", c -> {
            c.from(varchar(40));
            c.to(varchar(50));
        });
        assertThat(codes(POSTGRES, longer)).isEmpty();
        assertThat(codes(MARIADB, longer)).isEmpty();
        Consumer<Operations> wider = op -> op.alterColumn("pet", "legs", c -> {
            c.from(integer());
            c.to(bigint());
        });
        assertThat(codes(POSTGRES, wider)).containsExactly(Code.TYPE_BLOCKS);
        assertThat(codes(MARIADB, wider)).containsExactly(Code.TYPE_BLOCKS);
        assertThat(codes(
                        POSTGRES,
                        op -> op.alterColumn("pet", "name", c -> {
                            c.from(varchar(40));
                            c.to(text()).using("postgresql", "upper(name)");
                        })))
                .containsExactly(Code.TYPE_BLOCKS);
        assertThat(codes(POSTGRES, op -> {
                    op.addColumn("pet", "a", integer()).notNull().defaultTo(value(4));
                    op.addColumn("pet", "b", uuid()).defaultTo(rawSql("postgresql", "gen_random_uuid()"));
                    op.addColumn("pet", "c", integer())
                            .computedStored(column("legs").plus(1));
                }))
                .containsExactly(Code.NEW_COLUMN_BLOCKS, Code.NEW_COLUMN_BLOCKS);
        assertThat(codes(MARIADB, op -> op.addColumn("pet", "a", integer()))).isEmpty();
        assertThat(codes(
                        MARIADB,
                        op -> op.addColumn("pet", "c", integer())
                                .computedStored(column("legs").plus(1))))
                .containsExactly(Code.NEW_COLUMN_BLOCKS);
        assertThat(codes(H2, op -> op.addColumn("pet", "a", integer()))).containsExactly(Code.NEW_COLUMN_BLOCKS);
    }

    @Test
    void mariaDbBuildsIndexesWhileOthersWriteAndCopiesForKeysAndChecks() {
        assertThat(codes(MARIADB, op -> op.createIndex("ix", "pet", "legs"))).isEmpty();
        assertThat(codes(
                        MARIADB, op -> op.addForeignKey("fk", "pet", "owner_id").references("owner", "id")))
                .containsExactly(Code.FOREIGN_KEY_BLOCKS);
        assertThat(codes(MARIADB, op -> op.addCheck("ck", "pet", column("legs").gt(0))))
                .containsExactly(Code.CHECK_BLOCKS);
        assertThat(codes(
                        MARIADB,
                        op -> op.alterColumn("pet", "legs", c -> {
                            c.from(integer());
                            c.to(integer()).notNull();
                        })))
                .containsExactly(Code.TABLE_REWRITTEN);
    }

    @Test
    void sqliteRebuildsAndForeignKeysSleepMeanwhile() {
        Consumer<Operations> rebuild = op -> op.alterColumn("pet", "legs", c -> {
            c.from(integer());
            c.to(bigint());
        });
        assertThat(codes(SQLITE, rebuild)).containsExactly(Code.TABLE_REBUILT);
        assertThat(codes(SQLITE, op -> op.addColumn("pet", "a", integer()))).isEmpty();
        assertThat(codes(SQLITE, op -> op.createIndex("ix", "pet", "legs"))).containsExactly(Code.INDEX_BLOCKS);
        assertThat(codes(SQLITE, op -> {
                    rebuild.accept(op);
                    op.delete("owner").where(column("id").eq(1));
                }))
                .containsExactly(Code.TABLE_REBUILT, Code.ROWS_DURING_REBUILD);
        assertThat(codes(SQLITE, op -> op.delete("owner").where(column("id").eq(1))))
                .isEmpty();
    }

    @Test
    void rowsThatChangeWhereTheSchemaChangesKeepItsLocks() {
        assertThat(codes(POSTGRES, op -> {
                    op.addColumn("pet", "nick", text());
                    op.update("pet").set("nick", column("name"));
                }))
                .containsExactly(Code.ROWS_WITH_SCHEMA);
        assertThat(codes(POSTGRES, op -> op.update("pet").set("name", value("x"))))
                .isEmpty();
        assertThat(codes(
                        POSTGRES,
                        op -> op.addColumn("pet", "nick", text()).notNull().fill(column("name"))))
                .containsExactly(Code.ROWS_WITH_SCHEMA);
        assertThat(codes(MARIADB, op -> {
                    op.addColumn("pet", "nick", text());
                    op.update("pet").set("nick", column("name"));
                }))
                .as("each change of the schema commits")
                .isEmpty();
    }

    @Test
    void aValueThatIsAddedCannotBeUsedYet() {
        assertThat(codes(POSTGRES, op -> {
                    op.addEnumValue("mood", "so-so");
                    op.update("pet")
                            .set("mood", value("so-so"))
                            .where(column("mood").isNull());
                }))
                .contains(Code.ENUM_VALUE_USED);
        assertThat(codes(POSTGRES, op -> {
                    op.addEnumValue("mood", "so-so");
                    op.update("owner").set("name", value("so-so"));
                }))
                .doesNotContain(Code.ENUM_VALUE_USED);
    }

    @Test
    void aForeignKeyWantsAnIndexWhereTheDatabaseMakesNone() {
        Consumer<Operations> table = op -> op.createTable("toy", t -> {
            t.column("id", integer()).notNull();
            t.column("pet_id", integer());
            t.primaryKey("pk_toy", "id");
            t.foreignKey("fk_toy_pet_id", "pet_id").references("pet", "id");
        });
        for (Dialect dialect : List.of(POSTGRES, SQLITE)) {
            assertThat(codes(dialect, table)).containsExactly(Code.FOREIGN_KEY_WITHOUT_INDEX);
            assertThat(codes(dialect, op -> {
                        table.accept(op);
                        op.createIndex("ix_toy_pet_id", "toy", "pet_id", "id");
                    }))
                    .isEmpty();
            assertThat(codes(dialect, op -> op.dropIndex("ix_pet_owner_id", "pet")))
                    .containsExactly(Code.FOREIGN_KEY_LOSES_INDEX);
            assertThat(codes(dialect, op -> {
                        op.createTable("other", t -> t.column("id", integer()));
                        op.createIndex("ix_other", "other", "id");
                        op.dropIndex("ix_other", "other");
                    }))
                    .isEmpty();
        }
        assertThat(codes(MARIADB, table)).isEmpty();
        assertThat(codes(H2, table)).isEmpty();
    }

    @Test
    void indexesThatPayForNothingAreSaid() {
        assertThat(codes(MARIADB, op -> op.createIndex("ix_wide", "pet", "name", "legs", "mood", "id")))
                .containsExactly(Code.WIDE_INDEX);
        assertThat(codes(MARIADB, op -> op.createIndex("ix_again", "pet", "owner_id")))
                .containsExactly(Code.REDUNDANT_INDEX);
        assertThat(codes(MARIADB, op -> op.createIndex("ix_longer", "pet", "owner_id", "name")))
                .as("makes the shorter one needless")
                .containsExactly(Code.REDUNDANT_INDEX);
        assertThat(codes(MARIADB, op -> op.createIndex("ix_id", "pet", "id"))).containsExactly(Code.REDUNDANT_INDEX);
        assertThat(codes(MARIADB, op -> {
                    op.dropIndex("ix_pet_owner_id", "pet");
                    op.createIndex("ix_longer", "pet", "owner_id", "name");
                    op.createIndex("ix_other_order", "pet", "name", "owner_id");
                }))
                .isEmpty();
        assertThat(codes(MARIADB, op -> op.addUnique("uq", "pet", "name", "id")))
                .containsExactly(Code.NULLS_IN_UNIQUE);
        assertThat(codes(MARIADB, op -> op.addUnique("uq", "pet", "id"))).isEmpty();
    }

    @Test
    void jsonAsTextAndUnknownSqlAreSaid() {
        assertThat(codes(POSTGRES, op -> op.addColumn("pet", "j", nativeType("postgresql", "json"))))
                .containsExactly(Code.JSON_AS_TEXT);
        assertThat(codes(POSTGRES, op -> op.addColumn("pet", "j", json()))).isEmpty();
        assertThat(codes(POSTGRES, op -> {
                    op.sql("create table made (id integer)").on("postgresql");
                    op.addColumn("made", "name", text());
                    op.sql("update pet set legs = 4").schemaNeutral();
                    op.on("sqlite").dropTable("pet");
                }))
                .as("undeclared, of what nobody knows, rows only, for another database")
                .containsExactly(Code.CANNOT_TELL, Code.CANNOT_TELL);
    }

    @Test
    void aFindingSaysWhoWaitsForWhatAndWhatIsSafer() {
        Finding finding = report(POSTGRES, op -> op.createIndex("ix", "pet", "legs"))
                .findings()
                .get(0);

        assertThat(finding.what())
                .isEqualTo(
                        "On table \"pet\" (an unknown number of rows, taken for many) it reads and sorts every row; whoever writes to it"
                                + " waits (SHARE lock; PostgreSQL manual, CREATE INDEX).");
        assertThat(finding.safer())
                .isEqualTo("op.createIndex(…).concurrently(), in a revision of its own or as its last operations.");
        assertThat(finding.revision()).isEqualTo(TestHistory.id("b"));
        assertThat(finding.place()).startsWith("RulesTest.java:");
        assertThat(finding.severity()).isEqualTo(Severity.DANGER);
    }
}
