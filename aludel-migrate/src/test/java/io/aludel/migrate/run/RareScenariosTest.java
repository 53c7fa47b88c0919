// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.core.type.SqlType.array;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.namedEnum;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only some databases can do, with rows that are there. */
@OnEveryDatabase
class RareScenariosTest {
    private static final TableName MOOD = TableName.of("mood");
    private static final Consumer<Operations> NO_WAY = op -> op.irreversible("The test does not go there.");

    private final FreshDatabase database;
    private final Engine engine;

    RareScenariosTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Tag("M-48")
    @Test
    void makesAndDropsAnIndexWhileOthersWrite() throws SQLException {
        engine.createAll(PetWorld.schema());
        Operation create = new CreateIndex(PetWorld.PET, Index.of("ix \"pet\" legs", "legs"), true);
        Operation drop = ((Reversal.By) create.reverse()).operation();
        List<DdlStep> steps = create.render(engine.dialect(), PetWorld.schema());

        assertThat(drop.render(engine.dialect(), create.applyTo(PetWorld.schema())))
                .extracting(DdlStep::isOutsideTransaction)
                .containsExactly(steps.get(0).isOutsideTransaction());
        alone(steps);
        assertThat(Databases.live(engine).requireTable(PetWorld.PET).indexes())
                .extracting(Index::name)
                .contains("ix \"pet\" legs");
        alone(drop.render(engine.dialect(), Databases.live(engine)));
        assertThat(Databases.live(engine).requireTable(PetWorld.PET).indexes())
                .extracting(Index::name)
                .doesNotContain("ix \"pet\" legs");
        assumeTrue(steps.get(0).isOutsideTransaction(), "writers wait for an index, and it belongs to the transaction");
        assertThat(steps)
                .containsExactly(
                        new DdlStep.Sql("create index concurrently \"ix \"\"pet\"\" legs\" on pet (legs)", true));
    }

    private void alone(List<DdlStep> steps) throws SQLException {
        for (DdlStep step : steps) {
            database.execute(((DdlStep.Sql) step).sql());
        }
    }

    @Tag("M-48")
    @Test
    void refusesWhatAnExclusionExcludes() throws SQLException {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.EXCLUSION_CONSTRAINTS),
                "the database has no exclusion constraints");
        engine.createAll(PetWorld.schema());
        OneRevision revision = new OneRevision(
                op -> {
                    op.addExclusion("ex_tag", "tag", column("title").with("=")).using("btree");
                    op.renameConstraint("ex_tag", "tag", "ex tag's");
                },
                op -> op.dropExclusion("ex tag's", "tag"));

        revision.upgrade(engine);

        database.execute("insert into tag values ('a', 'x')");
        assertThatThrownBy(() -> database.execute("insert into tag values ('b', 'x')"))
                .hasMessageContaining("ex tag's");
        revision.downgrade(engine);
        database.execute("insert into tag values ('b', 'x')");
    }

    @Tag("M-48")
    @Test
    void validatesAConstraintLater() throws SQLException {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.UNVALIDATED_CONSTRAINTS),
                "every constraint of the database holds for all rows");
        engine.createAll(PetWorld.schema());
        database.execute("insert into tag values ('1', 'x')");
        OneRevision added = new OneRevision(
                op -> {
                    op.addColumn(
                                    "tag",
                                    "pet_id",
                                    PetWorld.pet().requireColumn("id").type())
                            .defaultTo(7L);
                    op.addForeignKey("fk_tag_pet_id", "tag", "pet_id")
                            .references("pet", "id")
                            .notValid();
                    op.addCheck("ck_tag", "tag", column("title").ne("x")).notValid();
                },
                op -> op.dropColumn("tag", "pet_id"));
        OneRevision validated = new OneRevision(
                op -> {
                    added.way().accept(op);
                    op.delete("tag").where(column("title").eq("x"));
                    op.validateConstraint("fk_tag_pet_id", "tag");
                    op.validateConstraint("ck_tag", "tag");
                },
                op -> {
                    op.invalidateConstraint("ck_tag", "tag");
                    op.invalidateConstraint("fk_tag_pet_id", "tag");
                    op.dropForeignKey("fk_tag_pet_id", "tag");
                    op.dropCheck("ck_tag", "tag");
                    op.dropColumn("tag", "pet_id");
                });
        OneRevision tooEarly = new OneRevision(
                op -> {
                    added.way().accept(op);
                    op.validateConstraint("ck_tag", "tag");
                },
                NO_WAY);

        assertThatThrownBy(() -> tooEarly.upgrade(engine)).hasStackTraceContaining("ck_tag");
        validated.upgrade(engine);

        assertThat(Databases.live(engine).requireTable(PetWorld.TAG).checks()).allMatch(check -> check.validated());
        validated.downgrade(engine);
    }

    @Tag("M-48")
    @Test
    void createsAnEnumTypeOnceInATextForTwoTables() {
        assumeTrue(engine.dialect().capabilities().has(Feature.ENUM_TYPES), "the database has no enum types");
        OneRevision revision = new OneRevision(
                op -> {
                    op.createEnumType("mood", "sad", "glad");
                    for (String table : List.of("a", "b")) {
                        op.createTable(table, t -> t.column("mood", namedEnum("mood", "sad", "glad")));
                    }
                },
                NO_WAY);

        assertThat(revision.text(engine)).containsOnlyOnce("create type mood");
        revision.upgrade(engine);
    }

    @Tag("M-39")
    @Test
    void takesAValueFromAnEnumTypeAndGivesRowsAnotherOne() throws SQLException {
        moods();
        OneRevision revision = new OneRevision(
                op -> {
                    op.addColumn("day", "n", integer()).defaultTo(1);
                    op.dropEnumValue("mood", "it's \"so\"").replacedBy("glad");
                },
                op -> {
                    op.addEnumValue("mood", "it's \"so\"").before("glad");
                    op.dropColumn("day", "n");
                });

        revision.upgrade(engine);

        assertThat(Databases.everything(engine).enumType(MOOD)).contains(EnumType.of(MOOD, "sad", "glad"));
        assertThat(strings("select mood from day order by id")).containsExactly("sad", "glad", "sad");
        assertThat(strings("select moods from day where id = 1")).containsExactly("{glad,sad}");
        assertThatThrownBy(() -> database.execute("insert into day (id, mood) values (9, 'it''s \"so\"')"))
                .hasMessageContaining("mood");
        revision.downgrade(engine);
        assertThat(Databases.everything(engine).enumType(MOOD))
                .contains(EnumType.of(MOOD, "sad", "it's \"so\"", "glad"));
    }

    @Tag("M-39")
    @Test
    void takesNoValueThatARowHas() throws SQLException {
        moods();
        OneRevision revision = new OneRevision(
                op -> {
                    op.addColumn("day", "n", integer());
                    op.dropEnumValue("mood", "it's \"so\"");
                },
                NO_WAY);

        assertThatThrownBy(() -> revision.upgrade(engine))
                .hasStackTraceContaining("rows of table day have the value 'it''s \"so\"' in column mood;"
                        + " give one that they get instead, or change them first");

        Schema after = Databases.everything(engine);
        assertThat(after.enumType(MOOD)).contains(EnumType.of(MOOD, "sad", "it's \"so\"", "glad"));
        assertThat(after.requireTable(TableName.of("day")).column("n")).isEmpty();
        database.execute("update day set mood = 'sad', moods = null");
        revision.upgrade(engine);
        assertThat(Databases.everything(engine).enumType(MOOD)).contains(EnumType.of(MOOD, "sad", "glad"));
    }

    @Tag("M-39")
    @Test
    void renamesAnEnumTypeAndItsValues() throws SQLException {
        moods();
        OneRevision revision = new OneRevision(
                op -> {
                    op.renameEnumType("mood", "Feel\"ing");
                    op.renameEnumValue("Feel\"ing", "it's \"so\"", "fine; --");
                    op.addColumn("day", "other", namedEnum("Feel\"ing", "sad", "fine; --", "glad"));
                },
                op -> {
                    op.dropColumn("day", "other");
                    op.renameEnumValue("Feel\"ing", "fine; --", "it's \"so\"");
                    op.renameEnumType("Feel\"ing", "mood");
                });

        revision.upgrade(engine);

        assertThat(strings("select mood from day order by id")).containsExactly("sad", "fine; --", "sad");
        revision.downgrade(engine);
        assertThat(strings("select mood from day order by id")).containsExactly("sad", "it's \"so\"", "sad");
    }

    private void moods() throws SQLException {
        assumeTrue(engine.dialect().capabilities().has(Feature.ENUM_TYPES), "the database has no enum types");
        SqlType mood = namedEnum("mood", "sad", "it's \"so\"", "glad");
        engine.createAll(Schema.of(Table.of(
                                TableName.of("day"),
                                List.of(
                                        Column.notNull("id", integer()),
                                        Column.nullable("mood", mood)
                                                .withDefault(new Default.Of(
                                                        Term.value("sad").expression())),
                                        Column.nullable("moods", array(mood))))
                        .withIndexes(List.of(Index.of("ix_day_mood", "mood"))))
                .withEnumTypes(List.of(EnumType.of(MOOD, "sad", "it's \"so\"", "glad"))));
        database.execute(
                "insert into day(id, mood, moods) values (1, 'sad', array['it''s \"so\"', 'sad']::mood[]),"
                        + " (2, 'it''s \"so\"', null)",
                "insert into day(id) values (3)");
    }

    @Tag("M-50")
    @Test
    void doesItAllInASchemaOfItsOwn() throws SQLException {
        assumeTrue(engine.dialect().capabilities().has(Feature.SCHEMAS), "the database has one schema only");
        boolean sequences = engine.dialect().capabilities().has(Feature.SEQUENCES);
        String schema = "Zoo.\"" + database.name();
        OneRevision revision = new OneRevision(
                op -> {
                    op.createSchema(schema);
                    Operations zoo = op.inSchema(schema);
                    zoo.createTable("cage", t -> {
                        t.column("id", integer()).notNull();
                        t.column("name", varchar(40));
                        t.primaryKey("pk_cage", "id");
                        t.unique("uq_cage", "name");
                        t.check("ck_cage", column("id").gt(0));
                        t.index("ix_cage", "name", "id");
                    });
                    zoo.createEnumType("mood", "sad", "glad", "mad");
                    zoo.insertRows("cage", "id", "name").row(1, "a").row(2, null);
                    zoo.addColumn("cage", "size", integer()).notNull().fill(column("id"));
                    zoo.update("cage").set("name", "b").where(column("name").isNull());
                    zoo.insertFrom("cage", "cage")
                            .set("id", column("id").plus(2))
                            .set("size", 0);
                    zoo.renameIndex("ix_cage", "cage", "ix_2");
                    zoo.renameConstraint("uq_cage", "cage", "uq_2");
                    zoo.renameConstraint("ck_cage", "cage", "ck_2");
                    zoo.renameEnumValue("mood", "sad", "low");
                    zoo.dropEnumValue("mood", "mad");
                    zoo.renameEnumType("mood", "feeling");
                    if (sequences) {
                        zoo.createSequence("tickets", 10, 5);
                        zoo.renameSequence("tickets", "coupons");
                    }
                },
                op -> {
                    Operations zoo = op.inSchema(schema);
                    if (sequences) {
                        zoo.dropSequence("coupons");
                    }
                    zoo.delete("cage").where(column("id").gt(2));
                    zoo.renameConstraint("ck_2", "cage", "ck_cage");
                    zoo.renameIndex("ix_2", "cage", "ix_cage");
                    zoo.dropEnumType("feeling");
                    zoo.dropTable("cage");
                    op.dropSchema(schema);
                });

        revision.upgrade(engine);

        String cage = engine.dialect().quote(schema) + ".cage";
        assertThat(strings("select size from " + cage + " order by id")).containsExactly("1", "2", "0", "0");
        assertThat(strings("select id from " + cage + " where name = 'b'")).containsExactly("2");
        revision.downgrade(engine);
    }

    @Test
    void aSequenceThatIsRenamedCountsOn() {
        assumeTrue(engine.dialect().capabilities().has(Feature.SEQUENCES), "the database has no sequences");
        engine.createAll(Schema.EMPTY.withSequences(List.of(new Sequence(TableName.of("tickets"), 10, 5))));
        assertThat(next("tickets")).isEqualTo(10);
        assertThat(next("tickets")).isEqualTo(15);
        OneRevision revision = new OneRevision(
                op -> op.renameSequence("tickets", "Cou\"pons"), op -> op.renameSequence("Cou\"pons", "tickets"));

        revision.upgrade(engine);

        assertThat(next("Cou\"pons")).isEqualTo(20);
        revision.downgrade(engine);
        assertThat(next("tickets")).isEqualTo(25);
        assertThat(Databases.everything(engine).sequences())
                .containsExactly(new Sequence(TableName.of("tickets"), 10, 5));
    }

    private long next(String sequence) {
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            Object number = connection
                    .catalog()
                    .query(engine.dialect()
                            .nextValue(new Sequence(TableName.of(sequence), 10, 5))
                            .orElseThrow())
                    .get(0)
                    .values()
                    .values()
                    .iterator()
                    .next();
            connection.commit();
            return ((Number) number).longValue();
        }
    }

    private List<String> strings(String query) throws SQLException {
        return database.rows(query).stream().map(row -> row.get(0).toString()).toList();
    }
}
