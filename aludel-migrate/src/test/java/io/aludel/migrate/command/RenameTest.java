// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static io.aludel.migrate.PetWorld.PERSON;
import static io.aludel.migrate.PetWorld.PET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.mapping.annotation.RenamedFrom;
import io.aludel.migrate.Databases;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.diff.RenameProposal;
import io.aludel.migrate.op.Term;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has a new name in the model keeps its rows where somebody says so, and is never guessed to be the old thing. */
@OnEveryDatabase
class RenameTest {
    private static final TableName ANIMAL = TableName.of("animal");

    private final FreshDatabase database;
    private final Engine engine;
    private final ScriptedDatabase scripted;

    RenameTest(FreshDatabase database, @TempDir Path folder) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
        this.scripted = new ScriptedDatabase(engine, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Pets are animals, their legs limbs; all that speaks of them follows, names by the convention too. */
    private static Schema renamed() {
        Table animal = Table.of(
                        ANIMAL,
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("owner_id", SqlType.bigint()),
                                Column.notNull("name", SqlType.varchar(40)),
                                Column.notNull("limbs", SqlType.integer())
                                        .withDefault(
                                                new Default.Of(Term.value(4).expression()))))
                .withPrimaryKey(new PrimaryKey("pk_animal", List.of("id")))
                .withForeignKeys(List.of(ForeignKey.of("fk_animal_owner_id", List.of("owner_id"), PERSON, List.of("id"))
                        .onDelete(ForeignKey.Action.CASCADE)))
                .withChecks(List.of(new Check(
                        "ck_animal_limbs", Term.column("limbs").between(0, 8).expression())))
                .withIndexes(List.of(Index.of("ix_animal_owner_id", "owner_id")));
        Table toy = PetWorld.toy()
                .withForeignKeys(List.of(ForeignKey.of("fk_toy_pet_id", List.of("pet_id"), ANIMAL, List.of("id"))
                        .onDelete(ForeignKey.Action.CASCADE)));
        return Schema.of(PetWorld.person(), animal, toy, PetWorld.tag());
    }

    private void fill() throws SQLException {
        database.execute(
                "insert into person (name) values ('Ada')",
                "insert into pet (person_id, name, legs) values (1, 'Rex', 3)",
                "insert into toy (pet_id, price) values (1, 2.5)");
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    @Test
    void aTableAndItsColumnsKeepTheirRowsThereAndBack() throws SQLException {
        scripted.wants(PetWorld.schema()).changes();
        fill();

        List<String> done = scripted.wants(renamed())
                .becomes(AutogenerateOptions.USUAL
                        .renaming("pet:animal")
                        .renaming("pet.person_id:animal.owner_id")
                        .renaming("animal.legs:animal.limbs"));

        assertThat(done)
                .contains(
                        "rename table \"pet\" to \"animal\"",
                        "rename column \"person_id\" of table \"animal\" to \"owner_id\"",
                        "rename column \"legs\" of table \"animal\" to \"limbs\"")
                .noneMatch(what -> what.startsWith("drop") || what.startsWith("add") || what.startsWith("create"));
        assertThat(rows("select owner_id, name, limbs from animal").toString()).isEqualTo("[[1, Rex, 3]]");
        assertThat(rows("select pet_id from toy").toString()).isEqualTo("[[1]]");
        assertThatThrownBy(() -> database.execute("insert into animal (owner_id, name, limbs) values (1, 'Tom', 9)"))
                .isInstanceOf(SQLException.class);

        scripted.wants(PetWorld.schema()).migrations().downgrade("-1");
        assertThat(scripted.migrations().check().isEmpty())
                .as("%s", scripted.migrations().check())
                .isTrue();
        assertThat(rows("select person_id, name, legs from pet").toString()).isEqualTo("[[1, Rex, 3]]");
    }

    @Test
    void aRenamedColumnIsComparedAsItself() {
        Table person = PetWorld.person();
        Column email = person.requireColumn("email");
        Table renamed = Table.of(
                        PERSON,
                        List.of(
                                person.requireColumn("id"),
                                person.requireColumn("name"),
                                Column.nullable("mail", SqlType.varchar(250))))
                .withPrimaryKey(person.primaryKey())
                .withUniqueKeys(List.of(new UniqueKey("uq_person_email", List.of("mail"))));
        scripted.wants(Schema.of(person)).changes();

        assertThat(email.type()).isNotEqualTo(SqlType.varchar(250));
        assertThat(scripted.wants(Schema.of(renamed))
                        .becomes(AutogenerateOptions.USUAL.renaming("person.email:person.mail")))
                .containsExactly(
                        "rename column \"email\" of table \"person\" to \"mail\"",
                        "alter column \"mail\" of table \"person\"");
    }

    @Test
    void whatWasNotDecidedIsProposedAndNotWritten() throws Exception {
        scripted.wants(PetWorld.schema()).changes();

        assertThat(scripted.wants(renamed()).migrations().check().proposals())
                .extracting(RenameProposal::toString)
                .singleElement()
                .asString()
                .startsWith("table \"pet\" may have been renamed to \"animal\" (")
                .endsWith(" % alike)");
        assertThatThrownBy(() -> scripted.writes(AutogenerateOptions.USUAL))
                .isInstanceOf(DestructiveChangesException.class)
                .hasMessageContaining("\n  table \"pet\" may have been renamed to \"animal\" (")
                .hasMessageContaining(": --rename pet:animal\n");
        assertThat(scripted.scripts()).isZero();
        assertThat(Databases.live(engine).table(PET)).isPresent();
    }

    @Test
    void whoeverIsAskedDecidesOneByOneAndARenamedTableShowsItsColumns() throws Exception {
        scripted.wants(PetWorld.schema()).changes();
        List<String> asked = new ArrayList<>();

        NewRevision revision = scripted.wants(renamed()).writes(AutogenerateOptions.USUAL.asking(proposal -> {
            asked.add(proposal.renaming().toString());
            return Optional.of(true);
        }));

        assertThat(asked)
                .startsWith("pet:animal")
                .containsExactlyInAnyOrder(
                        "pet:animal", "animal.person_id:animal.owner_id", "animal.legs:animal.limbs");
        assertThat(ScriptedDatabase.text(revision))
                .contains("op.renameTable(\"pet\", \"animal\");")
                .contains("op.renameColumn(\"animal\", \"person_id\", \"owner_id\");")
                .contains("op.renameColumn(\"animal\", \"legs\", \"limbs\");")
                .doesNotContain("// loses");
    }

    @Test
    void whatSomebodySaysIsNoRenamingIsDroppedAndAddedWhereThatIsAllowed() {
        scripted.wants(Schema.of(PetWorld.tag())).changes();
        Table tag = Table.of(
                        PetWorld.TAG,
                        List.of(Column.notNull("code", SqlType.varchar(10)), Column.nullable("label", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk_tag", List.of("code")));
        AutogenerateOptions no = AutogenerateOptions.USUAL.asking(proposal -> Optional.of(false));

        scripted.wants(Schema.of(tag));
        assertThatThrownBy(() -> scripted.writes(no)).isInstanceOf(DestructiveChangesException.class);
        assertThat(scripted.becomes(no.allowingDestructive()))
                .containsExactly("add column \"label\" to table \"tag\"", "drop column \"title\" of table \"tag\"");
    }

    @Test
    void whatIsNotAlikeIsNotProposed() {
        scripted.wants(Schema.of(PetWorld.tag())).changes();
        Table tag = PetWorld.tag()
                .withColumns(List.of(
                        Column.notNull("code", SqlType.varchar(10)),
                        Column.notNull("weight", SqlType.doublePrecision())));
        Table shop = Table.of(TableName.of("shop"), List.of(Column.nullable("city", SqlType.text())));

        assertThat(scripted.wants(Schema.of(tag)).migrations().check().proposals())
                .isEmpty();
        assertThat(scripted.wants(Schema.of(shop)).migrations().check().proposals())
                .isEmpty();
    }

    @Test
    void aRenamingThatDoesNotFitIsRefused() {
        scripted.wants(PetWorld.schema()).changes();
        scripted.wants(renamed());

        refuses("pets:animal", "the database has no table \"pets\"");
        refuses("pet:beast", "the model has no table \"beast\"");
        refuses("tag:animal", "the model still has a table \"tag\"");
        refuses("pet:toy", "the database has a table \"toy\" already");
        refuses("toy.pet_id:toy.animal_id", "the model has no column \"animal_id\" in table \"toy\"");
        refuses("toy.cost:toy.price", "the database has no column \"cost\" in table \"toy\"");
        refuses("pet.legs:toy.price", "a column stays in its table");
        for (String text : List.of("pet", "pet:", "a:b:c", "pet.legs:animal", "\"pet:animal")) {
            assertThatThrownBy(() -> AutogenerateOptions.USUAL.renaming(text))
                    .hasMessageStartingWith("MIG-051: \"" + text + "\" names no renaming. Write it as old:new, ");
        }
    }

    private void refuses(String renaming, String reason) {
        assertThatThrownBy(() -> scripted.writes(AutogenerateOptions.USUAL.renaming(renaming)))
                .hasMessage("MIG-051: Nothing is renamed by \"" + renaming + "\": " + reason
                        + ". Say what the database has before the colon, and what the model has behind it.");
    }

    @Test
    void namesThatHurtAreSaidInQuotes() {
        String odd = "it's \"odd\".name: x";
        String other = "it's \"odd\".name: y";
        Table before = Table.of(
                TableName.of("a.b"),
                List.of(Column.nullable(odd, SqlType.varchar(20)), Column.nullable("z", SqlType.integer())));
        Table after = before.withColumns(
                List.of(Column.nullable(other, SqlType.varchar(20)), Column.nullable("z", SqlType.integer())));
        scripted.wants(Schema.of(before)).changes();

        scripted.wants(Schema.of(after));
        String renaming =
                scripted.migrations().check().proposals().get(0).renaming().toString();
        assertThat(renaming).isEqualTo("\"a.b\".\"it's \"\"odd\"\".name: x\":\"a.b\".\"it's \"\"odd\"\".name: y\"");
        assertThat(scripted.becomes(AutogenerateOptions.USUAL.renaming(renaming)))
                .containsExactly("rename column \"" + odd + "\" of table \"a.b\" to \"" + other + "\"");
    }

    @Entity(name = "creature")
    static class Before {
        @Id
        long id;

        String name = "";
    }

    @Entity(name = "animal")
    @RenamedFrom("creature")
    static class After {
        @Id
        long id;

        @RenamedFrom("name")
        String title = "";
    }

    @Test
    void whatTheModelTellsIsRenamedOnceAndInertAfterwards() {
        scripted.wants(Model.of(Before.class)).changes();

        assertThat(scripted.wants(Model.of(After.class)).becomes(AutogenerateOptions.USUAL))
                .contains(
                        "rename table \"creature\" to \"animal\"",
                        "rename column \"name\" of table \"animal\" to \"title\"")
                .noneMatch(what -> what.contains("drop table") || what.contains("column") && what.contains("drop"));
        assertThat(scripted.writes(AutogenerateOptions.USUAL).file()).isEmpty();
    }

    @Test
    void whatTheModelTellsMakesNothingOfANewDatabase() {
        assertThat(scripted.wants(Model.of(After.class)).changes()).containsExactly("create table \"animal\"");
    }
}
