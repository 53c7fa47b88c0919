// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries over generated classes: what compiles, and what must not, with the message that the user reads. */
class QueriesTest {
    private static final String RATING = """
            package world;

            @io.aludel.mapping.annotation.Projection
            public record Rating(String name, java.math.BigDecimal average, int count, Person owner, Rating nested) {}
            """;

    private static Compiled query(String expression) {
        return World.compilation()
                .source("world.Rating", RATING)
                .source("world.Queries", """
                        package world;

                        import static io.aludel.core.query.Functions.*;
                        import static world.QPerson.person;
                        import static world.QPet.pet;

                        class Queries {
                            Object query() {
                                return %s;
                            }
                        }
                        """.formatted(expression))
                .compile();
    }

    @Test
    void compileWhereTheTypesFit() {
        query("""
                java.util.List.of(
                        person.fullName.like("A%%").and(person.year.ge(1815)).and(person.id.eq(5)),
                        person.height.plus(java.math.BigDecimal.ONE).gt(person.height),
                        person.born.before(java.time.LocalDate.EPOCH),
                        pet.owner().fullName.eq(new QPerson("other").fullName),
                        pet.owner().eq(person), pet.owner().isNull(), pet.owner().reverse(), person.pets(),
                        QRating.of(person.fullName, person.height, person.year, pet.owner(),
                                QRating.of(person.fullName, person.height, person.year, person, null)))""".replace("%%", "%")).successful();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person.year.like("A")                      | symbol:   method like(java.lang.String)
            person.fullName.plus(1)                    | symbol:   method plus(int)
            person.photo.lt(new byte[0])               | symbol:   method lt(byte[])
            person.year.eq("x")                        | String cannot be converted to
            person.born.before(java.time.Instant.MIN)  | Instant cannot be converted to
            person.height.eq(person.year)              | IntNum cannot be converted to
            pet.owner().eq(pet)                        | QPet cannot be converted to
            pet.owner.fullName                         | symbol:   variable owner
            pet.owner().name                           | symbol:   variable name
            person.pets().owner()                      | symbol:   method owner()
            QRating.of(person.year, person.height, person.year, person, null) | IntNum cannot be converted to io.aludel.core.query.Expr<java.lang.String>
            QRating.of(person.fullName, person.height, person.year, pet, null) | QPet cannot be converted to io.aludel.core.query.EntityPath<world.Person>
            QRating.of(person.fullName)                | actual and formal argument lists differ in length
            """)
    void doNotCompileWhereTheyDoNot(String expression, String message) {
        Compiled compiled = query(expression);

        assertThat(compiled.isSuccessful()).isFalse();
        assertThat(compiled.messages())
                .startsWith("world/Queries.java:9 error: ")
                .contains(message);
    }

    @Test
    void haveAnotherPrefixWhereItIsGiven() {
        Compiled compiled =
                World.compilation().option("-Aaludel.prefix=Of").compile().successful();

        assertThat(compiled.outputs())
                .containsKeys("world.OfPerson", "world.OfPet")
                .doesNotContainKey("world.QPet");
        assertThat(compiled.text("world.OfPet.java")).contains("public OfPerson owner() {");
    }

    @Test
    void getAroundNamesThatPathsHaveAlready() {
        Compiled compiled = new Compilation()
                .source("world.Case", """
                        package world;

                        import jakarta.persistence.*;
                        import java.util.List;

                        @Entity
                        class Case {
                            @Id long id;
                            String ref, items, entity, value, row, member, snapshot, before, loader, NEW, aB, String;
                            @Column(name = "c") String a_b;
                            @ManyToOne Case reverse;
                            @ManyToOne Case text;
                            @ManyToOne Value value2;
                            @OneToMany(mappedBy = "reverse") List<Case> wait;
                        }
                        """)
                .source("world.Value", """
                        package world;

                        @jakarta.persistence.Entity
                        class Value { @jakarta.persistence.Id long id; int value; Text text; enum Text { A } }
                        """)
                .source("world.Text", "package world; class Text {}")
                .compile()
                .successful();

        assertThat(compiled.text("world.QCase.java"))
                .contains(
                        "public static final QCase case_ = new QCase(\"case\");",
                        "public QCase reverse_() {",
                        "known = new QCase(toOne(\"reverse\", Case.class));",
                        "public QCase text() {",
                        "public CollectionPath<Case> wait_() {",
                        "public final io.aludel.core.query.Text ref = text(\"ref\");");
        assertThat(compiled.text("world.QValue.java"))
                .contains("public static final QValue value_ = new QValue(\"value\");", "Plain<Value.Text> text");
    }

    @Test
    void walkToEntitiesOfOtherPackages() {
        Compiled compiled = new Compilation()
                .source("a.Left", """
                        package a;

                        @jakarta.persistence.Entity
                        public class Left { @jakarta.persistence.Id long id; @jakarta.persistence.ManyToOne b.Right right; }
                        """)
                .source("b.Right", """
                        package b;

                        @jakarta.persistence.Entity
                        public class Right { @jakarta.persistence.Id long id; @jakarta.persistence.ManyToOne a.Left left; }
                        """)
                .source("c.Query", "package c; class Query { Object o = a.QLeft.left.right().left().id.eq(3); }")
                .compile();

        compiled.successful();
    }
}
