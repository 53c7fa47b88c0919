// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.Model;
import io.aludel.mapping.annotation.Computed;
import io.aludel.mapping.annotation.DatabaseEnum;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.ForeignKeyConstraint;
import io.aludel.mapping.annotation.Identity;
import io.aludel.mapping.annotation.PrimaryKeyConstraint;
import io.aludel.mapping.annotation.SqlDialect;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.problem.MappingException;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What databases have and Jakarta Persistence has no word for. */
@SuppressWarnings("unused") // fields are read by the mapping only
class DatabaseWordsTest {
    @DatabaseEnum(name = "mood")
    enum Mood {
        SAD,
        GLAD
    }

    @DatabaseEnum(
            name = "rating",
            schema = "shop",
            labels = {"G", "PG-13"})
    enum Rating {
        G("G"),
        PG_13("PG-13");

        @EnumeratedValue
        private final String label;

        Rating(String label) {
            this.label = label;
        }
    }

    @Entity
    static class Owner {
        @Id
        Long id;
    }

    @Entity
    @jakarta.persistence.Table(
            options = "strict, with (a = 1, b = ','), tablespace \"x,y\"",
            uniqueConstraints = @UniqueConstraint(name = "one_owner", columnNames = "owner_id"),
            indexes = @Index(name = "one_keeper", columnList = "keeper_id", unique = true))
    @PrimaryKeyConstraint(name = "the_key", options = "include (price) deferrable")
    @ForeignKeyConstraint(
            name = "to_shelf",
            columns = {"row", "place"},
            table = "shelf",
            schema = "store",
            referencedColumns = {"r", "p"},
            options = "on delete cascade match full")
    @ForeignKeyConstraint(columns = "place", table = "place", referencedColumns = "code")
    static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Identity(always = true, options = "start with 100 increment by 10 cache 5")
        Long id;

        @Identity
        long number;

        int price;

        @Computed("price * 2")
        int twice;

        @Computed(value = "upper(place) || 'x'", stored = false)
        String label;

        int row;
        String place;

        @Enumerated(jakarta.persistence.EnumType.STRING)
        Mood mood;

        Rating rating;

        @OneToOne(fetch = FetchType.LAZY)
        Owner owner;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(columnDefinition = "integer default 7")
        Owner keeper;
    }

    private final Model model = Model.of(Owner.class, Item.class);
    private final Table table = model.schema().requireTable(TableName.of("item"));

    @Test
    void namesThePrimaryKey() {
        assertThat(table.primaryKey())
                .isEqualTo(new PrimaryKey("the_key", List.of("id"), List.of("price"), Deferral.DEFERRABLE));
    }

    @Test
    void hasForeignKeysThatAreNoAssociations() {
        assertThat(table.foreignKeys())
                .contains(
                        ForeignKey.of(
                                        "to_shelf",
                                        List.of("row", "place"),
                                        TableName.of("store", "shelf"),
                                        List.of("r", "p"))
                                .onDelete(ForeignKey.Action.CASCADE)
                                .withMatch(ForeignKey.Match.FULL),
                        ForeignKey.of("fk_item_place", List.of("place"), TableName.of("place"), List.of("code")));
    }

    @Test
    void makesNoSecondUniqueKeyWhereOneIsSaid() {
        assertThat(table.uniqueKeys()).containsExactly(new UniqueKey("one_owner", List.of("owner_id")));
        assertThat(table.indexes()).extracting(index -> index.name()).containsExactly("one_keeper");
    }

    @Test
    void letsTheDatabaseMakeValues() {
        assertThat(column("id").generation())
                .isEqualTo(new Generation.Identity(Numbering.of(100, 10).withCache(5), true));
        assertThat(column("number").generation()).isEqualTo(Generation.Identity.STANDARD);
        assertThat(column("twice").generation())
                .isInstanceOfSatisfying(
                        Generation.Computed.class,
                        computed -> assertThat(computed.stored()).isTrue());
        assertThat(column("label").generation())
                .isInstanceOfSatisfying(
                        Generation.Computed.class,
                        computed -> assertThat(computed.stored()).isFalse());
        assertThat(model.entity(Item.class).model().attributes())
                .filteredOn(attribute -> !attribute.insertable() && !attribute.updatable())
                .extracting(AttributeModel::name)
                .containsExactly("number", "twice", "label");
    }

    @Test
    void hasEnumTypesOfTheDatabase() {
        assertThat(column("mood").type()).isEqualTo(SqlType.namedEnum("mood", "SAD", "GLAD"));
        assertThat(column("rating").type()).isEqualTo(new NamedEnum("shop", "rating", List.of("G", "PG-13")));
        assertThat(model.schema().enumTypes())
                .containsExactly(
                        EnumType.of(TableName.of("mood"), "SAD", "GLAD"),
                        EnumType.of(TableName.of("shop", "rating"), "G", "PG-13"));
    }

    @Test
    void givesAForeignKeyAWidthAndADefaultOfItsOwn() {
        assertThat(column("keeper_id").type()).isEqualTo(SqlType.integer());
        assertThat(column("keeper_id").defaultValue()).isInstanceOf(Default.Of.class);
        assertThat(column("owner_id").type()).isEqualTo(SqlType.bigint());
    }

    @Test
    void cutsOptionsOfATableAtCommas() {
        assertThat(table.options()).containsExactly("strict", "with (a = 1, b = ',')", "tablespace \"x,y\"");
    }

    @Entity
    @SqlDialect("sqlite")
    @jakarta.persistence.Table(
            check = @CheckConstraint(name = "ck", constraint = "name like 'a%'"),
            indexes =
                    @Index(
                            name = "ix",
                            columnList = "(lower(name)) text_pattern_ops desc",
                            options = "where name > 'a'"))
    static class Own {
        @Id
        Long id;

        @DefaultValue("'x'")
        String name;

        @Computed("length(name)")
        int length;
    }

    @Test
    void givesSqlAsItStandsWhereItIsOneDatabasesOwn() {
        Model own = Model.of(Own.class);
        Table made = own.schema().requireTable(TableName.of("own"));

        assertThat(made.checks().get(0).condition()).isInstanceOf(RawSql.class);
        assertThat(List.of(
                        made.checks().get(0).condition(),
                        made.indexes().get(0).parts().get(0).expression(),
                        made.indexes().get(0).predicate(),
                        ((Default.Of) made.column("name").orElseThrow().defaultValue()).expression(),
                        ((Generation.Computed)
                                        made.column("length").orElseThrow().generation())
                                .expression()))
                .extracting(expression -> ((RawSql) expression).dialect() + ": " + ((RawSql) expression).text())
                .containsExactly(
                        "sqlite: name like 'a%'",
                        "sqlite: (lower(name))", "sqlite: name > 'a'", "sqlite: 'x'", "sqlite: length(name)");
        assertThat(made.indexes().get(0).parts().get(0).operatorClass()).isEqualTo("text_pattern_ops");
        assertThat(own.warnings()).isEmpty();
    }

    @Entity
    @ForeignKeyConstraint(
            columns = {"name", "id"},
            table = "t",
            referencedColumns = "a")
    @ForeignKeyConstraint(columns = "nome", table = "t", referencedColumns = "a")
    static class Wrong {
        @Id
        @Identity
        Long id;

        @Identity
        String name;

        @DefaultValue("1")
        @Computed("2")
        int both;

        @DatabaseEnum(name = "mood")
        Mood byPlace;

        @DatabaseEnum(name = "rating")
        Rating unsaid;

        @jakarta.persistence.Column(columnDefinition = "text array")
        String noList;
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> Model.of(Wrong.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("""
                        There are 8 mistakes in the mapping:
                          MAP-046 DatabaseWordsTest.Wrong.byPlace: It is kept by place, a number, but @DatabaseEnum(name = "mood") is a type of texts; add @Enumerated(EnumType.STRING).
                          MAP-025 DatabaseWordsTest.Wrong.unsaid: @DatabaseEnum(labels) says [], but the constants are [G, PG_13]; name the value of each.
                          MAP-021 DatabaseWordsTest.Wrong.noList: Its columnDefinition says text[], and it is a java.lang.String; a List is an array, as in "text array", and nothing else is.
                          MAP-046 DatabaseWordsTest.Wrong.id: @Identity says how the database numbers it, but it is not generated there; add @GeneratedValue(strategy = GenerationType.IDENTITY).
                          MAP-012 DatabaseWordsTest.Wrong.name: @Identity does not make a java.lang.String; declare it as Long, Integer or Short.
                          MAP-046 DatabaseWordsTest.Wrong.both: Its column has a default, but the database makes every value itself; remove one of the two.
                          MAP-043 DatabaseWordsTest.Wrong: A @ForeignKeyConstraint has 2 columns and refers to 1; it needs as many on both sides, at least one.
                          MAP-043 DatabaseWordsTest.Wrong: @ForeignKeyConstraint names column "nome", which table "wrong" does not have. It has: id, name, both, by_place, unsaid, no_list.
                        Each code is explained in docs/errors.md.""");
    }

    private Column column(String name) {
        return table.column(name).orElseThrow();
    }
}
