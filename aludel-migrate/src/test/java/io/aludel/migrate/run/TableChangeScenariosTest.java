// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.bool;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.concat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Operations;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables that have rows are changed, and changed back; where a database cannot do so in place, the table is rebuilt. */
@OnEveryDatabase
class TableChangeScenariosTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());
    private static final Consumer<Operations> NO_WAY = op -> op.irreversible("The test does not go there.");

    private final FreshDatabase database;
    private final Engine engine;

    TableChangeScenariosTest(FreshDatabase database) throws SQLException {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        engine.createAll(PetWorld.schema());
        database.execute(
                "insert into person(name) values ('Ann')",
                "insert into pet(person_id, name) select id, '12' from person",
                "insert into toy(pet_id, price) select id, 5.25 from pet",
                "insert into tag(code, title) values ('a', 'first'), ('b', 'second')");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Tag("M-41")
    @Test
    void changesTheTypeOfAColumnWithItsValues() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> {
                    op.alterColumn("pet", "name", c -> {
                        c.from(varchar(40)).notNull();
                        c.to(integer()).notNull();
                    });
                    op.createIndex("ix_pet_name", "pet", "name");
                },
                op -> {
                    op.dropIndex("ix_pet_name", "pet");
                    op.alterColumn("pet", "name", c -> {
                        c.from(integer()).notNull();
                        c.to(varchar(40)).notNull();
                    });
                });

        upgrade(revision);

        assertThat(one("select name + 1 from pet")).isEqualTo("13");
        assertKeysHold();
        downgrade(revision);
        assertThat(one("select name from pet")).isEqualTo("12");
        assertKeysHold();
    }

    @Tag("M-41")
    @Test
    void leavesAllAsItWasWhereAValueIsNoneOfTheNewType() throws SQLException {
        Schema before = Databases.live(engine);
        database.execute("update pet set name = 'Rex'");
        OneRevision revision = new OneRevision(
                op -> op.alterColumn("pet", "name", c -> {
                    c.from(varchar(40)).notNull();
                    c.to(integer()).notNull();
                }),
                NO_WAY);

        assertThatThrownBy(() -> revision.upgrade(engine)).isInstanceOf(RevisionFailedException.class);

        Schema after = Databases.live(engine);
        assertThat(after.withTables(after.tables().stream()
                        .filter(table -> !LedgerTables.NAMES.contains(table.name()))
                        .toList()))
                .isEqualTo(before);
        assertThat(one("select name from pet")).isEqualTo("Rex");
        assertKeysHold();
    }

    @Tag("M-42")
    @Test
    void whatIsOverAColumnFollowsItsNewName() throws SQLException {
        OneRevision nodes = new OneRevision(
                op -> {
                    op.createTable("node", t -> {
                        t.column("id", bigint()).notNull();
                        t.column("up", bigint());
                        t.column("code", integer()).notNull();
                        t.primaryKey("pk_node", "id");
                        t.unique("uq_node_code", "code", "id");
                        t.foreignKey("fk_node_up", "up").references("node", "id");
                        t.check("ck_node_code", column("code").gt(0));
                        t.index("ix_node_code", "code");
                    });
                    op.createTable("leaf", t -> {
                        t.column("node_id", bigint());
                        t.foreignKey("fk_leaf_node_id", "node_id").references("node", "id");
                    });
                    op.insertRows("node", "id", "up", "code").row(1L, null, 7).row(2L, 1L, 8);
                    op.insertRows("leaf", "node_id").row(2L);
                    op.renameColumn("node", "id", "number");
                    op.renameColumn("node", "up", "parent");
                    op.renameColumn("node", "code", "label");
                },
                op -> {
                    op.renameColumn("node", "number", "id");
                    op.renameColumn("node", "parent", "up");
                    op.renameColumn("node", "label", "code");
                });

        upgrade(nodes);

        assertThat(database.rows("select number, parent, label from node order by number"))
                .hasSize(2);
        assertRefused("insert into node(number, parent, label) values (3, 9, 1)");
        assertRefused("insert into node(number, label) values (1, 1)");
        assertRefused("insert into node(number, label) values (3, 0)");
        assertRefused("insert into leaf(node_id) values (9)");
        nodes.downgrade(engine);
        assertRefused("insert into node(id, up, code) values (3, 9, 1)");
        assertRefused("insert into node(id, code) values (3, 0)");
    }

    @Tag("M-43")
    @Test
    void changesATableThatOthersPointAtAndNoneOfTheirRowsGoes() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> op.alterColumn("person", "name", c -> {
                    c.from(varchar(40)).notNull();
                    c.to(text()).notNull().defaultTo("Bob");
                }),
                op -> op.alterColumn("person", "name", c -> {
                    c.from(text()).notNull().defaultTo("Bob");
                    c.to(varchar(40)).notNull();
                }));

        upgrade(revision);

        assertKeysHold();
        downgrade(revision);
        assertKeysHold();
        execute("delete from person");
        assertThat(one("select count(*) from pet")).isEqualTo("0");
        assertThat(one("select count(*) from toy")).isEqualTo("0");
    }

    /**
     * A column cannot be put before or after another one: order of columns is no difference to us, and is nowhere to be asked for. So a column that
     * comes is the last one, wherever a model has it, and nothing is rebuilt for that.
     */
    @Tag("M-44")
    @Test
    void addsAColumnAsTheLastWithoutRebuildAndItsPlaceIsNoDifference() throws SQLException {
        Consumer<Operations> way = op -> {
            op.addColumn("pet", "note", text());
            op.addColumn("pet", "wings", integer()).notNull().defaultTo(2);
        };
        OneRevision revision = new OneRevision(way, op -> {
            op.dropColumn("pet", "wings");
            op.dropColumn("pet", "note");
        });
        Schema schema = PetWorld.schema();
        for (Operation operation : recorded(way)) {
            assertThat(DdlRunner.hasRebuild(operation.render(engine.dialect(), schema)))
                    .isFalse();
            schema = operation.applyTo(schema);
        }

        upgrade(revision);

        assertThat(Databases.live(engine).requireTable(PetWorld.PET).columns())
                .extracting(Column::name)
                .containsExactly("id", "person_id", "name", "legs", "note", "wings");
        assertThat(one("select wings from pet")).isEqualTo("2");
        Table pet = schema.requireTable(PetWorld.PET);
        List<Column> columns = pet.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList();
        assertThat(Databases.difference(engine, schema.with(pet.withColumns(columns))))
                .isEqualTo(NOTHING);
        downgrade(revision);
    }

    @Tag("M-45")
    @Test
    void makesAPrimaryKeyAnew() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> {
                    op.dropPrimaryKey("pk_tag", "tag");
                    op.dropColumn("tag", "code").fill(column("title"));
                    op.addColumn("tag", "code", varchar(30)).notNull().fill(concat("the ", column("title")));
                    op.addPrimaryKey("pk_tag", "tag", "code");
                },
                op -> {
                    op.dropPrimaryKey("pk_tag", "tag");
                    op.dropColumn("tag", "code").fill(concat("the ", column("title")));
                    op.addColumn("tag", "code", varchar(10)).notNull().fill(column("title"));
                    op.addPrimaryKey("pk_tag", "tag", "code");
                });

        upgrade(revision);

        assertThat(database.rows("select code from tag order by code"))
                .containsExactly(List.of("the first"), List.of("the second"));
        assertRefused("insert into tag(code) values ('the first')");
        downgrade(revision);
        assertThat(database.rows("select code from tag order by code"))
                .containsExactly(List.of("first"), List.of("second"));
    }

    @Tag("M-45")
    @Test
    void addsAColumnWithItsUniqueConstraintAndTurnsTruthIntoNumbers() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> {
                    op.addColumn("tag", "short", varchar(40)).notNull().fill(column("code"));
                    op.addUnique("uq_tag_short", "tag", "short");
                    op.addColumn("tag", "used", bool()).notNull().defaultTo(true);
                    op.alterColumn("tag", "used", c -> {
                        c.from(bool()).notNull().defaultTo(true);
                        c.to(integer()).notNull().defaultTo(1);
                    });
                    op.update("tag").set("used", 0).where(column("code").eq("b"));
                    op.addColumn("tag", "kept", integer()).notNull().fill(column("used"));
                    op.alterColumn("tag", "kept", c -> {
                        c.from(integer()).notNull();
                        c.to(bool()).notNull();
                    });
                },
                op -> {
                    op.dropColumn("tag", "kept");
                    op.dropColumn("tag", "used");
                    op.dropUnique("uq_tag_short", "tag");
                    op.dropColumn("tag", "short");
                });

        upgrade(revision);

        assertRefused("insert into tag(code, short, kept) values ('c', 'a', " + literal(true) + ")");
        assertThat(one("select sum(used) from tag")).isEqualTo("1");
        assertThat(one("select code from tag where kept = " + literal(true))).isEqualTo("a");
        assertThat(one("select code from tag where kept = " + literal(false))).isEqualTo("b");
        downgrade(revision);
    }

    @Tag("M-46")
    @Test
    void aColumnThatIsChangedOrRenamedKeepsWhatIsNotSpokenOf() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> {
                    op.addColumn("pet", "born", integer()).defaultTo(7).comment("It's \"when\"");
                    op.alterColumn("pet", "born", c -> {
                        c.from(integer()).defaultTo(7).comment("It's \"when\"");
                        c.to(integer()).notNull().defaultTo(7).comment("It's \"when\"");
                    });
                    op.renameColumn("pet", "born", "made");
                    op.renameColumn("pet", "id", "number");
                    op.dropForeignKey("fk_toy_pet_id", "toy");
                    op.dropUnique("uq_person_email", "person");
                    op.dropCheck("ck_pet_legs", "pet");
                    op.dropPrimaryKey("pk_tag", "tag");
                },
                op -> {
                    op.addPrimaryKey("pk_tag", "tag", "code");
                    op.addCheck("ck_pet_legs", "pet", column("legs").between(0, 8));
                    op.addUnique("uq_person_email", "person", "email");
                    op.renameColumn("pet", "number", "id");
                    op.addForeignKey("fk_toy_pet_id", "toy", "pet_id")
                            .references("pet", "id")
                            .onDelete(ForeignKey.Action.CASCADE);
                    op.dropColumn("pet", "made");
                });

        upgrade(revision);

        database.execute("insert into pet(person_id, name) select id, 'Tom' from person");
        assertThat(one("select made from pet where name = 'Tom'")).isEqualTo("7");
        assertThat(one("select count(distinct number) from pet")).isEqualTo("2");
        downgrade(revision);
    }

    @Tag("M-48")
    @Test
    void convertsValuesByAnExpressionOfTheDatabasesOwn() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> op.alterColumn("toy", "price", c -> {
                    c.from(decimal(8, 2)).notNull();
                    c.to(integer())
                            .notNull()
                            .using("h2", "cast(price * 100 as integer)")
                            .using("mariadb", "price * 100")
                            .using("postgresql", "(price * 100)::integer")
                            .using("sqlite", "cast(price * 100 as integer)");
                }),
                op -> op.alterColumn("toy", "price", c -> {
                    c.from(integer()).notNull();
                    c.to(decimal(8, 2))
                            .notNull()
                            .using("h2", "price / 100.0")
                            .using("postgresql", "price / 100.0")
                            .using("sqlite", "price / 100.0");
                }));
        try {
            recorded(revision.way()).get(0).render(engine.dialect(), PetWorld.schema());
        } catch (UnsupportedFeatureException e) {
            abort("the database converts values in its own way only: " + e.getMessage());
        }

        upgrade(revision);

        assertThat(one("select price from toy")).isEqualTo("525");
        downgrade(revision);
        assertThat(one("select price from toy")).isEqualTo("5.25");
    }

    @Test
    void fillsWhatIsNullBeforeNullIsRefused() throws SQLException {
        OneRevision revision = new OneRevision(
                op -> {
                    op.alterColumn("person", "email", c -> {
                        c.from(varchar(200));
                        c.to(varchar(200)).notNull().fill(concat(column("name"), "@example.org"));
                    });
                    op.alterColumn("tag", "title", c -> {
                        c.from(text());
                        c.to(varchar(60)).notNull().defaultTo("none").fill("50 % 'off'");
                    });
                },
                op -> {
                    op.alterColumn("tag", "title", c -> {
                        c.from(varchar(60)).notNull().defaultTo("none").fill("50 % 'off'");
                        c.to(text());
                    });
                    op.alterColumn("person", "email", c -> {
                        c.from(varchar(200)).notNull().fill(concat(column("name"), "@example.org"));
                        c.to(varchar(200));
                    });
                });
        database.execute("update tag set title = null where code = 'b'");

        upgrade(revision);

        assertThat(one("select email from person")).isEqualTo("Ann@example.org");
        assertThat(database.rows("select title from tag order by code"))
                .containsExactly(List.of("first"), List.of("50 % 'off'"));
        assertKeysHold();
        downgrade(revision);
        assertKeysHold();
    }

    /** Up, as the operations say; what they say is compared with what is there. */
    private void upgrade(OneRevision revision) {
        revision.upgrade(engine);
        Schema expected = PetWorld.schema();
        for (Operation operation : recorded(revision.way())) {
            expected = operation.applyTo(expected);
        }
        assertThat(Databases.difference(engine, expected)).isEqualTo(NOTHING);
    }

    private void downgrade(OneRevision revision) {
        revision.downgrade(engine);
        assertThat(Databases.difference(engine, PetWorld.schema())).isEqualTo(NOTHING);
    }

    private static List<Operation> recorded(Consumer<Operations> way) {
        Operations operations = new Operations();
        way.accept(operations);
        return operations.operations();
    }

    private void assertKeysHold() throws SQLException {
        assertThat(one("select count(*) from person, pet, toy")).isEqualTo("1");
        assertRefused("insert into toy(pet_id, price) values (99, 1)");
        assertRefused("insert into pet(person_id, name) values (99, '13')");
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> execute(statement)).as(statement).isInstanceOf(EngineException.class);
    }

    /** As a program does it: with foreign keys that hold. */
    private void execute(String statement) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            connection.execute(statement);
            connection.commit();
        }
    }

    private String one(String query) throws SQLException {
        return database.rows(query).get(0).get(0).toString();
    }

    private String literal(boolean value) {
        return engine.dialect().types().literal(value, ValueType.BOOLEAN);
    }
}
