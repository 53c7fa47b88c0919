// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static io.aludel.migrate.PetWorld.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.DropTable;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys and indexes, beside what {@link SchemaDifferTest} has of them. */
@OnEveryDatabase
class KeyScenariosTest {
    private static final TableName GIFT = TableName.of("gift");

    private final FreshDatabase database;
    private final Engine engine;
    private final Changing changing;

    KeyScenariosTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.changing = new Changing(engine);
        engine.createAll(PetWorld.schema());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Schema with(Table table) {
        return PetWorld.schema().with(table);
    }

    private static Table gift() {
        return Table.of(
                        GIFT,
                        List.of(
                                Column.notNull("id", SqlType.bigint()),
                                Column.notNull("k", SqlType.integer()),
                                Column.nullable("person_id", SqlType.bigint()),
                                Column.nullable("gift_id", SqlType.bigint()),
                                Column.nullable("gift_k", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_gift", List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("uq_gift", List.of("id", "k"))));
    }

    private static List<String> anew(String kind, String name, String table) {
        return List.of(
                "drop " + kind + " \"" + name + "\" of table \"" + table + "\"",
                "add " + kind + " \"" + name + "\" to table \"" + table + "\"");
    }

    @Test
    @Tag("M-23")
    void aPlainIndexBecomesAConstraintOfItsName() {
        Table pet = PetWorld.pet()
                .withIndexes(List.of())
                .withUniqueKeys(List.of(new UniqueKey("ix_pet_person_id", List.of("person_id"))));

        assertThat(changing.to(with(pet)))
                .containsExactly(
                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                        "add unique constraint \"ix_pet_person_id\" to table \"pet\"");
    }

    /** java-peers C.2, items 23 and 30: a database shows a constraint as an index too. */
    @Test
    @Tag("M-30")
    void aConstraintIsNoIndexBesideAndGoesOnce() {
        assertThat(Databases.live(engine).requireTable(PERSON).indexes()).isEmpty();
        assertThat(changing.to(with(PetWorld.person().withUniqueKeys(List.of()))))
                .containsExactly("drop unique constraint \"uq_person_email\" of table \"person\"");
        assertThat(changing.to(PetWorld.schema()))
                .containsExactly("add unique constraint \"uq_person_email\" to table \"person\"");
    }

    /** To some databases such a constraint says nothing, and they do not keep it. */
    @Test
    @Tag("M-30")
    void aUniqueConstraintOverThePrimaryKeyIsNotMissed() {
        Table gift = gift().withUniqueKeys(List.of(new UniqueKey("uq_gift_id", List.of("id"))));

        assertThat(changing.to(with(gift))).containsExactly("create table \"gift\"");
    }

    @Test
    @Tag("M-27")
    void theUsualDirectionIsNoDifference() throws SQLException {
        database.execute("create index ix_person on person (name asc, email)");

        assertThat(changing.to(with(PetWorld.person().withIndexes(List.of(Index.of("ix_person", "name", "email"))))))
                .isEmpty();
    }

    @Test
    @Tag("M-27")
    void theUsualClassAndPlaceOfNullsIsNoDifference() throws SQLException {
        assumeTrue(changing.has(Feature.OPERATOR_CLASSES), "the database has no operator classes");
        database.execute(
                "create index ix_person on person using btree (name text_ops asc nulls last, email desc nulls first)");
        Index index = new Index(
                "ix_person",
                List.of(Index.Part.column("name"), Term.column("email").desc().part()),
                false);

        assertThat(changing.to(with(PetWorld.person().withIndexes(List.of(index)))))
                .isEmpty();
        assertThat(changing.to(with(PetWorld.person()
                        .withIndexes(List.of(index.withParts(List.of(
                                index.parts().get(0).withNulls(Index.Nulls.FIRST),
                                index.parts().get(1))))))))
                .containsExactly(
                        "drop index \"ix_person\" of table \"person\"",
                        "create index \"ix_person\" on table \"person\"");
    }

    @Test
    @Tag("M-28")
    void longNamesOfAllKindsAreCutAlike() {
        assumeTrue(changing.has(Feature.LONG_NAMES), "the database refuses names that are too long");
        String tail = "_" + "long_".repeat(15);
        Table gift = gift().withPrimaryKey(new PrimaryKey("pk" + tail, List.of("id")))
                .withUniqueKeys(List.of(new UniqueKey("uq" + tail, List.of("k"))))
                .withChecks(
                        List.of(new Check("ck" + tail, Term.column("k").gt(0).expression())))
                .withIndexes(List.of(Index.of("ix" + tail, "person_id")))
                .withForeignKeys(List.of(ForeignKey.of("fk" + tail, List.of("person_id"), PERSON, List.of("id"))));

        assertThat(changing.to(with(gift))).containsExactly("create table \"gift\"");
        assertThat(changing.to(with(gift.withUniqueKeys(List.of())))).hasSize(1);
    }

    @Test
    @Tag("M-29")
    void aNameThatDiffersByCaseOnlyIsAnotherName() {
        Table lower = gift().withIndexes(List.of(Index.of("ix_gift", "person_id")))
                .withChecks(List.of(new Check("no_k", Term.column("k").gt(0).expression())));
        Table upper = gift().withIndexes(List.of(Index.of("IX_Gift", "person_id")))
                .withChecks(List.of(new Check("No_K", Term.column("k").gt(0).expression())));
        changing.to(with(lower));

        assertThat(changing.to(with(upper)))
                .containsExactly(
                        "rename constraint \"no_k\" of table \"gift\" to \"No_K\"",
                        "rename index \"ix_gift\" of table \"gift\" to \"IX_Gift\"");
    }

    /** java-peers C.2, item 30: names that were written in another case are the same where the database folds them. */
    @Test
    @Tag("M-29")
    void namesThatTheDatabaseFoldsAreFoundAgain() throws SQLException {
        assumeTrue(
                engine.dialect().capabilities().has(Feature.SEQUENCES) && changing.has(Feature.UNIQUE_INDEXES),
                "the database keeps names as they are written");
        database.execute(
                "CREATE TABLE GIFT (ID BIGINT NOT NULL, PERSON_ID BIGINT, CONSTRAINT PK_GIFT PRIMARY KEY (ID),"
                        + " CONSTRAINT FK_GIFT FOREIGN KEY (PERSON_ID) REFERENCES PERSON (ID))",
                "CREATE INDEX IX_GIFT ON GIFT (PERSON_ID)");
        Table gift = Table.of(
                        GIFT,
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("person_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_gift", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of("fk_gift", List.of("person_id"), PERSON, List.of("id"))))
                .withIndexes(List.of(Index.of("ix_gift", "person_id")));

        assertThat(changing.to(with(gift))).isEmpty();
    }

    /** java-peers C.2, items 24 and 30: MariaDB makes an index for each foreign key that has none. */
    @Test
    @Tag("M-31")
    void theIndexOfAForeignKeyIsTheModelsOnlyIfItSaysSo() {
        ForeignKey one = ForeignKey.of("fk_one", List.of("person_id"), PERSON, List.of("id"));
        ForeignKey both = ForeignKey.of("fk_both", List.of("gift_id", "gift_k"), GIFT, List.of("id", "k"));
        Table gift = gift().withForeignKeys(List.of(one, both));
        assertThat(changing.to(with(gift))).containsExactly("create table \"gift\"");
        Table indexed =
                gift.withIndexes(List.of(Index.of("person_id", "person_id"), Index.of("ix", "gift_id", "gift_k")));

        assertThat(changing.to(with(indexed)))
                .containsExactly(
                        "create index \"ix\" on table \"gift\"", "create index \"person_id\" on table \"gift\"");
        assertThat(changing.to(with(gift)))
                .containsExactly("drop index \"ix\" of table \"gift\"", "drop index \"person_id\" of table \"gift\"");
    }

    @Test
    @Tag("M-32")
    void aNewTableHasItsKeysAndIndexesOnce() {
        Table gift = gift().withIndexes(List.of(Index.of("ix_gift", "person_id")));
        List<Operation> created = Databases.difference(engine, with(gift)).operations();

        assertThat(created).containsExactly(new CreateTable(gift));
        String sql = created.get(0).render(engine.dialect(), PetWorld.schema()).stream()
                .map(step -> ((DdlStep.Sql) step).sql())
                .reduce("", (all, one) -> all + ";\n" + one);
        assertThat(sql).containsOnlyOnce("unique").containsOnlyOnce("create index");
        changing.to(with(gift));
        Operation dropped =
                Databases.difference(engine, PetWorld.schema()).operations().get(0);
        assertThat(dropped).isInstanceOf(DropTable.class);
        assertThat(dropped.reverse()).isInstanceOf(Reversal.By.class);
        changing.to(PetWorld.schema());
    }

    @Test
    @Tag("M-35")
    void foreignKeysOverSeveralColumnsAndToThemselvesComeAndGo() {
        ForeignKey self = ForeignKey.of("FK_Self", List.of("gift_id", "gift_k"), GIFT, List.of("id", "k"));
        ForeignKey one = ForeignKey.of("fk_one", List.of("person_id"), PERSON, List.of("id"));
        changing.to(with(gift()));

        assertThat(changing.to(with(gift().withForeignKeys(List.of(self, one)))))
                .containsExactly(
                        "add foreign key \"FK_Self\" to table \"gift\"",
                        "add foreign key \"fk_one\" to table \"gift\"");
        assertThat(changing.to(with(gift().withForeignKeys(List.of(one)))))
                .containsExactly("drop foreign key \"FK_Self\" of table \"gift\"");
    }

    @Test
    @Tag("M-36")
    void allActionsChangeIntoEachOther() {
        ForeignKey key = ForeignKey.of("fk", List.of("person_id"), PERSON, List.of("id"));
        changing.to(with(gift().withForeignKeys(List.of(key))));
        for (ForeignKey.Action action :
                List.of(ForeignKey.Action.CASCADE, ForeignKey.Action.SET_NULL, ForeignKey.Action.NO_ACTION)) {
            assertThat(changing.to(with(gift().withForeignKeys(List.of(key.onDelete(action))))))
                    .isEqualTo(anew("foreign key", "fk", "gift"));
        }
        assertThat(changing.to(with(gift().withForeignKeys(List.of(
                        key.onDelete(ForeignKey.Action.SET_NULL).onUpdate(ForeignKey.Action.CASCADE))))))
                .isEqualTo(anew("foreign key", "fk", "gift"));
        changing.to(with(gift().withForeignKeys(List.of(key))));

        List<String> restricted =
                changing.to(with(gift().withForeignKeys(List.of(key.onDelete(ForeignKey.Action.RESTRICT)))));

        assertThat(restricted)
                .as("a database may know no difference between to restrict and to do nothing")
                .isIn(List.of(), anew("foreign key", "fk", "gift"));
        assertThat(restricted.isEmpty())
                .isEqualTo(Databases.live(engine)
                                .requireTable(GIFT)
                                .foreignKeys()
                                .get(0)
                                .onDelete()
                        == ForeignKey.Action.NO_ACTION);
    }

    @Test
    @Tag("M-36")
    void deferralsChangeIntoEachOther() {
        assumeTrue(changing.has(Feature.DEFERRABLE_KEYS), "the database checks foreign keys at once, always");
        ForeignKey key = ForeignKey.of("fk", List.of("person_id"), PERSON, List.of("id"));
        changing.to(with(gift().withForeignKeys(List.of(key))));

        for (Deferral deferral : List.of(
                Deferral.DEFERRABLE,
                Deferral.DEFERRED,
                Deferral.NOT_DEFERRABLE,
                Deferral.DEFERRED,
                Deferral.DEFERRABLE,
                Deferral.NOT_DEFERRABLE)) {
            assertThat(changing.to(with(gift().withForeignKeys(List.of(key.withDeferral(deferral))))))
                    .isEqualTo(anew("foreign key", "fk", "gift"));
        }
    }

    @Test
    @Tag("M-36")
    void theKindOfMatchDiffers() {
        assumeTrue(changing.has(Feature.MATCH_FULL), "the database has no match full");
        ForeignKey key = ForeignKey.of("fk", List.of("gift_id", "gift_k"), GIFT, List.of("id", "k"));
        changing.to(with(gift().withForeignKeys(List.of(key))));

        assertThat(changing.to(with(gift().withForeignKeys(List.of(key.withMatch(ForeignKey.Match.FULL))))))
                .isEqualTo(anew("foreign key", "fk", "gift"));
        assertThat(changing.to(with(gift().withForeignKeys(List.of(key)))))
                .isEqualTo(anew("foreign key", "fk", "gift"));
    }

    /** The former name is none that the database, or who reads it, could have made up: such a key is matched by its columns. */
    @Test
    @Tag("M-38")
    void anotherNameOfThePrimaryKeyIsADifference() {
        assumeTrue(changing.has(Feature.NAMED_PRIMARY_KEYS), "the database gives primary keys no names");
        changing.to(with(gift().withPrimaryKey(new PrimaryKey("gifts_by_id", List.of("id")))));

        assertThat(changing.to(with(gift().withPrimaryKey(new PrimaryKey("id_of_gift", List.of("id"))))))
                .containsExactly("rename constraint \"gifts_by_id\" of table \"gift\" to \"id_of_gift\"");
    }

    @Test
    @Tag("M-38")
    void aColumnOfThePrimaryKeyComesAndGoes() {
        Table narrow = gift();
        Table wide = gift().withPrimaryKey(new PrimaryKey("pk_gift", List.of("id", "k")))
                .withUniqueKeys(List.of());
        changing.to(with(narrow));
        String name = changing.has(Feature.NAMED_PRIMARY_KEYS) ? "pk_gift" : PrimaryKey.UNNAMED;

        assertThat(changing.to(with(wide)))
                .containsExactly(
                        "drop unique constraint \"uq_gift\" of table \"gift\"",
                        "drop primary key \"" + name + "\" of table \"gift\"",
                        "add primary key \"pk_gift\" to table \"gift\"");
        assertThat(changing.to(with(wide.withPrimaryKey(narrow.primaryKey()))))
                .containsExactly(
                        "drop primary key \"" + name + "\" of table \"gift\"",
                        "add primary key \"pk_gift\" to table \"gift\"");
    }

    @Test
    @Tag("M-40")
    void equalNullsAreADifference() {
        assumeTrue(changing.has(Feature.NULLS_NOT_DISTINCT), "NULLs are distinct in the database, always");
        UniqueKey key = new UniqueKey("uq", List.of("person_id"));
        Index index = Index.unique("ix", "gift_id");
        changing.to(with(gift().withUniqueKeys(List.of(key)).withIndexes(List.of(index))));

        for (boolean distinct : List.of(false, true)) {
            assertThat(changing.to(with(gift().withUniqueKeys(List.of(key.withNullsDistinct(distinct)))
                            .withIndexes(List.of(index.withNullsDistinct(distinct))))))
                    .containsExactly(
                            "drop index \"ix\" of table \"gift\"",
                            "drop unique constraint \"uq\" of table \"gift\"",
                            "add unique constraint \"uq\" to table \"gift\"",
                            "create index \"ix\" on table \"gift\"");
        }
    }

    @Test
    @Tag("M-40")
    void furtherColumnsOfAnIndexAreComparedExactly() {
        assumeTrue(changing.has(Feature.INDEX_INCLUDE), "indexes have no further columns");
        Index index = Index.unique("ix", "id").withInclude(List.of("k"));
        changing.to(with(gift().withIndexes(List.of(index))));

        assertThat(changing.to(with(gift().withIndexes(List.of(index))))).isEmpty();
        assertThat(changing.to(with(gift().withIndexes(List.of(index.withInclude(List.of("k", "gift_k")))))))
                .containsExactly("drop index \"ix\" of table \"gift\"", "create index \"ix\" on table \"gift\"");
    }

    /** java-peers C.2, items 25 and 30: a sequence that is there differs by what the model says of it; one of MariaDB by its cache, too, which is of 1,000. */
    @Test
    void aSequenceThatIsThereIsFoundAgain() throws SQLException {
        assumeTrue(changing.has(Feature.SEQUENCES), "the database has no sequences");
        database.execute("create sequence numbers", "create sequence tens start with 10 increment by 10");
        Schema model = PetWorld.schema()
                .withSequences(List.of(
                        new Sequence(TableName.of("numbers"), 1, 1), new Sequence(TableName.of("tens"), 10, 10)));

        assertThat(Databases.difference(engine, model).operations())
                .allSatisfy(operation -> assertThat(operation)
                        .isInstanceOfSatisfying(
                                AlterSequence.class,
                                one -> assertThat(one.from())
                                        .isEqualTo(one.to()
                                                .withNumbering(
                                                        one.to().numbering().withCache(1_000)))));
        changing.to(model);
    }
}
