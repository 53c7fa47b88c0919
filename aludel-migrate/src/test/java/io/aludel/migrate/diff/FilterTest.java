// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static io.aludel.migrate.PetWorld.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Term;
import io.aludel.migrate.run.LedgerTables;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What does not take part, by its name or because a program says so, is left alone on both sides. */
@OnEveryDatabase
class FilterTest {
    private static final DiffOptions OPTIONS = DiffOptions.USUAL.ignoring(LedgerTables.NAMES);

    private final FreshDatabase database;
    private final Engine engine;

    FilterTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        engine.createAll(PetWorld.schema());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private SchemaDifference difference(Schema model, DiffOptions options) {
        return new SchemaDiffer(engine.dialect(), engine::scratch).diff(model, Databases.live(engine), options);
    }

    private List<String> changes(Schema model, DiffOptions options) {
        SchemaDifference difference = difference(model, options);
        assertThat(difference.undecided()).isEmpty();
        return difference.operations().stream().map(Operation::describe).toList();
    }

    private static DiffOptions tables(List<String> include, List<String> exclude) {
        return OPTIONS.with(new TableFilter(List.of(), include, exclude));
    }

    @Test
    @Tag("M-18")
    void tablesAreLimitedByTheirNamesOnBothSides() {
        Table shop = Table.of(TableName.of("shop"), List.of(Column.nullable("x", SqlType.integer())));
        Schema model = Schema.of(PetWorld.person(), PetWorld.pet(), shop);

        assertThat(changes(model, OPTIONS))
                .containsExactly("create table \"shop\"", "drop table \"toy\"", "drop table \"tag\"");
        assertThat(changes(model, tables(List.of("p*", "t?y"), List.of()))).containsExactly("drop table \"toy\"");
        assertThat(changes(model, tables(List.of(), List.of("S*", "T*")))).isEmpty();
        assertThat(changes(model, tables(List.of("t*"), List.of("toy")))).containsExactly("drop table \"tag\"");
    }

    @Test
    @Tag("M-18")
    void whatCannotBeReadOfAnExcludedTableDoesNotMatter() {
        Schema live = Databases.live(engine)
                .without(TOY)
                .withUnreadable(List.of(new Unreadable(ObjectKind.TABLE, TOY, null, "It is torn.")));
        SchemaDiffer differ = new SchemaDiffer(engine.dialect(), engine::scratch);

        assertThat(differ.diff(PetWorld.schema(), live, OPTIONS).undecided()).hasSize(1);
        assertThat(differ.diff(PetWorld.schema(), live, tables(List.of(), List.of("toy")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    @Tag("M-18")
    void sequencesThatTheModelDoesNotHaveAreLimitedToo() {
        assumeTrue(engine.dialect().capabilities().has(Feature.SEQUENCES), "SQLite has no sequences");
        engine.createAll(Schema.EMPTY.withSequences(
                List.of(new Sequence(TableName.of("app_numbers"), 1, 1), new Sequence(TableName.of("numbers"), 1, 1))));

        assertThat(changes(PetWorld.schema(), OPTIONS))
                .containsExactly("drop sequence \"app_numbers\"", "drop sequence \"numbers\"");
        assertThat(changes(PetWorld.schema(), tables(List.of(), List.of("app_*"))))
                .containsExactly("drop sequence \"numbers\"");
    }

    @Test
    @Tag("M-19")
    void aProgramHidesTablesColumnsKeysChecksAndIndexesOnEitherSide() {
        Table pet = PetWorld.pet();
        Table model = Table.of(
                        PET,
                        List.of(
                                pet.requireColumn("id"),
                                pet.requireColumn("person_id"),
                                pet.requireColumn("name").withType(SqlType.varchar(50)),
                                pet.requireColumn("legs"),
                                Column.nullable("nick", SqlType.varchar(10))))
                .withPrimaryKey(pet.primaryKey())
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_pet_person_id", List.of("person_id"), PERSON, List.of("id"))))
                .withChecks(List.of(
                        new Check("ck_pet_name", Term.column("name").ne("").expression())))
                .withIndexes(List.of(Index.of("ix_pet_name", "name")));
        Schema wanted = Schema.of(PetWorld.person(), model, PetWorld.tag());
        assertThat(changes(wanted, OPTIONS))
                .containsExactlyInAnyOrder(
                        "drop foreign key \"fk_pet_person_id\" of table \"pet\"",
                        "drop index \"ix_pet_person_id\" of table \"pet\"",
                        "drop check \"ck_pet_legs\" of table \"pet\"",
                        "add column \"nick\" to table \"pet\"",
                        "alter column \"name\" of table \"pet\"",
                        "create index \"ix_pet_name\" on table \"pet\"",
                        "add check \"ck_pet_name\" to table \"pet\"",
                        "add foreign key \"fk_pet_person_id\" to table \"pet\"",
                        "drop table \"toy\"");

        Set<String> hidden = Set.of("fk_pet_person_id", "ix_pet_person_id", "ck_pet_name", "nick", "toy");
        assertThat(changes(wanted, OPTIONS.with((ObjectFilter) object -> !hidden.contains(object.name()))))
                .containsExactly(
                        "drop check \"ck_pet_legs\" of table \"pet\"",
                        "alter column \"name\" of table \"pet\"",
                        "create index \"ix_pet_name\" on table \"pet\"");
        assertThat(changes(wanted, OPTIONS.with((ObjectFilter) object -> !object.live())))
                .isEmpty();
    }

    @Test
    @Tag("M-19")
    void theFilterIsToldTheSideAndTheCounterpart() {
        List<ObjectFilter.Candidate> asked = new ArrayList<>();
        Table pet = PetWorld.pet().withColumn(Column.notNull("name", SqlType.varchar(50)));
        Table shop = Table.of(TableName.of("shop"), List.of(Column.nullable("x", SqlType.integer())));

        changes(PetWorld.schema().without(TOY).with(pet).with(shop), OPTIONS.with((ObjectFilter) object -> {
            asked.add(object);
            return true;
        }));

        assertThat(asked)
                .contains(new ObjectFilter.Candidate(
                        ObjectFilter.Kind.TABLE, "shop", TableName.of("shop"), false, shop, null))
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(ObjectFilter.Kind.COLUMN);
                    assertThat(one.live()).isTrue();
                    assertThat(one.table()).isEqualTo(PET);
                    assertThat(((Column) one.object()).type()).isEqualTo(SqlType.varchar(40));
                    assertThat(one.counterpart()).isEqualTo(pet.requireColumn("name"));
                })
                .anySatisfy(one -> {
                    assertThat(one.name()).isEqualTo("toy");
                    assertThat(one.live()).isTrue();
                    assertThat(one.counterpart()).isNull();
                });
    }

    @Test
    @Tag("M-20")
    void ourOwnTablesAreNobodysBusinessWhateverTheyAreCalled() throws SQLException {
        database.execute("create table aludel_history (x integer)", "create table ledger_of_ours (x integer)");

        assertThat(changes(PetWorld.schema(), OPTIONS)).containsExactly("drop table \"ledger_of_ours\"");
        assertThat(changes(
                        PetWorld.schema(),
                        OPTIONS.ignoring(Set.of(TableName.of("ledger_of_ours"), TableName.of("aludel_history")))))
                .isEmpty();
    }

    @Test
    void tablesOfOtherToolsAreLeftAloneUnlessTheModelOrAPatternHasThem() throws SQLException {
        List<String> others = List.of(
                "flyway_schema_history",
                "DATABASECHANGELOG",
                "DatabaseChangeLogLock",
                "spatial_ref_sys",
                "HTE_pet",
                "qrtz_locks",
                "alembic_version",
                "shedlock");
        for (String name : others) {
            database.execute("create table " + engine.dialect().quote(name) + " (x integer)");
        }
        Table lock = Table.of(TableName.of("shedlock"), List.of(Column.nullable("y", SqlType.integer())));

        assertThat(changes(PetWorld.schema(), OPTIONS)).isEmpty();
        assertThat(changes(PetWorld.schema().with(lock), OPTIONS))
                .containsExactly("add column \"y\" to table \"shedlock\"", "drop column \"x\" of table \"shedlock\"");
        assertThat(changes(PetWorld.schema(), tables(List.of("*"), List.of()))).hasSize(others.size());
    }

    @Test
    @Tag("M-22")
    void aForeignKeyToWhatIsHiddenIsNoDifference() {
        assertThat(changes(PetWorld.schema(), tables(List.of(), List.of("person"))))
                .isEmpty();
        assertThat(changes(PetWorld.schema(), tables(List.of(), List.of("pet"))))
                .isEmpty();
        assertThat(changes(PetWorld.schema().without(PERSON), tables(List.of(), List.of("person"))))
                .isEmpty();

        Table visit = Table.of(
                        TableName.of("visit"),
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("person_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_visit", List.of("id")))
                .withForeignKeys(
                        List.of(ForeignKey.of("fk_visit_person_id", List.of("person_id"), PERSON, List.of("id"))));
        assertThat(changes(PetWorld.schema().without(PERSON).with(visit), tables(List.of(), List.of("person"))))
                .containsExactly("create table \"visit\"");
    }

    @Test
    @Tag("M-22")
    void whatIsPointedAtByAHiddenTableCannotBeDropped() {
        SchemaDifference difference =
                difference(Schema.of(PetWorld.tag(), PetWorld.person()), tables(List.of(), List.of("toy")));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.undecided())
                .extracting(Undecided::toString)
                .containsExactly(
                        "table \"pet\": cannot tell: the model does not have it, but foreign key \"fk_toy_pet_id\""
                                + " of table \"toy\", which is left alone, points at it. Drop that key, or leave this table alone, too.");
    }

    @Test
    @Tag("M-22")
    void compositeKeysAndChainsThroughHiddenTablesAreNoDifference() {
        TableName place = TableName.of("place");
        Table places = Table.of(
                        place,
                        List.of(
                                Column.notNull("country", SqlType.varchar(2)),
                                Column.notNull("city", SqlType.varchar(40))))
                .withPrimaryKey(new PrimaryKey("pk_place", List.of("country", "city")));
        Table street = Table.of(
                        TableName.of("street"),
                        List.of(
                                Column.notNull("id", SqlType.bigint()),
                                Column.nullable("country", SqlType.varchar(2)),
                                Column.nullable("city", SqlType.varchar(40))))
                .withPrimaryKey(new PrimaryKey("pk_street", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of(
                        "fk_street_place", List.of("country", "city"), place, List.of("country", "city"))));
        Table house = Table.of(
                        TableName.of("house"),
                        List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("street_id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_house", List.of("id")))
                .withForeignKeys(List.of(
                        ForeignKey.of("fk_house_street_id", List.of("street_id"), street.name(), List.of("id"))));
        engine.createAll(Schema.of(places, street, house));
        Schema model = PetWorld.schema().with(places).with(street).with(house);

        Set<String> seen = new TreeSet<>();
        for (String hidden : List.of("place", "street", "house", "nothing")) {
            seen.addAll(changes(model, tables(List.of(), List.of(hidden))));
        }
        assertThat(seen).isEmpty();
        assertThat(changes(PetWorld.schema().with(house), tables(List.of(), List.of("place", "street"))))
                .isEmpty();
    }
}
