// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.mapping.Model;
import io.aludel.mapping.pets.Passport;
import io.aludel.mapping.pets.Person;
import io.aludel.mapping.pets.Pet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the annotations of one small world become, in full. */
class PetSchemaTest {
    private final Model model = Model.of(Person.class, Pet.class, Passport.class);

    @Test
    void givesEachJavaTypeItsColumn() {
        assertThat(columns(table("zoo", "pets"))).isEqualTo("""
                        id uuid not null
                        name varchar(60) not null -- as friends say it
                        version integer not null
                        owner bigint not null
                        kind varchar(8)
                        size smallint default 0
                        weight decimal(6, 2)
                        legs smallint not null
                        tame boolean not null
                        age smallint not null
                        speed real not null
                        length double not null
                        chip bigint not null
                        initial varchar(1) not null
                        rank integer
                        hairs decimal(38, 0)
                        born date
                        feeding time
                        groomed timestamp
                        seen timestamp_tz
                        vaccinated timestamp_tz
                        adopted integer
                        photo binary
                        story text
                        badge_number varchar(255)""");
    }

    @Test
    void namesEveryConstraint() {
        Table pets = table("zoo", "pets");

        assertThat(pets.primaryKey()).isEqualTo(new PrimaryKey("pk_pets", List.of("id")));
        assertThat(pets.uniqueKeys())
                .containsExactly(
                        new UniqueKey("uq_pets_badge_number", List.of("badge_number")),
                        new UniqueKey("uq_pets_owner_name", List.of("owner", "name")));
        assertThat(pets.foreignKeys())
                .containsExactly(ForeignKey.of("fk_pets_owner", List.of("owner"), TableName.of("person"), List.of("id"))
                        .onDelete(ForeignKey.Action.CASCADE));
        assertThat(pets.checks()).extracting(Check::name).containsExactly("ck_known_kind", "ck_pets_weight_legs");
        assertThat(pets.indexes()).extracting(Index::name).containsExactly("ix_by_birth", "ix_pets_expression");
        assertThat(pets.indexes().get(0).parts())
                .containsExactly(
                        new Index.Part(Index.Part.column("born").expression(), true), Index.Part.column("weight"));
        assertThat(pets.indexes().get(1).unique()).isTrue();
        assertThat(pets.options()).containsExactly("without rowid");
        assertThat(pets.comment()).isEqualTo("all animals");
    }

    @Test
    void takesWhatIsSaidAboutForeignKeys() {
        Table passports = table(null, "travel_passport");

        assertThat(columns(passports)).isEqualTo("""
                        number varchar(255) not null
                        holder_id bigint
                        issuer_id bigint""");
        assertThat(passports.foreignKeys())
                .containsExactly(ForeignKey.of("fk_holder", List.of("holder_id"), TableName.of("person"), List.of("id"))
                        .onDelete(ForeignKey.Action.SET_NULL));
        assertThat(passports.uniqueKeys())
                .containsExactly(new UniqueKey("uq_travel_passport_holder_id", List.of("holder_id")));
    }

    @Test
    void makesTheSequenceOfAGenerator() {
        assertThat(model.schema().sequences()).containsExactly(new Sequence(TableName.of("person_ids"), 100, 20));
        assertThat(table(null, "person").requireColumn("id").generation()).isEqualTo(Generation.NONE);
    }

    @Test
    void numbersRowsWhereADatabaseHasNoSequences() {
        Schema schema = model.schemaFor(new Capabilities(Set.of(), 100, 63));

        assertThat(schema.sequences()).isEmpty();
        assertThat(schema.requireTable(TableName.of("person"))
                        .identityColumn()
                        .orElseThrow()
                        .name())
                .isEqualTo("id");
        assertThat(model.schemaFor(new Capabilities(Set.of(Feature.SEQUENCES), 100, 63)))
                .isEqualTo(model.schema());
    }

    @Test
    void warnsOfWhatIsKeptRaw() {
        assertThat(model.warnings())
                .singleElement()
                .asString()
                .startsWith("MAP-044 Pet: The index over \"lower(name)\" is given to every database as it stands");
    }

    private Table table(@Nullable String schema, String name) {
        return model.schema().requireTable(TableName.of(schema, name));
    }

    private static String columns(Table table) {
        return table.columns().stream().map(PetSchemaTest::describe).collect(Collectors.joining("\n"));
    }

    private static String describe(Column column) {
        String defaultValue =
                column.defaultValue() instanceof Default.Of of ? " default " + ((Value) of.expression()).value() : "";
        return column.name() + " " + column.type() + (column.nullable() ? "" : " not null") + defaultValue
                + (column.comment() == null ? "" : " -- " + column.comment());
    }
}
